package vn.tram.driver.zfm;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import vn.tram.device.DeviceQuery;
import vn.tram.device.FaultException;
import vn.tram.serial.PortPath;

/// What an address `zfm:///dev/ttyUSB0?baud=57600` says.
///
/// @param path of the port
/// @param baud the module's own speed
/// @param module its address on the line
/// @param password of four bytes
record ZfmAddress(URI uri, String path, int baud, int module, int password) {
    /// The speeds of these modules that serial ports know, the likeliest first.
    static final List<Integer> SPEEDS = List.of(57_600, 115_200, 9_600, 38_400, 19_200);

    /// Answers to every module whose address was not changed.
    private static final int EVERY_MODULE = 0xFFFF_FFFF;

    static ZfmAddress of(URI uri) throws FaultException {
        var query = DeviceQuery.of(uri, "baud", "address", "password");
        long baud = query.number("baud", 9_600, 115_200).orElse(SPEEDS.getFirst());
        if (!SPEEDS.contains((int) baud)) {
            throw DeviceQuery.refused(
                    uri, "parameter 'baud' must be one of " + SPEEDS + ", not " + baud);
        }
        return new ZfmAddress(
                uri,
                PortPath.of(uri),
                (int) baud,
                four(uri, query, "address", EVERY_MODULE),
                four(uri, query, "password", 0));
    }

    private static int four(URI uri, DeviceQuery query, String name, int otherwise)
            throws FaultException {
        var text = query.text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("[0-9A-Fa-f]{8}")) {
            throw DeviceQuery.refused(
                    uri, "parameter '" + name + "' must be eight hexadecimal digits");
        }
        return HexFormat.fromHexDigits(text.get());
    }
}
