package vn.tram.driver.sbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.tram.device.Deadline;
import vn.tram.device.Opening;
import vn.tram.driver.sbi.simulator.Misdeed;
import vn.tram.driver.sbi.simulator.SimulatedDevice;

class DiscoveryTest {
    private final Desk desk = new Desk();

    @AfterEach
    void end() {
        desk.close();
    }

    /// A service of that version on the last free port of the interface's.
    private void serve(Spec spec, SimulatedDevice... devices) {
        for (int port = Discovery.LAST_PORT; port >= Discovery.FIRST_PORT; port--) {
            try {
                desk.serve(port, spec, Misdeed.NONE, devices);
                return;
            } catch (IOException _) {
                continue; // taken
            }
        }
        Assumptions.abort("no port of the interface is free");
    }

    @Test
    void servicesOfBothVersionsAreFoundBesideAPortThatOnlyListens() throws Exception {
        serve(Spec.V0_9_5, SimulatedDevice.SLAP);
        serve(Spec.V1_0, SimulatedDevice.FACE);
        Discovery.devices(); // the first time classes are loaded
        try (var jammed = new ServerSocket()) {
            jammed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), free()), 1);
            var limit = Deadline.in(Duration.ofSeconds(2)); // four times the promise
            var found = Discovery.devices();
            assertThat(limit.passed()).isFalse();
            assertThat(found)
                    .contains(
                            URI.create("sbi://127.0.0.1/finger/TRAMSIM-SLAP-1"),
                            URI.create("sbi://127.0.0.1/face/TRAMSIM-FACE-1"));
        }
    }

    private static int free() throws IOException {
        for (int port = Discovery.FIRST_PORT; port < Discovery.LAST_PORT; port++) {
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException _) {
                continue; // taken
            }
        }
        return Assumptions.abort("no port of the interface is free");
    }

    @Test
    void aDeviceFoundIsOpenedWithoutItsPort() throws Exception {
        serve(Spec.V0_9_5, SimulatedDevice.SINGLE);
        var address = SbiAddress.found(SbiAddress.Type.FINGER, SimulatedDevice.SINGLE.serial());
        var opening = new SbiProvider().open(address, Desk.trust());
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (var device = ((Opening.Opened) opening).device()) {
            assertThat(device.info().serial()).isEqualTo("TRAMSIM-SINGLE-1");
        }
    }

    @Test
    void aSerialNumberOfAnyLettersSurvivesTheAddress() throws Exception {
        var address = SbiAddress.found(SbiAddress.Type.FACE, "A/b c%ä?#");
        assertThat(SbiAddress.of(address).serial()).contains("A/b c%ä?#");
    }
}
