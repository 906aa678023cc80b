package vn.tram.driver.zfm.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.driver.zfm.simulator.Mischief.Rule;
import vn.tram.driver.zfm.simulator.Mischief.Trouble;

class MischiefTest {
    @Test
    void aScriptIsReadAsItIsWritten() {
        var rules =
                List.of(
                        new Rule(Trouble.NOISE, 3, 3),
                        new Rule(Trouble.SUM, 5, 9),
                        new Rule(Trouble.SILENCE, 40, Long.MAX_VALUE),
                        new Rule(Trouble.SHORT, 1, Long.MAX_VALUE));
        assertEquals(new Mischief(rules), Mischief.of("noise@3, sum@5-9,silence@40-,short"));
    }

    @Test
    void theFirstRuleThatFitsIsPlayed() {
        var mischief = Mischief.of("sum@2,noise@1-2");
        assertEquals(Optional.of(Trouble.NOISE), mischief.at(1));
        assertEquals(Optional.of(Trouble.SUM), mischief.at(2));
        assertEquals(Optional.empty(), mischief.at(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fire", "noise@", "noise@x", "noise@3,,", "NOISE", "sum@1-2-3"})
    void aMistakeIsNamed(String script) {
        assertThrows(IllegalArgumentException.class, () -> Mischief.of(script));
    }
}
