package vn.tram.driver.sbi;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;
import vn.tram.image.Resolution;

/// What a service says of one device: the payload of `deviceInfo`, with the digital id inside.
///
/// @param status `Ready`, `Busy`, `Not Ready`, `Not Registered`
/// @param code the device's code, which is its serial number
/// @param id of the device for requests in 0.9.5
/// @param callback where later calls go
record Details(
        String status,
        String code,
        String id,
        String firmware,
        String certification,
        String env,
        String purpose,
        List<String> specVersions,
        Optional<URI> callback,
        DigitalId digitalId) {
    /// Nominal sizes: the interface does not tell them. 3.2 x 3 inches and 1 x 1 inch at 500 ppi,
    /// as FAP 60 and FAP 45 scanners are wide, and a full HD camera.
    private static final int[][] SIZES = {{1600, 1500}, {500, 500}, {1920, 1080}};

    /// Who the device is, as its maker signed it.
    ///
    /// @param type `Finger`, `Face` or `Iris`
    /// @param subType such as `Slap` or `Full face`
    record DigitalId(String serial, String make, String model, String type, String subType) {
        static DigitalId of(JsonNode payload) throws FaultException {
            return new DigitalId(
                    Json.text(payload, "serialNo", "digital id"),
                    Json.text(payload, "make").orElse(""),
                    Json.text(payload, "model").orElse(""),
                    Json.text(payload, "type", "digital id"),
                    Json.text(payload, "deviceSubType").orElse(""));
        }
    }

    static Details of(JsonNode payload, DigitalId digitalId) throws FaultException {
        return new Details(
                Json.text(payload, "deviceStatus", "device info"),
                Json.text(payload, "deviceCode").orElse(""),
                Json.text(payload, "deviceId").orElse(""),
                Json.text(payload, "firmware").orElse(""),
                Json.text(payload, "certification").orElse(""),
                Json.text(payload, "env").orElse(""),
                Json.text(payload, "purpose").orElse(""),
                Json.texts(payload, "specVersion"),
                callback(payload),
                digitalId);
    }

    /// Where a service wants later calls; anything but this machine is not followed.
    private static Optional<URI> callback(JsonNode payload) throws FaultException {
        var text = Json.text(payload, "callbackId").filter(t -> !t.isBlank());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches("http://127\\.0\\.0\\.1:\\d{1,5}(/[\\w./-]*)?")) {
            throw new FaultException(
                    new Fault.Garbled("a callbackId on " + SbiAddress.HOST, "another place"));
        }
        return Optional.of(URI.create(text.get().endsWith("/") ? text.get() : text.get() + "/"));
    }

    Optional<SbiAddress.Type> type() {
        return SbiAddress.Type.of(digitalId.type);
    }

    Spec spec() throws FaultException {
        return Spec.of(specVersions)
                .orElseThrow(() ->
                        new FaultException(
                                new Fault.Refused(0, "speaks none of the versions 0.9.5 and 1.0")));
    }

    Kind kind() {
        if (!digitalId.type.equalsIgnoreCase("Finger")) {
            return Kind.CAMERA;
        }
        return digitalId.subType.toLowerCase(Locale.ROOT).equals("single")
                ? Kind.SINGLE_FINGER_SCANNER
                : Kind.SLAP_SCANNER;
    }

    /// @param address where the station opened it
    DeviceInfo info(URI address) throws FaultException {
        var size = SIZES[kind().ordinal()];
        boolean camera = kind() == Kind.CAMERA;
        return new DeviceInfo(
                address,
                kind(),
                digitalId.make.isBlank() ? "unnamed" : digitalId.make,
                digitalId.model.isBlank() ? "unnamed" : digitalId.model,
                digitalId.serial,
                firmware,
                "MOSIP SBI " + spec().version() + " " + certification,
                camera ? new Resolution.Unknown() : Resolution.Ppi.of(SbiDevice.PPI),
                256,
                size[0],
                size[1]);
    }
}
