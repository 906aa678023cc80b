package vn.tram.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void percentilesAreSamplesByNearestRank() {
        var hundred = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
        assertThat(Figures.of("x", "ms", hundred))
                .isEqualTo(new Figures("x", 50, 95, 99, "ms", 100));
    }

    @Test
    void ofFewRunsThePercentilesAreTheWorst() {
        assertThat(Figures.of("x", "MB", 3, 1, 2)).isEqualTo(new Figures("x", 2, 3, 3, "MB", 3));
    }

    @Test
    void nothingMeasuredHasNoFigures() {
        assertThatThrownBy(() -> Figures.of("x", "ms"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRatioIsAgainstTheOthersMedian() {
        var store = new Figures("store", 20, 40, 60, "ms", 100);
        var bare = new Figures("bare", 10, 11, 12, "ms", 200);
        assertThat(store.over(bare, "ratio"))
                .isEqualTo(new Figures("ratio", 2, 4, 6, "ratio", 100));
    }
}
