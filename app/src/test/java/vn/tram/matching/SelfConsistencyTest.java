package vn.tram.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfConsistencyTest {
    @ParameterizedTest
    @CsvSource({"0,5", "60,5", "240,5", "241,4", "300,4", "301,3", "400,3", "401,2", "900,2"})
    void aLargePrintIsCopiedLessOften(double mm2, int copies) {
        assertThat(SelfConsistency.disturbances(mm2)).hasSize(copies);
    }

    @Test
    void theFirstCopiesAreAlwaysTheSame() {
        assertThat(SelfConsistency.disturbances(900))
                .containsExactly(Disturbance.TURNED, Disturbance.SWOLLEN);
    }
}
