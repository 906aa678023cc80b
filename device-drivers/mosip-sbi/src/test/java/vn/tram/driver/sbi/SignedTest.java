package vn.tram.driver.sbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.driver.sbi.simulator.Misdeed;
import vn.tram.driver.sbi.simulator.SimulatedDevice;

class SignedTest {
    private final Desk desk = new Desk();
    private Chain chain = new Chain(List.of());
    private String good = "";

    @BeforeEach
    void fetch() throws Exception {
        chain = new Chain(Desk.trust().certificates());
        var simulator = desk.serve(Misdeed.NONE, SimulatedDevice.SLAP);
        try (var service = Service.at(simulator.port())) {
            var ask = new Service.Ask("info", Deadline.in(Duration.ofSeconds(10)));
            good = Identification.ask(service, ask).path(0).path("deviceInfo").asString();
        }
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void aGoodOneIsBelieved() throws Exception {
        var payload = Signed.read(good, "info", chain).payload();
        assertThat(payload.path("deviceCode").asString()).isEqualTo("TRAMSIM-SLAP-1");
    }

    /// The first is `{"alg":"none"}`, the second RFC 7515's own example A.2 without its key, the
    /// third `{"alg":"HS256"}`.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eyJhbGciOiJub25lIn0.e30. | the info says 'alg: none'",
                "eyJhbGciOiJSUzI1NiJ9.e30.cC4hiUPoj9Eetdgtv3hF80EGrhuB | the info comes without the"
                        + " signer's certificate",
                "eyJhbGciOiJIUzI1NiJ9.e30.AAAA | the info is signed with another algorithm than RS256"
            })
    void whatIsNotSignedRightIsUntrusted(String text, String why) {
        assertThatThrownBy(() -> Signed.read(text, "info", chain))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e ->
                                assertThat(e.fault())
                                        .isEqualTo(
                                                new Fault.Untrusted(Fault.Doubt.SIGNATURE, why)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "a", "a.b", "a.b.c.d", "e30.e30.e30", "a.b.c", "eyJhbGciOjd9.e30.e30"})
    void whatIsNoSignedObjectIsGarbled(String text) {
        assertThatThrownBy(() -> Signed.read(text, "info", chain))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault()).isInstanceOf(Fault.Garbled.class));
    }

    private static String changed(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0 && !changed.isEmpty(); i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(4)) {
                case 0 -> changed.setCharAt(at, (char) (32 + random.nextInt(95)));
                case 1 -> changed.deleteCharAt(at);
                case 2 -> changed.insert(at, random.nextBoolean() ? '.' : '=');
                default -> changed.setLength(at + 1);
            }
        }
        return changed.toString();
    }

    /// Base64 has several ways to write the same bytes: believed may be what says the same.
    private void fuzz(long seed, int inputs) throws FaultException {
        var random = new Random(seed);
        var original = Signed.read(good, "info", chain).payload();
        for (int i = 0; i < inputs; i++) {
            var text = changed(good, random);
            try {
                JsonNode payload = Signed.read(text, "info", chain).payload();
                assertThat(payload).isEqualTo(original);
            } catch (FaultException e) {
                assertThat(e.fault()).isInstanceOfAny(Fault.Garbled.class, Fault.Untrusted.class);
            }
        }
    }

    @Test
    void nothingChangedIsBelieved() throws Exception {
        fuzz(20261123, 3_000);
    }

    @Test
    @Tag("endurance")
    void ofAMillionChangesNoneIsBelieved() throws Exception {
        fuzz(1, 1_000_000);
    }
}
