package vn.tram.quality.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.device.Capture;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.CardCrop;
import vn.tram.domain.CardFormat;
import vn.tram.domain.Judgement;
import vn.tram.domain.Verdict;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.settings.Settings;

/// What the simulated camera plants is what the station's own policy finds.
class SimulatedScenesTest {
    private static PortraitJudge judge;

    @BeforeAll
    static void load() throws StationFault {
        judge = new PortraitJudge(Settings.load(Path.of("../config")).portrait());
    }

    static Frame still(String query) throws InterruptedException {
        var address = URI.create("sim://camera?" + query);
        var drivers = Drivers.load(SimulatedScenesTest.class.getClassLoader());
        try (var device = ((Opening.Opened) drivers.open(address)).device()) {
            var request = Request.of(Position.FACE, Duration.ofSeconds(60), "test");
            var taken = (Capture.Taken) device.capture(request, Progress.none());
            return taken.samples().getFirst().frame();
        }
    }

    private static List<Judgement> judged(String query) throws InterruptedException {
        return judge.judge(still(query), Position.FACE, Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "collins, turned, head-pose-yaw",
        "collins, tilted, head-pose-roll",
        "collins, closed, eyes-open",
        "collins, dark, luminance-mean",
        "collins, sidelit, illumination-gradient",
        "collins, blurred, sharpness",
        "collins, moving, sharpness",
        "collins, busy, background-uniformity",
        "collins, two, single-face-present",
        "collins, far, head-size",
        "hopper, turned, head-pose-yaw",
        "hopper, tilted, head-pose-roll",
        "hopper, dark, luminance-mean",
        "hopper, sidelit, illumination-gradient",
        "hopper, blurred, sharpness",
        "hopper, moving, sharpness",
        "hopper, two, single-face-present",
        "hopper, far, head-size"
    })
    void aPlantedFaultIsRefusedByTheMeasureThatIsMeantToTell(
            String portrait, String scene, String metric) throws InterruptedException {
        for (int person = 0; person < 2; person++) {
            var query = "portrait=%s&scene=%s&seed=4&person=%d".formatted(portrait, scene, person);
            var verdict = judged(query).getFirst().verdict();
            assertThat(verdict.failed()).as(query).contains(metric);
        }
    }

    @ParameterizedTest
    @CsvSource({"collins", "hopper"})
    void whereNothingIsPlantedTheOperatorIsOnlyAsked(String portrait) throws InterruptedException {
        for (int person = 0; person < 3; person++) {
            var query = "portrait=%s&seed=4&person=%d".formatted(portrait, person);
            var verdict = judged(query).getFirst().verdict();
            assertThat(verdict.failed()).as(query).isEmpty();
            assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NEEDS_OPERATOR);
        }
    }

    @Test
    void nobodyIsNobody() throws InterruptedException {
        assertThat(judged("scene=nobody")).isEmpty();
    }

    @Test
    void everyCardCanBeCutOutOfAGoodFrame() throws InterruptedException {
        var frame = still("seed=4&person=1");
        var face = judge.judge(frame, Position.FACE, Set.of()).getFirst();
        for (var format : CardFormat.values()) {
            assertThat(
                            CardCrop.of(
                                    format,
                                    face.readings(),
                                    frame.pixels().width(),
                                    frame.pixels().height()))
                    .as(format.code())
                    .isPresent();
        }
    }
}
