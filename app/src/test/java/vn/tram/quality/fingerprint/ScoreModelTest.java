package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Reading;

class ScoreModelTest {
    /// A similarity of 80 is a deviation above the mean, one of 380 two and more.
    private static final ScoreModel MODEL =
            ScoreModel.of(
                    List.of(
                            "measure live LINEAR 50 10 1",
                            "measure self-turned LOG20 3.912023 0.693147 2",
                            "measure self-noisy LOG20 3.912023 0.693147 4",
                            "knot -20 0",
                            "knot 20 100"));

    private static Reading reading(String metric, double value) {
        return new Reading.Measured(metric, value, "x");
    }

    private static double sum(Reading... readings) {
        return MODEL.sum(List.of(readings)).orElseThrow();
    }

    @Test
    void aSumIsBentToAScore() {
        var readings =
                List.of(reading("live", 60), reading("self-turned", 80), reading("self-noisy", 80));
        assertThat(MODEL.score(readings).orElseThrow())
                .isCloseTo(100 * (20 + 7) / 40.0, within(0.01));
    }

    @Test
    void aCopyThatWasNotMadeCountsAsTheOthers() {
        var notMade = new Reading.NotMeasurable("self-noisy", "large");
        assertThat(sum(reading("live", 50), reading("self-turned", 80), notMade))
                .isCloseTo(6, within(0.001));
        assertThat(MODEL.sum(List.of(reading("live", 50)))).isEmpty();
    }

    @Test
    void noOtherMeasureMayBeMissing() {
        assertThat(MODEL.score(List.of(reading("self-turned", 80), reading("self-noisy", 80))))
                .isEmpty();
    }
}
