package vn.tram.driver.zfm;

import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import vn.tram.device.DeviceQuery;
import vn.tram.device.FaultException;

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
                path(uri),
                (int) baud,
                four(uri, query, "address", EVERY_MODULE),
                four(uri, query, "password", 0));
    }

    private static String path(URI uri) throws FaultException {
        var host = uri.getHost();
        boolean bare = uri.getUserInfo() == null && uri.getPort() < 0 && uri.getFragment() == null;
        var path = uri.getPath() == null ? "" : uri.getPath();
        if (bare && host != null && host.matches("(?i)com\\d+") && path.isEmpty()) {
            return host.toUpperCase(Locale.ROOT);
        }
        if (!bare || uri.getRawAuthority() != null || path.length() < 2) {
            throw DeviceQuery.refused(
                    uri, "a port is wanted, as in zfm:///dev/ttyUSB0 or zfm://COM3");
        }
        return path;
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
