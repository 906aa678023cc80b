package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WedgeTest {
    private final Wedge wedge = new Wedge();
    private long now = 5_000_000_000L;

    private Wedge.Enter typed(String text, long gapMillis) {
        for (var character : text.split("")) {
            now += Duration.ofMillis(gapMillis).toNanos();
            if (!wedge.bursting(now)) {
                wedge.released();
            }
            wedge.character(character, now);
        }
        now += Duration.ofMillis(gapMillis).toNanos();
        return wedge.enter(now);
    }

    @Test
    void aFastBurstWithEnterIsACode() {
        assertThat(typed("001199000123", 2)).isEqualTo(new Wedge.Enter.Code("001199000123"));
    }

    @Test
    void aHandsEnterIsAHands() {
        assertThat(typed("001199", 120)).isEqualTo(new Wedge.Enter.Pressed());
    }

    @Test
    void exactlyThirtyMillisecondsIsAHand() {
        assertThat(typed("001199000123", 30)).isEqualTo(new Wedge.Enter.Pressed());
    }

    @Test
    void aShortBurstIsNoCodeAndFiresNothing() {
        assertThat(typed("12345", 2)).isEqualTo(new Wedge.Enter.Stray());
    }

    @Test
    void anEnterAloneIsAHands() {
        assertThat(wedge.enter(now)).isEqualTo(new Wedge.Enter.Pressed());
    }

    @Test
    void theSecondOfTwoEntersThatAReaderSendsFiresNothing() {
        typed("001199000123", 2);
        assertThat(wedge.enter(now + 1_000_000)).isEqualTo(new Wedge.Enter.Stray());
    }
}
