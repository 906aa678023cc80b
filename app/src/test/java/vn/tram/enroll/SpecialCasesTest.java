package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Device;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.SpecialCase;
import vn.tram.domain.SpecialCase.Kind;
import vn.tram.domain.Verdict;
import vn.tram.image.Box;
import vn.tram.image.Position;
import vn.tram.quality.SpecialCases;
import vn.tram.settings.Settings;
import vn.tram.ui.kit.CaptureRoom;

/// Special cases of the portrait: over the settings as they are shipped, the real store and judge.
class SpecialCasesTest {
    @TempDir Path folder;

    private CaptureRoom room;
    private SpecialCasesOfSession cases;
    private vn.tram.domain.SessionId id;

    @BeforeEach
    void open() throws StationFault {
        room = new CaptureRoom(folder, Map.of());
        cases = room.enrollment.captures().specialCases();
        id = room.visit.session().id();
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private static SpecialCases shipped() throws StationFault {
        return Settings.load(Path.of("..", "config")).specialCases();
    }

    private Device camera() throws InterruptedException {
        return ((Opening.Opened)
                        room.station.drivers().open(URI.create("sim://camera?seed=7&person=0")))
                .device();
    }

    private Judgement shot() throws StationFault, InterruptedException {
        try (var camera = camera()) {
            var outcome =
                    room.enrollment.captures().capture(id, Position.FACE, camera, Progress.none());
            return ((CaptureOutcome.Stored) outcome).attempt().of(Position.FACE).orElseThrow();
        }
    }

    @Test
    void aCaseIsRecordedWithReasonAndOfficerAndSurvivesTheStore() throws Exception {
        CaptureRoom.done(cases.record(id, Kind.HEAD_SCARF, "theo đạo Hồi", room.operator));
        var stored = room.stored().specialCase(Kind.HEAD_SCARF).orElseThrow();
        assertThat(stored.reason()).isEqualTo("theo đạo Hồi");
        assertThat(stored.by()).isEqualTo(room.operator.id());
        assertThat(stored.approval()).isFalse();
        assertThat(room.stored().needsApproval()).isFalse();
    }

    @Test
    void aHeadScarfTakesAwayItsTicksAndSaysSoInThePolicysName() throws Exception {
        assertThat(shot().verdict().asked()).contains("no-head-covering", "both-ears-visible");
        CaptureRoom.done(cases.record(id, Kind.HEAD_SCARF, "phong tục", room.operator));
        var relaxed = shot().verdict();
        assertThat(relaxed.asked()).doesNotContain("no-head-covering", "both-ears-visible");
        assertThat(relaxed.policy()).contains("+head-scarf");
    }

    @Test
    void aCaseThatAsksForApprovalSendsTheSessionToTheSupervisor() throws Exception {
        CaptureRoom.done(cases.record(id, Kind.GLASSES, "mổ mắt, không bỏ được", room.operator));
        assertThat(room.stored().needsApproval()).isTrue();
    }

    @Test
    void withoutWordsNothingIsRelaxed() throws Exception {
        assertThat(cases.record(id, Kind.GLASSES, " ", room.operator))
                .isEqualTo(new Outcome.Refused(new Reason.WordsMissing()));
        assertThat(room.stored().specialCases()).isEmpty();
    }

    @Test
    void theCaseForChildrenIsNeitherOfferedNorRecordedForGrownPeople() throws Exception {
        assertThat(cases.offered(room.stored())).contains(Kind.GLASSES).doesNotContain(Kind.CHILD);
        assertThat(cases.record(id, Kind.CHILD, "trẻ nhỏ", room.operator))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        r -> assertThat(r.reason()).isInstanceOf(Reason.NotAChild.class));
    }

    @Test
    void aCaseCanBeTakenBackUntilAPortraitWasJudgedByIt() throws Exception {
        CaptureRoom.done(cases.record(id, Kind.HEAD_SCARF, "phong tục", room.operator));
        CaptureRoom.done(cases.takeBack(id, Kind.HEAD_SCARF, room.operator));
        assertThat(room.stored().specialCases()).isEmpty();
        CaptureRoom.done(cases.record(id, Kind.HEAD_SCARF, "phong tục", room.operator));
        shot();
        assertThat(cases.takeBack(id, Kind.HEAD_SCARF, room.operator))
                .isEqualTo(new Outcome.Refused(new Reason.SpecialCaseUsed(Kind.HEAD_SCARF)));
    }

    @Test
    void onlyTheLimitsThatACaseConcernsAreWider() throws Exception {
        var shipped = shipped();
        var tilted = judged(shipped, Map.of("head-pose-roll", 12.0));
        var dark = judged(shipped, Map.of("head-pose-roll", 12.0, "luminance-mean", 20.0));
        assertThat(outcome(tilted)).isEqualTo(Verdict.Outcome.REFUSED);
        assertThat(
                        outcome(
                                shipped.relaxed(List.of(tilted), Set.of(Kind.LYING_OR_SEATED))
                                        .getFirst()))
                .isEqualTo(Verdict.Outcome.ACCEPTED);
        assertThat(
                        shipped.relaxed(List.of(dark), Set.of(Kind.LYING_OR_SEATED))
                                .getFirst()
                                .verdict()
                                .failed())
                .containsExactly("luminance-mean");
        assertThat(outcome(shipped.relaxed(List.of(tilted), Set.of(Kind.GLASSES)).getFirst()))
                .isEqualTo(Verdict.Outcome.REFUSED);
    }

    private static Verdict.Outcome outcome(Judgement judgement) {
        return judgement.verdict().outcome();
    }

    private static Judgement judged(SpecialCases shipped, Map<String, Double> values) {
        var readings =
                values.entrySet().stream()
                        .map(e -> (Reading) new Reading.Measured(e.getKey(), e.getValue(), "1"))
                        .toList();
        return new Judgement(
                Position.FACE,
                new Box(0, 0, 1, 1, 0),
                OptionalInt.empty(),
                readings,
                shipped.policy().judge("face", readings));
    }

    @Test
    void noCaseMakesAnyLimitStricter() throws Exception {
        var shipped = shipped();
        for (var kind : shipped.terms().keySet()) {
            for (var limit : shipped.policy().limitsOf("face")) {
                for (var value : List.of(limit.min(), limit.max())) {
                    if (!Double.isFinite(value) || limit.operator()) {
                        continue;
                    }
                    var judged = judged(shipped, Map.of(limit.metric(), value));
                    assertThat(outcome(shipped.relaxed(List.of(judged), Set.of(kind)).getFirst()))
                            .as(kind + " " + limit.metric())
                            .isNotEqualTo(Verdict.Outcome.REFUSED);
                }
            }
        }
    }

    @Test
    void nothingOfTheReasonIsPrinted() {
        assertThat(new SpecialCase(Kind.CHILD, "bé Mẫu", false, Instant.EPOCH, "canbo").toString())
                .doesNotContain("Mẫu");
    }
}
