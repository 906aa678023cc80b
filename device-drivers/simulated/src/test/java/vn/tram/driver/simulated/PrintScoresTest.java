package vn.tram.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintScoresTest {
    @Test
    void twoImpressionsOfOneFingerMatchAndThoseOfDifferentFingersDoNot() throws Exception {
        var scores = PrintScores.of("skin=normal&hand=careful", 10);

        assertThat(scores.genuine()).hasSize(10).allMatch(score -> score > PrintScores.THRESHOLD);
        assertThat(scores.genuine().get(5)).isGreaterThan(2 * PrintScores.THRESHOLD);
        assertThat(scores.impostor())
                .hasSize(10 * 9)
                .allMatch(score -> score < PrintScores.THRESHOLD);
    }
}
