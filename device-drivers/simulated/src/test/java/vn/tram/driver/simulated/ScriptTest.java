package vn.tram.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.device.Fault;
import vn.tram.device.Opening;

class ScriptTest {
    @ParameterizedTest
    @CsvSource({
        "sim://slap?sed=7, 'sed'",
        "sim://slap?seed=, 'seed'",
        "sim://slap?seed=-1, 'seed'",
        "sim://slap?seed=seven, 'seed'",
        "sim://slap?seed=7&seed=8, 'seed'",
        "sim://slap?skin=oily, 'skin'",
        "sim://slap?fault=fire, 'fault'",
        "sim://slap?at=2, 'fault'",
        "sim://palm, sim://slap",
        "sim://slap/extra, parameters",
        "sim:slap, sim://slap"
    })
    void aMistakeIsNamed(String address, String named) {
        assertThat(new SimulatedProvider().open(URI.create(address)))
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not ->
                                assertThat(not.fault())
                                        .isInstanceOfSatisfying(
                                                Fault.Refused.class,
                                                refused -> {
                                                    assertThat(refused.vendorCode()).isZero();
                                                    assertThat(refused.meaning()).contains(named);
                                                }));
    }

    @Test
    void theFaultComesAtItsCaptureOnly() throws Exception {
        var script = Script.of(URI.create("sim://slap?fault=silence&at=2"));
        assertThat(script.troubleAt(1)).isEmpty();
        assertThat(script.troubleAt(2)).contains(Trouble.SILENCE);
        assertThat(script.troubleAt(3)).isEmpty();
        assertThat(script.troubleInPreview()).isEmpty();
    }

    @Test
    void atZeroTheFaultComesAlways() throws Exception {
        var script = Script.of(URI.create("sim://slap?fault=garbage&at=0"));
        assertThat(script.troubleAt(1)).contains(Trouble.GARBAGE);
        assertThat(script.troubleAt(9)).contains(Trouble.GARBAGE);
        assertThat(script.troubleInPreview()).contains(Trouble.GARBAGE);
    }

    @Test
    void thePersonFollowsFromSeedAndTransactionUnlessFixed() throws Exception {
        var free = Script.of(URI.create("sim://slap?seed=7"));
        var otherSeed = Script.of(URI.create("sim://slap?seed=8"));
        var fixed = Script.of(URI.create("sim://slap?seed=7&person=3"));
        assertThat(free.personKey("a")).isEqualTo(free.personKey("a"));
        assertThat(free.personKey("a")).isNotEqualTo(free.personKey("b"));
        assertThat(free.personKey("a")).isNotEqualTo(otherSeed.personKey("a"));
        assertThat(fixed.personKey("a")).isEqualTo(fixed.personKey("b"));
    }
}
