package vn.tram.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.tram.domain.Digest;

/// The JSON inside the signatures, as `docs/calibration.md` tells it: fields in a fixed order, what
/// is unknown left out.
final class Documents {
    static final String FORMAT = "tram-calibration/1";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .changeDefaultPropertyInclusion(
                            v -> v.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(new DigestOut())
                                    .addDeserializer(Digest.class, new DigestIn()))
                    .build();

    private Documents() {}

    /// One of both; `verdict` repeats what the measures say, for readers without the rules.
    private record Document(
            String format,
            Optional<String> verdict,
            Optional<Certificate> certificate,
            Optional<Entry.Extension> extension) {}

    /// The last entry of a device's chain.
    record Head(String format, int number, Digest digest) {}

    static byte[] of(Entry entry) {
        return JSON.writeValueAsBytes(
                switch (entry) {
                    case Certificate certificate ->
                            new Document(
                                    FORMAT,
                                    Optional.of(certificate.passed() ? "passed" : "failed"),
                                    Optional.of(certificate),
                                    Optional.empty());
                    case Entry.Extension extension ->
                            new Document(
                                    FORMAT,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(extension));
                });
    }

    /// Empty when it is not such a document.
    static Optional<Entry> entry(byte[] json) {
        try {
            var document = JSON.readValue(json, Document.class);
            if (!document.format().equals(FORMAT)) {
                return Optional.empty();
            }
            return document.certificate()
                    .<Entry>map(c -> c)
                    .or(() -> document.extension().map(e -> e));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] of(Head head) {
        return JSON.writeValueAsBytes(head);
    }

    /// Empty when it is not such a document.
    static Optional<Head> head(byte[] json) {
        try {
            return Optional.of(JSON.readValue(json, Head.class))
                    .filter(h -> h.format().equals(FORMAT));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static final class DigestOut extends StdSerializer<Digest> {
        DigestOut() {
            super(Digest.class);
        }

        @Override
        public void serialize(Digest digest, JsonGenerator out, SerializationContext context) {
            out.writeString(digest.hex());
        }
    }

    private static final class DigestIn extends StdDeserializer<Digest> {
        DigestIn() {
            super(Digest.class);
        }

        @Override
        public Digest deserialize(JsonParser in, DeserializationContext context) {
            return new Digest(in.getString());
        }
    }
}
