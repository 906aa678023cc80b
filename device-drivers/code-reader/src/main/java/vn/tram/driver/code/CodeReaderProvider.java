package vn.tram.driver.code;

import java.net.URI;
import java.util.List;
import java.util.Set;
import vn.tram.device.DeviceInfo;
import vn.tram.device.DeviceProvider;
import vn.tram.device.DeviceQuery;
import vn.tram.device.FaultException;
import vn.tram.device.Opening;
import vn.tram.serial.PortPath;
import vn.tram.serial.SerialLine;

/// Opens `qr:///dev/ttyACM0`, or `qr://COM3` on Windows.
///
/// One parameter, not needed: `baud=N`, 1200 to 115200, 9600 if not given. A reader on USB reads at
/// any.
public final class CodeReaderProvider implements DeviceProvider {
    private static final Set<Long> SPEEDS =
            Set.of(1_200L, 2_400L, 4_800L, 9_600L, 19_200L, 38_400L, 57_600L, 115_200L);

    private static final int USUAL_BAUD = 9_600;

    @Override
    public String scheme() {
        return "qr";
    }

    /// The USB devices that are a serial port themselves (CDC-ACM). A reader never tells what it is
    /// until somebody shows it a code.
    @Override
    public List<URI> scan() {
        return SerialLine.ports().stream()
                .filter(port -> port.matches("/dev/(ttyACM\\d+|cu\\.usbmodem.*)|COM\\d+"))
                .map(port -> URI.create("qr://" + port))
                .toList();
    }

    @Override
    public Opening open(URI address) {
        try {
            var path = PortPath.of(address);
            var line = SerialLine.open(path, baud(address));
            return new Opening.Opened(SerialCodeReader.start(info(address, line), line));
        } catch (FaultException e) {
            return new Opening.NotOpened(e.fault());
        }
    }

    private static int baud(URI address) throws FaultException {
        var query = DeviceQuery.of(address, "baud");
        long baud = query.number("baud", 1_200, 115_200).orElse(USUAL_BAUD);
        if (!SPEEDS.contains(baud)) {
            throw DeviceQuery.refused(
                    address,
                    "parameter 'baud' must be one of "
                            + (SPEEDS.stream().sorted().toList() + ", not " + baud));
        }
        return (int) baud;
    }

    private static DeviceInfo info(URI address, SerialLine line) {
        var names = line.names();
        return DeviceInfo.codeReader(
                address,
                names.make().isEmpty() ? "Serial" : names.make(),
                names.product().isEmpty() ? "Code reader" : names.product(),
                names.serial(),
                "");
    }
}
