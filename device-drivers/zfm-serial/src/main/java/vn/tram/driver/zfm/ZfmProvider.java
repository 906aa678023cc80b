package vn.tram.driver.zfm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceProvider;
import vn.tram.device.FaultException;
import vn.tram.device.Opening;
import vn.tram.serial.Line;
import vn.tram.serial.SerialLine;

/// Opens `zfm:///dev/ttyUSB0`, or `zfm://COM3` on Windows: ZFM-20, R30x, FPM10A, AS608, R503.
///
/// Parameters, none of them needed:
///
/// - `baud=N` — the module's own speed: 9600, 19200, 38400, 57600 (the default) or 115200. A module
///   found at another one is brought to it
/// - `address=XXXXXXXX` — of the module, eight hexadecimal digits; `FFFFFFFF` if not given
/// - `password=XXXXXXXX` — the same way; `00000000` if not given
public final class ZfmProvider implements DeviceProvider {
    /// For everything that an opening asks of the module.
    private static final Duration OPENING = Duration.ofSeconds(6);

    @Override
    public String scheme() {
        return "zfm";
    }

    /// The USB adapters and board ports; whether a module hangs on one shows when it is opened.
    @Override
    public List<URI> scan() {
        return SerialLine.ports().stream().map(port -> URI.create("zfm://" + port)).toList();
    }

    @Override
    public Opening open(URI address) throws InterruptedException {
        try {
            var parsed = ZfmAddress.of(address);
            return identified(parsed, SerialLine.open(parsed.path(), parsed.baud()));
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        }
    }

    private static Opening identified(ZfmAddress address, Line line)
            throws FaultException, InterruptedException {
        boolean open = false;
        try {
            var device = ZfmDevice.identify(address, line, Deadline.in(OPENING));
            open = true;
            return new Opening.Opened(device);
        } finally {
            if (!open) {
                line.close();
            }
        }
    }
}
