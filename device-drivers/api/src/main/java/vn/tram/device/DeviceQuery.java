package vn.tram.device;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The query of a device's address, such as `seed=7&skin=dry`, read strictly: a name that the
/// driver does not know, a name given twice or a value that does not fit is [Fault.Refused] with
/// code 0, naming it.
public final class DeviceQuery {
    private final URI address;
    private final Map<String, String> values;

    private DeviceQuery(URI address, Map<String, String> values) {
        this.address = address;
        this.values = values;
    }

    /// @param known all names the driver understands
    /// @throws FaultException when the query has another name, one twice, or one without a value
    public static DeviceQuery of(URI address, String... known) throws FaultException {
        var values = new LinkedHashMap<String, String>();
        var query = address.getRawQuery();
        if (query == null || query.isEmpty()) {
            return new DeviceQuery(address, values);
        }
        for (var part : query.split("&", -1)) {
            int sign = part.indexOf('=');
            var name = sign < 0 ? part : part.substring(0, sign);
            if (!List.of(known).contains(name)) {
                throw refused(
                        address,
                        "unknown parameter '" + name + "'; known are " + String.join(", ", known));
            }
            if (sign < 0 || sign == part.length() - 1) {
                throw refused(address, "parameter '" + name + "' has no value");
            }
            if (values.put(name, decoded(address, name, part.substring(sign + 1))) != null) {
                throw refused(address, "parameter '" + name + "' is given twice");
            }
        }
        return new DeviceQuery(address, values);
    }

    private static String decoded(URI address, String name, String raw) throws FaultException {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    new Fault.Refused(0, address + ": parameter '" + name + "' is badly escaped"),
                    e);
        }
    }

    /// The value as it is written.
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// A whole number from `least` to `most`.
    public OptionalLong number(String name, long least, long most) throws FaultException {
        var text = values.get(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        var wanted = "parameter '" + name + "' must be a whole number";
        try {
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                throw refused(address, wanted + " from " + least + " to " + most);
            }
            return OptionalLong.of(number);
        } catch (NumberFormatException e) {
            throw new FaultException(
                    new Fault.Refused(0, address + ": " + wanted + ", not '" + text + "'"), e);
        }
    }

    /// One of the constants of an enum, written in lower case with dashes.
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> of) throws FaultException {
        var text = values.get(name);
        if (text == null) {
            return Optional.empty();
        }
        for (var constant : of.getEnumConstants()) {
            if (written(constant).equals(text)) {
                return Optional.of(constant);
            }
        }
        var words = Arrays.stream(of.getEnumConstants()).map(DeviceQuery::written).toList();
        throw refused(
                address,
                "parameter '" + name + "' must be one of " + words + ", not '" + text + "'");
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The fault of an address that cannot be understood.
    public static FaultException refused(URI address, String mistake) {
        return new FaultException(new Fault.Refused(0, address + ": " + mistake));
    }
}
