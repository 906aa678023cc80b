package vn.tram.driver.sbi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Evidence;
import vn.tram.device.Fault;
import vn.tram.device.Fault.Doubt;
import vn.tram.device.FaultException;
import vn.tram.device.Sample;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

/// The answer to a capture, held against the question. Nothing of it is used before all of it
/// holds: each signature and chain, that it answers *this* question from *this* device, the hash
/// chain, the positions in the word and in the record.
final class Answer {
    /// How far the device's clock may be from the station's: they run on the same machine, and
    /// MOSIP's services round to seconds.
    static final Duration SKEW = Duration.ofMinutes(2);

    private static final String JWT = "application/jwt";

    private final Identification.Identified device;
    private final Identification identification;
    private final Chain chain;
    private final Question question;
    private final String address;

    /// What an answer holds.
    ///
    /// @param samples as the interface gave them, fingers by their codes
    /// @param hash of the last biometric, which the session's next capture follows
    record Believed(List<Sample> samples, String hash) {}

    Answer(
            Identification.Identified device,
            Identification identification,
            Chain chain,
            Question question,
            String address) {
        this.device = device;
        this.identification = identification;
        this.chain = chain;
        this.question = question;
        this.address = address;
    }

    /// @param body the whole answer, which carries no error
    Believed believe(JsonNode body) throws FaultException {
        var biometrics = body.path("biometrics");
        if (!biometrics.isArray()) {
            throw garbled("biometrics in an array", "something else");
        }
        if (biometrics.size() != question.count()) {
            throw garbled(question.count() + " biometrics", Integer.toString(biometrics.size()));
        }
        var texts = new ArrayList<String>();
        var payloads = new ArrayList<JsonNode>();
        for (var biometric : biometrics) {
            expect(question.spec().version(), biometric, "specVersion", "biometric");
            var text = Json.text(biometric, "data", "biometric");
            texts.add(text);
            payloads.add(payload(text));
        }
        var hash = checkHashes(biometrics, payloads);
        return new Believed(samples(texts, payloads), hash);
    }

    private JsonNode payload(String text) throws FaultException {
        if (!Signed.looksSigned(text)) {
            throw doubt(Doubt.SIGNATURE, "the capture is not signed");
        }
        var signed = Signed.read(text, "capture", chain);
        if (!signed.signer().equals(device.info().signer())) {
            throw doubt(
                    Doubt.IDENTITY,
                    "the capture is signed with another key than the device's info was");
        }
        checkDevice(signed.payload());
        checkAnswers(signed.payload());
        return signed.payload();
    }

    private void checkDevice(JsonNode payload) throws FaultException {
        var serial = device.details().digitalId().serial();
        if (!identification.digitalId(payload, "capture").serial().equals(serial)) {
            throw doubt(Doubt.IDENTITY, "the capture is of another device, by its digital id");
        }
        var code = Json.text(payload, question.spec() == Spec.V1_0 ? "serialNo" : "deviceCode");
        if (!code.or(() -> Json.text(payload, "deviceCode")).equals(Optional.of(serial))) {
            throw doubt(Doubt.IDENTITY, "the capture is of another device, by its code");
        }
    }

    private void checkAnswers(JsonNode payload) throws FaultException {
        if (!question.transaction().equals(Json.text(payload, "transactionId", "capture"))) {
            throw doubt(Doubt.ANSWER, "the capture answers another transaction");
        }
        if (!"Registration".equalsIgnoreCase(Json.text(payload, "purpose", "capture"))) {
            throw doubt(Doubt.ANSWER, "the capture is for another purpose than registration");
        }
        if (!question.env().equalsIgnoreCase(Json.text(payload, "env", "capture"))) {
            throw doubt(Doubt.ANSWER, "the capture is of another environment");
        }
        if (!question.type().equalsIgnoreCase(Json.text(payload, "bioType", "capture"))) {
            throw doubt(Doubt.ANSWER, "the capture is of another modality");
        }
        var time = time(Json.text(payload, "timestamp", "capture"));
        boolean early = time.isBefore(question.askedAt().minus(SKEW));
        boolean late = time.isAfter(Instant.now().plus(SKEW));
        if (early || late) {
            throw doubt(
                    Doubt.CLOCK,
                    "the capture's time is " + (early ? "before" : "after") + " the station's");
        }
    }

    /// ISO 8601 in UTC, with fractions of a second or without.
    private static Instant time(String text) throws FaultException {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new FaultException(
                    new Fault.Garbled("capture: a time in UTC", "something else"), e);
        }
    }

    private String checkHashes(JsonNode biometrics, List<JsonNode> payloads) throws FaultException {
        var hash = question.previousHash();
        for (int i = 0; i < payloads.size(); i++) {
            hash = HashChain.next(hash, bioValue(payloads.get(i)));
            if (!hash.equalsIgnoreCase(Json.text(biometrics.path(i), "hash", "biometric"))) {
                throw doubt(Doubt.ANSWER, "the chain of hashes breaks at biometric " + (i + 1));
            }
        }
        return hash;
    }

    private static byte[] bioValue(JsonNode payload) throws FaultException {
        return new Base64URL(Json.text(payload, "bioValue", "capture")).decode();
    }

    private List<Sample> samples(List<String> texts, List<JsonNode> payloads)
            throws FaultException {
        if (question.position() == Position.FACE) {
            return List.of(face(texts.getFirst(), payloads.getFirst()));
        }
        var samples = new LinkedHashMap<Position, Sample>();
        for (int i = 0; i < payloads.size(); i++) {
            var sample = finger(texts.get(i), payloads.get(i));
            if (samples.put(sample.position(), sample) != null) {
                throw doubt(Doubt.ANSWER, "a finger is there twice");
            }
        }
        checkFingers(samples);
        return samples.values().stream()
                .sorted((a, b) -> Integer.compare(a.position().code(), b.position().code()))
                .toList();
    }

    private void checkFingers(Map<Position, Sample> samples) throws FaultException {
        if (!samples.keySet().equals(Set.copyOf(question.fingers()))) {
            var other = new TreeSet<>(samples.keySet());
            question.fingers().forEach(other::remove);
            throw doubt(Doubt.ANSWER, "fingers that were not asked for: " + other);
        }
    }

    private Sample face(String text, JsonNode payload) throws FaultException {
        var pixels = RecordReader.face(bioValue(payload));
        return new Sample(
                Position.FACE,
                frame(pixels, new Resolution.Unknown()),
                score(payload),
                Optional.of(evidence(text)));
    }

    private Sample finger(String text, JsonNode payload) throws FaultException {
        var subType = Json.text(payload, "bioSubType", "capture");
        var position =
                Fingers.ofSubType(subType)
                        .orElseThrow(() -> garbled("a finger's bioSubType", "another word"));
        var record = RecordReader.finger(bioValue(payload));
        if (!record.position().equals(Optional.of(position))) {
            throw doubt(
                    Doubt.ANSWER, "the record of " + position + " says it is of another finger");
        }
        return new Sample(
                position,
                frame(record.pixels(), record.resolution()),
                score(payload),
                Optional.of(evidence(text)));
    }

    private Frame frame(Pixels pixels, Resolution resolution) {
        return new Frame(pixels, resolution, Instant.now(), address);
    }

    private static Evidence evidence(String text) {
        return new Evidence(JWT, text.getBytes(UTF_8));
    }

    /// The finger's own; some write a fraction.
    private static OptionalInt score(JsonNode payload) {
        var text = Json.text(payload, "qualityScore").orElse("");
        if (!text.matches("\\d{1,3}(\\.\\d{1,9})?")) {
            return OptionalInt.empty();
        }
        int score = (int) Math.round(Double.parseDouble(text));
        return score <= 100 ? OptionalInt.of(score) : OptionalInt.empty();
    }

    private static void expect(String wanted, JsonNode object, String field, String what)
            throws FaultException {
        var got = Json.text(object, field, what);
        if (!wanted.equals(got)) {
            throw garbled(field + " " + wanted, "another one");
        }
    }

    private static FaultException garbled(String expected, String got) {
        return new FaultException(new Fault.Garbled(expected, got));
    }

    private static FaultException doubt(Doubt doubt, String why) {
        return Identification.doubt(doubt, why);
    }
}
