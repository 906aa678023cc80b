package vn.tram.driver.sbi.simulator;

import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.tram.driver.sbi.Fingers;
import vn.tram.driver.sbi.HashChain;
import vn.tram.driver.sbi.Spec;
import vn.tram.image.Pixels;
import vn.tram.image.Position;

/// The JSON of the simulated service, to the letter.
final class Answers {
    static final JsonMapper JSON = new JsonMapper();

    private final Spec spec;
    private final String environment;
    private final Signing signing;
    private final String base;

    /// @param base the callback of the service, with a slash at the end
    Answers(Spec spec, String environment, Signing signing, String base) {
        this.spec = spec;
        this.environment = environment;
        this.signing = signing;
        this.base = base;
    }

    /// How a device stands.
    enum Status {
        READY("Ready", 0),
        BUSY("Busy", 111),
        NOT_READY("Not Ready", 110),
        NOT_REGISTERED("Not Registered", 100);

        private final String word;
        private final int code;

        Status(String word, int code) {
            this.word = word;
            this.code = code;
        }
    }

    static ObjectNode error(Refusal refusal) {
        var body = JSON.createObjectNode();
        return error(body, refusal.code(), refusal.info());
    }

    private static ObjectNode error(ObjectNode object, int code, String info) {
        var error = object.putObject("error");
        error.put("errorCode", Integer.toString(code));
        error.put("errorInfo", info);
        return object;
    }

    /// One element of the answer to a discovery.
    ObjectNode discovered(SimulatedDevice device, Status status) {
        var found = JSON.createObjectNode();
        described(found, device, status);
        found.put("digitalId", Signing.unsigned(digitalId(device, device.serial())));
        return error(found, status.code, status == Status.READY ? "Success" : status.word);
    }

    /// One element of the answer to a question for the info.
    ObjectNode info(SimulatedDevice device, Status status) {
        boolean registered = status != Status.NOT_REGISTERED;
        var info = JSON.createObjectNode();
        described(info, device, status);
        info.put("firmware", "1.0.0");
        info.put("env", registered ? environment : "None");
        var id = digitalId(device, device.serial());
        info.put("digitalId", registered ? signing.sign(id) : Signing.unsigned(id));
        if (spec == Spec.V1_0) {
            info.put("serialNo", device.serial());
        }
        var element = JSON.createObjectNode();
        element.put("deviceInfo", registered ? signing.sign(info) : Signing.unsigned(info));
        return error(element, status.code, status == Status.READY ? "Success" : status.word);
    }

    private void described(ObjectNode object, SimulatedDevice device, Status status) {
        object.put("deviceStatus", status.word);
        object.put("deviceId", device.id());
        object.put("certification", "L0");
        object.put("serviceVersion", "1.0.0");
        var subIds = object.putArray("deviceSubId");
        device.subIds().forEach(i -> subIds.add(Integer.toString(i)));
        object.put("callbackId", base);
        object.put("deviceCode", device.serial());
        object.putArray("specVersion").add(spec.version());
        object.put("purpose", status == Status.NOT_REGISTERED ? "" : "Registration");
    }

    private static ObjectNode digitalId(SimulatedDevice device, String serial) {
        var id = JSON.createObjectNode();
        id.put("serialNo", serial);
        id.put("make", "Tram");
        id.put("model", "Simulated " + device.subType());
        id.put("type", device.type());
        id.put("deviceSubType", device.subType());
        id.put("deviceProvider", "Tram");
        id.put("deviceProviderId", "TRAM");
        id.put("dateTime", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return id;
    }

    /// The refusal of a capture.
    ObjectNode refused(Refusal refusal) {
        var body = JSON.createObjectNode();
        var biometric = body.putArray("biometrics").addObject();
        biometric.put("specVersion", spec.version());
        biometric.put("data", "");
        biometric.put("hash", "");
        error(biometric, refusal.code(), refusal.info());
        return body;
    }

    /// One biometric before it is written down.
    ///
    /// @param finger empty for a face
    private record Biometric(Optional<Position> finger, byte[] record) {}

    /// The answer to a capture.
    ///
    /// @param pictures of the fingers asked for in their order, or the one of the face
    /// @param score that the device gives all of them
    ObjectNode captured(Asked asked, List<Pixels> pictures, int score, Misdeed misdeed) {
        var biometrics = new ArrayList<ObjectNode>();
        var hash = asked.previousHash();
        for (var biometric : biometrics(asked, pictures, score, misdeed)) {
            hash = HashChain.next(hash, biometric.record);
            var shown = misdeed == Misdeed.BROKEN_HASH ? HashChain.START : hash;
            biometrics.add(element(asked, biometric, shown, score, misdeed));
        }
        if (misdeed == Misdeed.SWAPPED && biometrics.size() > 1) {
            Collections.swap(biometrics, 0, 1);
        }
        var body = JSON.createObjectNode();
        body.putArray("biometrics").addAll(biometrics);
        return body;
    }

    private static List<Biometric> biometrics(
            Asked asked, List<Pixels> pictures, int score, Misdeed misdeed) {
        var all = new ArrayList<Biometric>();
        if (asked.fingers().isEmpty()) {
            var record = IsoRecords.face(pictures.getFirst(), score, misdeed);
            all.add(new Biometric(Optional.empty(), record));
        }
        for (int i = 0; i < asked.fingers().size(); i++) {
            var finger = finger(asked.fingers(), i, misdeed);
            var record = IsoRecords.finger(finger, pictures.get(i), score, misdeed);
            all.add(new Biometric(Optional.of(finger), record));
        }
        switch (misdeed) {
            case ONE_MORE -> all.add(all.getFirst());
            case ONE_LESS -> all.removeLast();
            default -> {}
        }
        return all;
    }

    private static Position finger(List<Position> fingers, int i, Misdeed misdeed) {
        var finger = fingers.get(misdeed == Misdeed.FINGER_TWICE && i == 1 ? 0 : i);
        return misdeed == Misdeed.OTHER_FINGER && i == 0
                ? Position.fingers().get((finger.code() + 4) % 10)
                : finger;
    }

    private ObjectNode element(
            Asked asked, Biometric biometric, String hash, int score, Misdeed misdeed) {
        var element = JSON.createObjectNode();
        element.put("specVersion", misdeed == Misdeed.WRONG_VERSION ? "0.9.2" : spec.version());
        element.put("data", signing.sign(payload(asked, biometric, score, misdeed), misdeed));
        element.put("hash", hash);
        return error(element, 0, "Success");
    }

    private JsonNode payload(Asked asked, Biometric biometric, int score, Misdeed misdeed) {
        var device = asked.device();
        var serial = misdeed == Misdeed.OTHER_SERIAL ? "TRAMSIM-OTHER" : device.serial();
        var payload = JSON.createObjectNode();
        payload.put("digitalId", signing.sign(digitalId(device, serial)));
        var code = misdeed == Misdeed.OTHER_CODE ? "TRAMSIM-OTHER" : device.serial();
        payload.put("deviceCode", code);
        if (spec == Spec.V1_0) {
            payload.put("serialNo", code);
        }
        payload.put("deviceServiceVersion", "1.0.0");
        payload.put("bioType", misdeed == Misdeed.WRONG_TYPE ? "Iris" : device.type());
        biometric.finger.ifPresent(f -> payload.put("bioSubType", Fingers.subType(f)));
        payload.put("purpose", misdeed == Misdeed.WRONG_PURPOSE ? "Auth" : "Registration");
        payload.put("env", misdeed == Misdeed.WRONG_ENVIRONMENT ? "Developer" : environment);
        payload.put("bioValue", Base64URL.encode(biometric.record).toString());
        payload.put(
                "transactionId",
                misdeed == Misdeed.OTHER_TRANSACTION ? "1234567890" : asked.transaction());
        payload.put("timestamp", time(misdeed).toString());
        payload.put("requestedScore", Integer.toString(asked.score()));
        payload.put("qualityScore", Integer.toString(score));
        return payload;
    }

    private static Instant time(Misdeed misdeed) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var wrong = Duration.ofHours(1);
        return switch (misdeed) {
            case SLOW_CLOCK -> now.minus(wrong);
            case FAST_CLOCK -> now.plus(wrong);
            default -> now;
        };
    }
}
