package vn.tram.driver.sbi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import vn.tram.device.DeviceQuery;
import vn.tram.device.FaultException;

/// What an `sbi://` address asks for: `sbi://127.0.0.1:4501/finger/SERIAL?env=Staging&score=60`.
///
/// @param port of the service; empty: the first of 4501–4600 that has the device
/// @param type of the device; empty: the service's only one
/// @param serial of the device; empty: any of its type
/// @param env the environment the device must be of; empty: the one it says
/// @param score at which the device takes the picture by itself, 0 to 100
record SbiAddress(
        URI address,
        OptionalInt port,
        Optional<Type> type,
        Optional<String> serial,
        Optional<String> env,
        int score) {
    static final String HOST = "127.0.0.1";

    /// MOSIP's registration client asks for it too.
    private static final int USUAL_SCORE = 60;

    /// The kinds of devices that the station has a use for.
    enum Type {
        FINGER("Finger"),
        FACE("Face");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /// As the interface writes it.
        String word() {
            return word;
        }

        static Optional<Type> of(String word) {
            return Arrays.stream(values()).filter(t -> t.word.equalsIgnoreCase(word)).findFirst();
        }
    }

    static SbiAddress of(URI address) throws FaultException {
        if (!HOST.equals(address.getHost()) || address.getUserInfo() != null) {
            throw DeviceQuery.refused(
                    address, "a device service is at sbi://127.0.0.1, with or without a port");
        }
        if (address.getFragment() != null || address.getPort() == 0 || address.getPort() > 65535) {
            throw DeviceQuery.refused(address, "a port is a number from 1 to 65535");
        }
        var path = Optional.ofNullable(address.getPath()).orElse("").replaceFirst("^/", "");
        var steps = path.isEmpty() ? new String[0] : path.split("/", 2);
        var type = steps.length == 0 ? Optional.<Type>empty() : Type.of(steps[0]);
        if (steps.length > 0 && type.isEmpty()) {
            throw DeviceQuery.refused(address, "the path is /finger or /face, then the serial");
        }
        var query = DeviceQuery.of(address, "env", "score");
        return new SbiAddress(
                address,
                address.getPort() < 0 ? OptionalInt.empty() : OptionalInt.of(address.getPort()),
                type,
                steps.length == 2 && !steps[1].isEmpty() ? Optional.of(steps[1]) : Optional.empty(),
                query.text("env"),
                (int) query.number("score", 0, 100).orElse(USUAL_SCORE));
    }

    /// The address of a device that was found. It names no port: a service takes another one when
    /// it starts again.
    static URI found(Type type, String serial) {
        return URI.create(
                "sbi://"
                        + HOST
                        + "/"
                        + type.word.toLowerCase(Locale.ROOT)
                        + "/"
                        + URLEncoder.encode(serial, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /// Whether a device of that type and serial is meant.
    boolean means(Optional<Type> other, String otherSerial) {
        return other.isPresent()
                && type.map(other.get()::equals).orElse(true)
                && serial.map(otherSerial::equals).orElse(true);
    }
}
