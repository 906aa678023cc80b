package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Device;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.domain.Omission;
import vn.tram.domain.Reading;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.RolledMatch;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.Crossed;
import vn.tram.ui.kit.RollingConfig;

/// Rolled prints over the real workflow and store, with services that ask for them.
class RolledPrintsTest {
    private static final String CITIZEN = "sim://slap?seed=7&person=0&hand=careful";
    private static final String STRANGER = "sim://slap?seed=7&person=11&hand=careful";

    @TempDir Path folder;

    private CaptureRoom room;
    private Device scanner;

    @BeforeEach
    void open() throws StationFault, IOException, InterruptedException {
        room =
                new CaptureRoom(
                        folder,
                        Map.of(Devices.Seat.FINGERPRINT, CITIZEN),
                        RollingConfig.in(folder));
        scanner =
                room.devices.device(Devices.Seat.FINGERPRINT, Duration.ofSeconds(10)).orElseThrow();
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private Session captured(Position asked, Position laid, Device on)
            throws StationFault, InterruptedException {
        var id = room.visit.session().id();
        var outcome =
                room.enrollment
                        .captures()
                        .capture(id, asked, new Crossed(on, laid), Progress.none());
        assertThat(outcome).isInstanceOf(CaptureOutcome.Stored.class);
        room.enrollment.afterCapture().await(id);
        return room.stored();
    }

    private Session captured(Position asked) throws StationFault, InterruptedException {
        return captured(asked, asked, scanner);
    }

    private Device opened(String address) throws InterruptedException {
        return ((Opening.Opened) room.station.drivers().open(URI.create(address))).device();
    }

    private Optional<Reason> refusalToSign(Session session) {
        return room.enrollment.completion().refusalToSign(session);
    }

    @Test
    void theTenRolledFollowThePlainOnesFromTheRightThumbOn() throws StationFault {
        var captures =
                room.enrollment
                        .catalogue()
                        .fingerCaptures(room.stored(), room.enrollment.today(), Kind.SLAP_SCANNER);
        assertThat(captures.subList(0, 3)).isEqualTo(Position.slaps());
        assertThat(captures.subList(3, captures.size())).isEqualTo(Position.rolled());
        assertThat(room.enrollment.standing(room.stored()).wanted()).isEqualTo(21);
    }

    @Test
    void aRolledFingerIsLikeItsPlainPrintAndSaysSo() throws StationFault, InterruptedException {
        captured(Position.RIGHT_FOUR);
        var session = captured(Position.ROLLED_RIGHT_INDEX);
        assertThat(session.done(Position.RIGHT_FOUR)).isTrue();
        assertThat(session.done(Position.ROLLED_RIGHT_INDEX)).isTrue();
        var judgement =
                session.kept(Position.ROLLED_RIGHT_INDEX)
                        .flatMap(a -> a.of(Position.ROLLED_RIGHT_INDEX))
                        .orElseThrow();
        assertThat(Reading.value(judgement.readings(), RolledMatch.NAME).orElseThrow())
                .isGreaterThan(40);
        assertThat(UnlikePrints.of(session)).isEmpty();
        assertThat(SharedFinger.of(session)).isEmpty();
    }

    @Test
    void aFingerRolledAsAnotherIsToldByBothNamesAndNotSigned()
            throws StationFault, InterruptedException {
        captured(Position.RIGHT_FOUR);
        var session = captured(Position.ROLLED_RIGHT_INDEX, Position.ROLLED_RIGHT_MIDDLE, scanner);
        assertThat(SharedFinger.of(session))
                .hasValueSatisfying(found ->
                        assertThat(List.of(found.one(), found.other()))
                                .containsExactlyInAnyOrder(
                                        Position.ROLLED_RIGHT_INDEX, Position.RIGHT_MIDDLE));
        assertThat(refusalToSign(session)).containsInstanceOf(Reason.SameFinger.class);
        var again = captured(Position.ROLLED_RIGHT_INDEX);
        assertThat(again.done(Position.RIGHT_FOUR)).isTrue();
        assertThat(again.done(Position.ROLLED_RIGHT_INDEX)).isTrue();
        assertThat(SharedFinger.of(again)).isEmpty();
    }

    @Test
    void aStrangersRolledFingerIsUnlikeAndCapturingItAgainSettlesIt()
            throws StationFault, InterruptedException {
        captured(Position.RIGHT_FOUR);
        try (var other = opened(STRANGER)) {
            var session = captured(Position.ROLLED_RIGHT_INDEX, Position.ROLLED_RIGHT_INDEX, other);
            assertThat(UnlikePrints.of(session))
                    .contains(new UnlikePrints(Position.ROLLED_RIGHT_INDEX, Position.RIGHT_INDEX));
            assertThat(session.done(Position.ROLLED_RIGHT_INDEX)).isFalse();
            assertThat(session.done(Position.RIGHT_FOUR)).isTrue();
            assertThat(refusalToSign(session))
                    .contains(
                            new Reason.UnlikePrints(
                                    Position.ROLLED_RIGHT_INDEX, Position.RIGHT_INDEX));
        }
        var again = captured(Position.ROLLED_RIGHT_INDEX);
        assertThat(again.kept(Position.ROLLED_RIGHT_INDEX).orElseThrow().number()).isEqualTo(2);
        assertThat(again.done(Position.ROLLED_RIGHT_INDEX)).isTrue();
        assertThat(UnlikePrints.of(again)).isEmpty();
    }

    @Test
    void aStrangersPlainHandIsFoundOutWhenItIsCapturedAgain()
            throws StationFault, InterruptedException {
        try (var other = opened(STRANGER)) {
            captured(Position.RIGHT_FOUR, Position.RIGHT_FOUR, other);
        }
        assertThat(UnlikePrints.of(captured(Position.ROLLED_RIGHT_INDEX))).isPresent();
        var session = captured(Position.RIGHT_FOUR);
        assertThat(UnlikePrints.of(session)).isEmpty();
        assertThat(session.done(Position.ROLLED_RIGHT_INDEX)).isTrue();
        assertThat(session.kept(Position.RIGHT_FOUR).orElseThrow().number()).isEqualTo(2);
        var first = session.attempts(Position.RIGHT_FOUR).getFirst();
        assertThat(first.of(Position.RIGHT_INDEX).orElseThrow()).matches(RolledMatch::unlike);
    }

    @Test
    void whatIsTakenWithAReasonIsNotToldAgain() throws StationFault, InterruptedException {
        captured(Position.RIGHT_FOUR);
        try (var other = opened(STRANGER)) {
            for (int attempt = 1; attempt <= 3; attempt++) {
                captured(Position.ROLLED_RIGHT_INDEX, Position.ROLLED_RIGHT_INDEX, other);
            }
        }
        var session =
                CaptureRoom.done(
                        room.enrollment
                                .captures()
                                .accept(
                                        room.visit.session().id(),
                                        Position.ROLLED_RIGHT_INDEX,
                                        "đã kiểm tra",
                                        room.operator));
        assertThat(session.done(Position.ROLLED_RIGHT_INDEX)).isTrue();
        assertThat(UnlikePrints.of(session)).isEmpty();
        assertThat(session.needsApproval()).isTrue();
    }

    @Test
    void aScannerThatDoesNotRollIsToldBeforeAnybodyWaits()
            throws StationFault, InterruptedException {
        try (var plain = opened("sim://slap?rolls=no")) {
            var looking = new LiveCapture(room.enrollment.captures(), Duration.ofMillis(800));
            assertThat(
                            looking.run(
                                    room.stored(),
                                    Position.ROLLED_RIGHT_THUMB,
                                    plain,
                                    false,
                                    _ -> {
                                        throw new AssertionError("it looked");
                                    }))
                    .isEqualTo(
                            new CaptureOutcome.Refused(
                                    new Reason.CannotRoll("Trạm Simulated Slap 4-4-2")));
        }
        assertThat(room.stored().attempts()).isEmpty();
    }

    @Test
    void aMissingFingerIsAskedForOnceAndARolledOneAlone()
            throws StationFault, InterruptedException {
        var gone = except(Position.RIGHT_LITTLE);
        assertThat(gone.expected(Position.ROLLED_RIGHT_LITTLE)).isEmpty();
        assertThat(gone.done(Position.ROLLED_RIGHT_LITTLE)).isTrue();
        captured(Position.RIGHT_FOUR);
        var stiff = except(Position.ROLLED_RIGHT_RING);
        assertThat(stiff.done(Position.ROLLED_RIGHT_RING)).isTrue();
        assertThat(stiff.capturedIn(Position.RIGHT_RING)).isPresent();
        assertThat(room.enrollment.captures().except(stiff.id(), omission(Position.RIGHT_RING)))
                .isEqualTo(new Outcome.Refused(new Reason.AlreadyCaptured(Position.RIGHT_RING)));
    }

    private Session except(Position position) throws StationFault {
        return CaptureRoom.done(
                room.enrollment.captures().except(room.visit.session().id(), omission(position)));
    }

    private static Omission omission(Position position) {
        return new Omission(
                position,
                Omission.Reason.CANNOT_STRETCH,
                true,
                "",
                Optional.empty(),
                Instant.EPOCH,
                "canbo");
    }
}
