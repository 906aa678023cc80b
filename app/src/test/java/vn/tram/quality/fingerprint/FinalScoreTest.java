package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tram.device.Capture;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.matching.Disturbance;
import vn.tram.matching.Templates;
import vn.tram.quality.Policy;

class FinalScoreTest {
    private static final Policy POLICY =
            new Policy(
                    "test",
                    "2026-11-22",
                    3,
                    Map.of(
                            "any",
                            List.of(
                                    new Policy.Limit(
                                            "score",
                                            101,
                                            Double.POSITIVE_INFINITY,
                                            true,
                                            false,
                                            Optional.of("press-more"),
                                            Optional.empty()))));

    private final FingerprintJudge judge = new FingerprintJudge(POLICY);
    private final FinalScore last = new FinalScore(POLICY);

    @Test
    void theReadingsOfDisturbedCopiesComeBesideTheOthersAndTheScoreInPlaceOfTheLiveOne()
            throws InterruptedException {
        var frame = captured();
        var live = live(frame);
        var finished = last.of(frame, live).orElseThrow().judgement();
        assertThat(finished.readings())
                .extracting(Reading::metric)
                .containsAll(FingerprintJudge.metrics().stream().map(m -> m.name()).toList())
                .containsAll(
                        List.of(Disturbance.values()).stream().map(Disturbance::metric).toList())
                .contains(FingerprintJudge.LIVE)
                .containsOnlyOnce(FingerprintJudge.SCORE);
        assertThat(finished.readings())
                .contains(
                        new Reading.Measured(
                                FingerprintJudge.SCORE, finished.score().getAsInt(), "points"));
        assertThat(finished.box()).isEqualTo(live.box());
    }

    @Test
    void theFinalScoreIsHeldAgainstThePolicyAgain() throws InterruptedException {
        var frame = captured();
        var finished = last.of(frame, live(frame)).orElseThrow().judgement();
        assertThat(finished.verdict().failed()).containsExactly("score");
        assertThat(finished.verdict().checks().getFirst().reading())
                .isEqualTo(new Reading.Measured("score", finished.score().getAsInt(), "points"));
    }

    @Test
    void theTemplateIsThatOfThePrint() throws InterruptedException {
        var frame = captured();
        var live = live(frame);
        var cut = Print.prepared(live.box().cutFrom(frame.pixels().toGray()), 500, 500);
        assertThat(last.of(frame, live).orElseThrow().template())
                .isEqualTo(new Templates().extract(cut, 500));
    }

    /// Ridges without an end or a fork: the matcher has nothing to hold on to.
    @Test
    void aPrintOfWhichNothingIsFoundAgainLosesItsScore() {
        var frame = frame(DrawnPrint.all().get("whole"), 500);
        var live = live(frame);
        assertThat(live.score()).isPresent();
        var finished = last.of(frame, live).orElseThrow().judgement();
        assertThat(finished.score()).isEmpty();
        assertThat(finished.verdict().accepted()).isFalse();
    }

    @Test
    void whatHasNoLiveScoreHasNoFinalOne() {
        var frame = frame(Ridges.waves(160, 160, 5, 0.5, 90), 249);
        assertThat(last.of(frame, live(frame))).isEmpty();
    }

    private Judgement live(Frame frame) {
        return judge.judge(frame, Position.RIGHT_INDEX, Set.of()).getFirst();
    }

    /// A finger of the simulated scanner.
    private static Frame captured() throws InterruptedException {
        var drivers = Drivers.load(FinalScoreTest.class.getClassLoader());
        var opening = drivers.open(URI.create("sim://single?seed=7&person=0&skin=normal"));
        try (var device = ((Opening.Opened) opening).device()) {
            var request = Request.of(Position.RIGHT_INDEX, Duration.ofSeconds(60), "test");
            var taken = (Capture.Taken) device.capture(request, Progress.none());
            return taken.samples().getFirst().frame();
        }
    }

    private static Frame frame(Gray8 picture, double ppi) {
        return new Frame(picture, Resolution.Ppi.of(ppi), Instant.EPOCH, "test");
    }
}
