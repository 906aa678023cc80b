package vn.tram.driver.sbi.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import vn.tram.driver.sbi.HashChain;
import vn.tram.driver.sbi.Spec;
import vn.tram.image.Position;

/// A request, read strictly: each field must be there and be what the specification says, also
/// where MOSIP's own service does not look.
///
/// @param fingers wanted, in the order of their codes; empty for a face
/// @param environment the device's, as the client wrote it
record Asked(
        SimulatedDevice device,
        int subId,
        List<Position> fingers,
        int score,
        Duration timeout,
        String transaction,
        String previousHash,
        String environment) {
    private static final Set<String> TYPES = Set.of("Biometric Device", "Finger", "Face", "Iris");
    private static final Set<String> ENVIRONMENTS =
            Set.of("Staging", "Developer", "Pre-Production", "Production");

    /// A capture that nobody would wait for.
    private static final int MOST_MILLIS = 600_000;

    private static final int MOST_OPTIONS = 50;

    /// A question for devices: of which type?
    static String type(JsonNode body, Spec spec) throws Refused {
        var type = text(body, "type", 502);
        if (TYPES.stream().noneMatch(type::equalsIgnoreCase)) {
            throw new Refused(502, "Invalid type of device");
        }
        if (spec == Spec.V1_0) {
            version(body, spec);
        }
        return type;
    }

    /// The device and part whose live picture is wanted.
    static Asked stream(JsonNode body, Spec spec, List<SimulatedDevice> devices) throws Refused {
        if (spec == Spec.V1_0) {
            version(body, spec);
        }
        var device = device(body, spec, devices);
        int millis = body.hasNonNull("timeout") ? millis(body) : MOST_MILLIS;
        return new Asked(
                device, subId(body, device), List.of(), 0, Duration.ofMillis(millis), "", "", "");
    }

    static Asked capture(
            JsonNode body, Spec spec, List<SimulatedDevice> devices, String environment)
            throws Refused {
        var env = text(body, "env", 115);
        if (!ENVIRONMENTS.contains(env) || !env.equals(environment)) {
            throw new Refused(115, "Environment is not that of the device");
        }
        if (!text(body, "purpose", 121).equals("Registration")) {
            throw new Refused(121, "Purpose is not Registration");
        }
        version(body, spec);
        time(body);
        var transaction = text(body, "transactionId", 112);
        if (!transaction.matches("[A-Za-z0-9-]{4,50}")) {
            throw new Refused(112, "Invalid transaction id");
        }
        options(body.path("customOpts"));
        var bio = only(body.path("bio"));
        var device = device(bio, spec, devices);
        if (!text(bio, "type", 114).equals(device.type())) {
            throw new Refused(120, "Type is not that of the device");
        }
        int subId = subId(bio, device);
        var fingers = fingers(bio, device, subId);
        return new Asked(
                device,
                subId,
                fingers,
                number(bio, "requestedScore", 0, 100, 124),
                Duration.ofMillis(millis(body)),
                transaction,
                previousHash(bio),
                env);
    }

    private static List<Position> fingers(JsonNode bio, SimulatedDevice device, int subId)
            throws Refused {
        int count = number(bio, "count", 1, 10, 113);
        if (device == SimulatedDevice.FACE) {
            if (count != 1 || !words(bio, "bioSubType", 122).isEmpty()) {
                throw new Refused(109, "A face is one, and has no subtype");
            }
            return List.of();
        }
        var wanted = new TreeSet<Position>();
        var exceptions = named(bio, "exception", 117, device, subId);
        var subTypes = named(bio, "bioSubType", 119, device, subId);
        if (device == SimulatedDevice.SLAP) {
            wanted.addAll(device.shown(subId).members());
            wanted.removeAll(exceptions);
            if (!subTypes.isEmpty() && !subTypes.equals(List.copyOf(wanted))) {
                throw new Refused(119, "Subtypes and exceptions do not make the slap");
            }
        } else {
            wanted.addAll(subTypes);
        }
        if (wanted.isEmpty() || count != wanted.size()) {
            throw new Refused(109, "Count is not that of the fingers that are left");
        }
        return List.copyOf(wanted);
    }

    /// In the order of their codes.
    private static List<Position> named(
            JsonNode bio, String field, int code, SimulatedDevice device, int subId)
            throws Refused {
        var fingers = new TreeSet<Position>();
        for (var word : words(bio, field, code)) {
            var finger =
                    device.finger(word, subId)
                            .orElseThrow(() -> new Refused(code, "Not a finger of this part"));
            if (!fingers.add(finger)) {
                throw new Refused(code, "A finger is named twice");
            }
        }
        return List.copyOf(fingers);
    }

    private static List<String> words(JsonNode object, String field, int code) throws Refused {
        var words = new ArrayList<String>();
        var value = object.path(field);
        if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
            throw new Refused(code, field + " is not an array");
        }
        for (var element : value) {
            if (!element.isString()) {
                throw new Refused(code, field + " holds something else than text");
            }
            words.add(element.asString());
        }
        return words;
    }

    private static SimulatedDevice device(JsonNode object, Spec spec, List<SimulatedDevice> devices)
            throws Refused {
        var field = spec.deviceField();
        var name = text(object, field, 106);
        for (var device : devices) {
            if (name.equals(spec == Spec.V1_0 ? device.serial() : device.id())) {
                return device;
            }
        }
        throw new Refused(Refusal.noDevice(field));
    }

    private static int subId(JsonNode object, SimulatedDevice device) throws Refused {
        int subId = number(object, "deviceSubId", 0, 9, 106);
        if (!device.subIds().contains(subId)) {
            throw new Refused(Refusal.noDevice("deviceSubId"));
        }
        return subId;
    }

    private static String previousHash(JsonNode bio) throws Refused {
        var value = bio.path("previousHash");
        var hash = value.isString() ? value.asString() : "";
        if (hash.isEmpty()) {
            return HashChain.START;
        }
        if (!HashChain.isHash(hash)) {
            throw new Refused(125, "previousHash is no SHA-256 in hexadecimal");
        }
        return hash;
    }

    private static void version(JsonNode body, Spec spec) throws Refused {
        if (!text(body, "specVersion", 126).equals(spec.version())) {
            throw new Refused(126, "specVersion is not " + spec.version());
        }
    }

    private static void time(JsonNode body) throws Refused {
        try {
            Instant.parse(text(body, "captureTime", 127));
        } catch (DateTimeParseException _) {
            throw new Refused(127, "captureTime is no time in UTC");
        }
    }

    private static void options(JsonNode options) throws Refused {
        boolean none = options.isMissingNode() || options.isNull();
        if (!none && (!options.isContainer() || options.size() > MOST_OPTIONS)) {
            throw new Refused(128, "customOpts holds more than " + MOST_OPTIONS + " pairs");
        }
    }

    private static JsonNode only(JsonNode bio) throws Refused {
        if (!bio.isArray() || bio.size() != 1) {
            throw new Refused(113, "bio holds one device");
        }
        return bio.path(0);
    }

    private static int millis(JsonNode body) throws Refused {
        return number(body, "timeout", 1, MOST_MILLIS, 129);
    }

    private static int number(JsonNode object, String field, int least, int most, int code)
            throws Refused {
        var text = text(object, field, code);
        int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new Refused(code, field + " is no number from " + least + " to " + most);
        }
        return value;
    }

    /// Numbers are taken as numbers or as text: the specification shows both.
    private static String text(JsonNode object, String field, int code) throws Refused {
        var value = object.path(field);
        if (!value.isString() && !value.isIntegralNumber() || value.asString().isBlank()) {
            throw new Refused(code, field + " is missing");
        }
        return value.asString();
    }
}
