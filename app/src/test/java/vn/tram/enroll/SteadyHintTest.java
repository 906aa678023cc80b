package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SteadyHintTest {
    private static final Optional<Hint> DEEPER =
            Optional.of(new Hint("place-deeper", Optional.empty()));
    private static final Optional<Hint> DRY = Optional.of(new Hint("dry-finger", Optional.empty()));
    private final SteadyHint steady = new SteadyHint();

    private Optional<Hint> at(long millis, Optional<Hint> hint) {
        return steady.at(TimeUnit.MILLISECONDS.toNanos(millis), hint);
    }

    @Test
    void aCauseShowsWhenItHasLasted() {
        assertThat(at(0, DEEPER)).isEmpty();
        assertThat(at(399, DEEPER)).isEmpty();
        assertThat(at(400, DEEPER)).isEqualTo(DEEPER);
    }

    @Test
    void aFlickerChangesNothing() {
        at(0, DEEPER);
        at(400, DEEPER);
        assertThat(at(2000, DRY)).isEqualTo(DEEPER);
        assertThat(at(2300, DEEPER)).isEqualTo(DEEPER);
        assertThat(at(2600, DRY)).isEqualTo(DEEPER);
    }

    @Test
    void aHintStaysEvenWhenANewCauseLasts() {
        at(0, DEEPER);
        at(400, DEEPER);
        at(500, DRY);
        assertThat(at(1000, DRY)).isEqualTo(DEEPER);
        assertThat(at(1600, DRY)).isEqualTo(DRY);
    }

    @Test
    void goodLooksGoodOnceItHasLasted() {
        at(0, DEEPER);
        at(400, DEEPER);
        at(1700, Optional.empty());
        assertThat(at(2100, Optional.empty())).isEmpty();
    }
}
