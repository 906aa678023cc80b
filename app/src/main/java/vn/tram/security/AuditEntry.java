package vn.tram.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.tram.domain.Digest;
import vn.tram.domain.SessionId;

/// One line of the audit log. The canonical form is its JSON with the fields in this order, no
/// space, UTF-8; [#hash] is SHA-256 over the canonical form without the field `hash`.
///
/// @param sequence 1 for the first
/// @param time ISO 8601 in UTC
/// @param session empty text when it is about none
/// @param previous hash of the entry before, of the first the log's origin
record AuditEntry(
        long sequence,
        String time,
        String event,
        String by,
        String session,
        String detail,
        String previous,
        String hash) {
    private record Unhashed(
            long sequence,
            String time,
            String event,
            String by,
            String session,
            String detail,
            String previous) {}

    static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    /// The entry that follows on `head`.
    static AuditEntry after(
            AuditHead head,
            Instant at,
            String event,
            String by,
            Optional<SessionId> session,
            String detail) {
        var content =
                new Unhashed(
                        head.sequence() + 1,
                        at.toString(),
                        event,
                        by,
                        session.map(SessionId::toString).orElse(""),
                        detail,
                        head.hash().hex());
        return hashed(content);
    }

    /// Reads a line; empty when it is not in canonical form.
    static Optional<AuditEntry> read(String line) {
        try {
            var entry = JSON.readValue(line, AuditEntry.class);
            return entry.line().equals(line) ? Optional.of(entry) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // a damaged line is an answer here, told by its number
        }
    }

    /// The canonical form, without a line's end.
    String line() {
        return JSON.writeValueAsString(this);
    }

    /// Whether [#hash] is that of the content.
    boolean hashHolds() {
        return equals(hashed(new Unhashed(sequence, time, event, by, session, detail, previous)));
    }

    AuditHead head() {
        return new AuditHead(sequence, new Digest(hash));
    }

    private static AuditEntry hashed(Unhashed c) {
        var bytes = JSON.writeValueAsString(c).getBytes(StandardCharsets.UTF_8);
        return new AuditEntry(
                c.sequence,
                c.time,
                c.event,
                c.by,
                c.session,
                c.detail,
                c.previous,
                Digest.of(bytes).hex());
    }
}
