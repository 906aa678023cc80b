package vn.tram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;

class ShippedDriversTest {
    @Test
    void theStationFindsItsDriversAndLeavesNoneOut() throws Exception {
        var drivers = Drivers.load(ShippedDriversTest.class.getClassLoader());
        assertThat(drivers.schemes()).contains("sim", "folder", "zfm", "qr", "sbi");
        assertThat(drivers.leftOut()).isEmpty();
        assertThat(drivers.scan())
                .contains(URI.create("sim://slap"), URI.create("sim://camera"))
                .filteredOn(address ->
                        address.getScheme().equals("sim")) // who knows what is plugged in
                .allSatisfy(address -> {
                    var opening = drivers.open(address);
                    assertThat(opening).isInstanceOf(Opening.Opened.class);
                    if (opening instanceof Opening.Opened(var device)) {
                        device.close();
                    }
                });
    }
}
