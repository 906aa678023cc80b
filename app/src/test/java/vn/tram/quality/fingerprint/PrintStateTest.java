package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.domain.PrintState;
import vn.tram.quality.fingerprint.StateSamples.Sample;

/// The shipped model on people that nothing was tuned on, held to wide limits; `docs/metrics.md`
/// has the figures.
class PrintStateTest {
    private static final long SEED = 505;
    private static final int PEOPLE = 3;

    private static List<Sample> samples = List.of();

    @BeforeAll
    static void simulate() {
        samples = StateSamples.simulated(SEED, PEOPLE);
    }

    private static double share(Predicate<Sample> of, PrintState said) {
        var all = samples.stream().filter(of).toList();
        assertThat(all).hasSizeGreaterThan(2);
        return all.stream()
                        .filter(s -> s.judged().condition().orElseThrow().state() == said)
                        .count()
                / (double) all.size();
    }

    @Test
    void aGoodPrintIsRarelyCalledAnythingElse() {
        assertThat(share(s -> s.asked().equals("good"), PrintState.GOOD)).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @CsvSource({
        "dry, DRY",
        "wet, WET",
        "worn, WORN",
        "too light, LIGHT",
        "too hard, HARD",
        "tip only, SMALL",
        "moved, MOVED",
        "dirt, DIRTY_GLASS"
    })
    void mostPrintsOfAConditionAreCalledThat(String asked, PrintState state) {
        assertThat(share(s -> s.asked().equals(asked), state)).isGreaterThan(0.5);
    }

    @Test
    void eachPrintThatIsNotGoodHasEvidenceThatWasMeasured() {
        assertThat(samples)
                .allSatisfy(s -> {
                    var condition = s.judged().condition().orElseThrow();
                    assertThat(condition.evidence().isEmpty())
                            .isEqualTo(condition.state() == PrintState.GOOD);
                    assertThat(s.judged().readings())
                            .extracting(r -> r.metric())
                            .containsAll(condition.evidence());
                });
    }
}
