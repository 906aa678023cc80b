package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
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
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.matching.Templates;
import vn.tram.quality.Policy;

class MinutiaeTest {
    private static Policy asking(double least, boolean required) {
        var limit =
                new Policy.Limit(
                        Minutiae.NAME,
                        least,
                        Double.POSITIVE_INFINITY,
                        required,
                        false,
                        Optional.empty(),
                        Optional.empty());
        return new Policy("test", "2026-11-23", 3, Map.of("any", List.of(limit)));
    }

    private static Frame captured() throws InterruptedException {
        var drivers = Drivers.load(MinutiaeTest.class.getClassLoader());
        var opening = drivers.open(URI.create("sim://single?seed=7&person=0&skin=normal"));
        try (var device = ((Opening.Opened) opening).device()) {
            var request = Request.of(Position.RIGHT_INDEX, Duration.ofSeconds(60), "test");
            var taken = (Capture.Taken) device.capture(request, Progress.none());
            return taken.samples().getFirst().frame();
        }
    }

    @Test
    void ridgesWithoutEndsHaveNoneAndAFingerHasSome() throws InterruptedException {
        var templates = new Templates();
        assertThat(templates.extract(Ridges.waves(320, 320, 9, 0.5, 90), 500).minutiae()).isZero();
        var finger = captured().pixels().toGray();
        assertThat(templates.extract(finger, 500).minutiae()).isBetween(15, 99);
    }

    @Test
    void theyAreCountedWithTheFinalScoreAndRefuseOnlyThen() throws InterruptedException {
        var frame = captured();
        var policy = asking(100, true);
        var live = new FingerprintJudge(policy).judge(frame, Position.RIGHT_INDEX, Set.of());
        assertThat(live.getFirst().verdict().accepted()).isTrue();
        var finished = new FinalScore(policy).of(frame, live.getFirst()).orElseThrow();
        var judgement = finished.judgement();
        assertThat(judgement.readings())
                .contains(
                        new Reading.Measured(
                                "minutiae", finished.template().minutiae(), "minutiae"));
        assertThat(judgement.verdict().failed()).containsExactly("minutiae");
        assertThat(Minutiae.tooFew(judgement).orElseThrow().min()).isEqualTo(100);
        var told = Minutiae.added(live.getFirst().verdict(), judgement.verdict());
        assertThat(told.failed()).containsExactly("minutiae");
        assertThat(Minutiae.added(told, judgement.verdict())).isEqualTo(told);
    }

    @Test
    void anAdvisingLimitIsRecordedAndDoesNotRefuse() throws InterruptedException {
        var frame = captured();
        var policy = asking(100, false);
        var live =
                new FingerprintJudge(policy)
                        .judge(frame, Position.RIGHT_INDEX, Set.of())
                        .getFirst();
        var judgement = new FinalScore(policy).of(frame, live).orElseThrow().judgement();
        assertThat(judgement.verdict().accepted()).isTrue();
        assertThat(judgement.verdict().checks()).singleElement().matches(c -> !c.holds());
        assertThat(Minutiae.tooFew(judgement)).isEmpty();
    }
}
