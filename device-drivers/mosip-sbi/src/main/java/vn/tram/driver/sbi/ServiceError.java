package vn.tram.driver.sbi;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Fault;

/// An error as a service tells it: in an object `error`, or, as MOSIP's mock does where it streams,
/// flat.
///
/// @param code of the specification, or the vendor's own
record ServiceError(int code, String info) {
    private static final int NO_CODE = 999;

    /// The error that an object carries, if it carries one; code 0 is none.
    static Optional<ServiceError> of(JsonNode object) {
        var error = object.path("error").isObject() ? object.path("error") : object;
        return Json.text(error, "errorCode")
                .filter(c -> !c.isBlank())
                .map(c -> new ServiceError(number(c), info(error)))
                .filter(e -> e.code != 0);
    }

    private static int number(String code) {
        return code.strip().matches("\\d{1,6}") ? Integer.parseInt(code.strip()) : NO_CODE;
    }

    /// Printable and short: it is shown to a technician.
    private static String info(JsonNode error) {
        var text = Json.text(error, "errorInfo").orElse("").replaceAll("[^\\p{Print}]", " ");
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    /// What it means to the station.
    ///
    /// @param address of the device
    /// @param patience that a capture had
    Fault fault(String address, Duration patience) {
        return switch (code) {
            case 101, 701 -> new Fault.TimedOut(patience, "finger or face before the device");
            case 106, 202, 605, 705 -> new Fault.Disconnected(address);
            case 107 ->
                    new Fault.Untrusted(
                            Fault.Doubt.CERTIFICATE, "the service says its device key has expired");
            case 111, 607, 703 -> new Fault.Busy("the device service");
            default -> new Fault.Refused(code, info.isBlank() ? "no description" : info);
        };
    }

    boolean isBusy() {
        return code == 111 || code == 607 || code == 703;
    }

    /// Whether the service does not know the method that it was asked with: another version's.
    boolean isUnknownMethod() {
        return code == 500;
    }
}
