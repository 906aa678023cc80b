package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Device;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.SameFinger;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.Crossed;

/// One hand offered for both, over the real workflow and store.
class SequenceCheckTest {
    /// Another person than the citizen, on the same kind of scanner.
    private static final String OFFICER = "sim://slap?seed=7&person=900&hand=careful";

    @TempDir Path folder;

    private CaptureRoom room;
    private Device scanner;

    @BeforeEach
    void open() throws StationFault, InterruptedException {
        room =
                new CaptureRoom(
                        folder, Map.of(Devices.Seat.FINGERPRINT, "sim://slap?seed=7&person=0"));
        scanner =
                room.devices.device(Devices.Seat.FINGERPRINT, Duration.ofSeconds(10)).orElseThrow();
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private Session captured(Position asked, Position laid)
            throws StationFault, InterruptedException {
        var id = room.visit.session().id();
        var outcome =
                room.enrollment
                        .captures()
                        .capture(id, asked, new Crossed(scanner, laid), Progress.none());
        assertThat(outcome).isInstanceOf(CaptureOutcome.Stored.class);
        room.enrollment.afterCapture().await(id);
        return room.stored();
    }

    /// The operator gives the fingers of a simulated person of his own.
    private void officerGives(String scanner) throws StationFault, InterruptedException {
        try (var own = opened(scanner)) {
            var given =
                    room.enrollment
                            .ownPrints()
                            .give(room.operator, "tram-canbo".toCharArray(), own, _ -> {});
            assertThat(given)
                    .isInstanceOfSatisfying(
                            OwnPrints.Given.Kept.class,
                            kept -> assertThat(kept.fingers()).hasSizeGreaterThanOrEqualTo(8));
        }
    }

    private Device opened(String address) throws InterruptedException {
        return ((Opening.Opened) room.station.drivers().open(URI.create(address))).device();
    }

    private Reason refusedToSign() throws StationFault {
        var outcome =
                room.enrollment
                        .completion()
                        .signOff(room.visit.session().id(), room.operator, new char[0], true);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }

    private static boolean shares(Attempt attempt) {
        return attempt.judgements().stream().anyMatch(j -> SameFinger.in(j).isPresent());
    }

    @Test
    void theRightHandForTheLeftIsStoredNamedAndNotSigned()
            throws StationFault, InterruptedException {
        var told = new AtomicInteger();
        room.enrollment.afterCapture().onFinding(told::incrementAndGet);
        var right = captured(Position.RIGHT_FOUR, Position.RIGHT_FOUR);
        assertThat(right.done(Position.RIGHT_FOUR)).isTrue();
        var both = captured(Position.LEFT_FOUR, Position.RIGHT_FOUR);
        assertThat(both.attempts()).hasSize(2).allMatch(SequenceCheckTest::shares);
        assertThat(both.done(Position.RIGHT_FOUR)).isFalse();
        assertThat(both.done(Position.LEFT_FOUR)).isFalse();
        assertThat(told).hasValue(1);
        assertThat(SharedFinger.of(both))
                .contains(new SharedFinger(Position.RIGHT_FOUR, Position.LEFT_FOUR, true));
        assertThat(refusedToSign())
                .isEqualTo(new Reason.SameFinger(Position.RIGHT_FOUR, Position.LEFT_FOUR));
    }

    @Test
    void theRightHandIsWhatItWasOnceTheLeftIsCapturedAgain()
            throws StationFault, InterruptedException {
        var before = captured(Position.RIGHT_FOUR, Position.RIGHT_FOUR).attempts().getFirst();
        captured(Position.LEFT_FOUR, Position.RIGHT_FOUR);
        var session = captured(Position.LEFT_FOUR, Position.LEFT_FOUR);
        assertThat(session.attempts().getFirst()).isEqualTo(before);
        assertThat(session.done(Position.RIGHT_FOUR)).isTrue();
        assertThat(session.kept(Position.LEFT_FOUR).orElseThrow().number()).isEqualTo(2);
        assertThat(session.done(Position.LEFT_FOUR)).isTrue();
        assertThat(session.attempts(Position.LEFT_FOUR).getFirst())
                .matches(SequenceCheckTest::shares);
        assertThat(SharedFinger.of(session)).isEmpty();
        assertThat(refusedToSign()).isInstanceOf(Reason.PositionsMissing.class);
    }

    @Test
    void theLaterHandIsRightWhenTheEarlierPositionIsCapturedAgain()
            throws StationFault, InterruptedException {
        captured(Position.RIGHT_FOUR, Position.LEFT_FOUR);
        captured(Position.LEFT_FOUR, Position.LEFT_FOUR);
        var session = captured(Position.RIGHT_FOUR, Position.RIGHT_FOUR);
        assertThat(session.kept(Position.RIGHT_FOUR).orElseThrow().number()).isEqualTo(2);
        assertThat(session.done(Position.LEFT_FOUR)).isTrue();
        assertThat(SharedFinger.of(session)).isEmpty();
    }

    @Test
    void aParkedSessionIsComparedWithWhatItHadBefore() throws StationFault, InterruptedException {
        var id = captured(Position.RIGHT_FOUR, Position.RIGHT_FOUR).id();
        CaptureRoom.done(room.enrollment.park(id, room.operator));
        CaptureRoom.done(room.enrollment.resume(id, room.operator));
        assertThat(captured(Position.LEFT_FOUR, Position.RIGHT_FOUR).attempts())
                .allMatch(SequenceCheckTest::shares);
    }

    @Test
    void whatIsTakenWithAReasonIsForTheSupervisor() throws StationFault, InterruptedException {
        captured(Position.RIGHT_FOUR, Position.RIGHT_FOUR);
        for (int attempt = 1; attempt <= 3; attempt++) {
            captured(Position.LEFT_FOUR, Position.RIGHT_FOUR);
        }
        var id = room.visit.session().id();
        var accepted =
                CaptureRoom.done(
                        room.enrollment
                                .captures()
                                .accept(id, Position.LEFT_FOUR, "đã kiểm tra", room.operator));
        assertThat(accepted.done(Position.LEFT_FOUR)).isTrue();
        assertThat(accepted.needsApproval()).isTrue();
        assertThat(accepted.kept(Position.LEFT_FOUR).orElseThrow().judgements())
                .anyMatch(j -> j.verdict().outcome() == Verdict.Outcome.REFUSED);
    }

    @Test
    void theOfficersOwnHandForTheCitizensIsStoredNamedAndNotSigned()
            throws StationFault, InterruptedException {
        officerGives(OFFICER);
        var told = new AtomicInteger();
        room.enrollment.afterCapture().onFinding(told::incrementAndGet);
        assertThat(captured(Position.RIGHT_FOUR, Position.RIGHT_FOUR).done(Position.RIGHT_FOUR))
                .isTrue();
        scanner = opened(OFFICER);
        var session = captured(Position.LEFT_FOUR, Position.LEFT_FOUR);
        assertThat(told).hasValue(1);
        assertThat(session.done(Position.RIGHT_FOUR)).isTrue();
        assertThat(session.done(Position.LEFT_FOUR)).isFalse();
        assertThat(OfficersFinger.of(session)).contains(new OfficersFinger(Position.LEFT_FOUR));
        assertThat(SharedFinger.of(session)).isEmpty();
        assertThat(refusedToSign()).isEqualTo(new Reason.OfficersFinger(Position.LEFT_FOUR));
    }

    @Test
    void theCitizensOwnHandSettlesIt() throws StationFault, InterruptedException {
        officerGives(OFFICER);
        var citizens = scanner;
        scanner = opened(OFFICER);
        captured(Position.LEFT_FOUR, Position.LEFT_FOUR);
        scanner = citizens;
        var session = captured(Position.LEFT_FOUR, Position.LEFT_FOUR);
        assertThat(session.kept(Position.LEFT_FOUR).orElseThrow().number()).isEqualTo(2);
        assertThat(session.done(Position.LEFT_FOUR)).isTrue();
        assertThat(OfficersFinger.of(session)).isEmpty();
    }

    @Test
    void whoTookHisFingersBackIsNotFound() throws StationFault, InterruptedException {
        officerGives(OFFICER);
        assertThat(
                        room.enrollment
                                .ownPrints()
                                .takeBack(
                                        room.operator.id(),
                                        room.operator,
                                        "tram-canbo".toCharArray()))
                .isEmpty();
        scanner = opened(OFFICER);
        assertThat(captured(Position.LEFT_FOUR, Position.LEFT_FOUR).done(Position.LEFT_FOUR))
                .isTrue();
        assertThat(room.enrollment.ownPrints().all()).isEmpty();
    }

    @Test
    void nobodyTakesBackAnothersFingersButASupervisor() throws StationFault {
        assertThat(
                        room.enrollment
                                .ownPrints()
                                .takeBack("chihuy", room.operator, "tram-canbo".toCharArray()))
                .contains(new Reason.NoRight(Right.REMOVE_OTHERS_PRINTS));
    }

    @Test
    void whatAnEndedProgramLeftUnscoredIsScoredAndComparedBeforeItIsSigned()
            throws StationFault, InterruptedException {
        var whole = captured(Position.RIGHT_FOUR, Position.RIGHT_FOUR).attempts().getFirst();
        var live =
                whole.judgedAgain(
                        whole.judgements().stream().map(SequenceCheckTest::live).toList());
        var id = room.visit.session().id();
        captured(Position.LEFT_FOUR, Position.RIGHT_FOUR);
        assertThat(room.station.database().sessions().rescore(id, live)).isTrue();
        assertThat(refusedToSign())
                .isEqualTo(new Reason.SameFinger(Position.RIGHT_FOUR, Position.LEFT_FOUR));
        assertThat(room.stored().attempts().getFirst().judgements())
                .allMatch(FinalScore::made)
                .extracting(Judgement::score)
                .isEqualTo(whole.judgements().stream().map(Judgement::score).toList());
    }

    /// As it was judged before it was scored.
    private static Judgement live(Judgement judgement) {
        return new Judgement(
                judgement.position(),
                judgement.box(),
                judgement.score(),
                judgement.readings().stream().filter(r -> !r.metric().startsWith("self-")).toList(),
                judgement.verdict());
    }
}
