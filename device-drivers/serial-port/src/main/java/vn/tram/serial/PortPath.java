package vn.tram.serial;

import java.net.URI;
import java.util.Locale;
import vn.tram.device.DeviceQuery;
import vn.tram.device.FaultException;

/// The port in a device's address, such as `zfm:///dev/ttyUSB0` or `qr://COM3`.
public final class PortPath {
    private PortPath() {}

    /// @return such as `/dev/ttyUSB0` or `COM3`
    /// @throws FaultException `Refused` when the address names no port
    public static String of(URI address) throws FaultException {
        var host = address.getHost();
        boolean bare =
                address.getUserInfo() == null
                        && address.getPort() < 0
                        && address.getFragment() == null;
        var path = address.getPath() == null ? "" : address.getPath();
        if (bare && host != null && host.matches("(?i)com\\d+") && path.isEmpty()) {
            return host.toUpperCase(Locale.ROOT);
        }
        if (!bare || address.getRawAuthority() != null || path.length() < 2) {
            var scheme = address.getScheme();
            throw DeviceQuery.refused(
                    address,
                    "a port is wanted, as in "
                            + (scheme + ":///dev/ttyUSB0 or " + scheme + "://COM3"));
        }
        return path;
    }
}
