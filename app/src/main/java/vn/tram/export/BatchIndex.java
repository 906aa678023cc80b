package vn.tram.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Mode;
import vn.tram.domain.SessionId;
import vn.tram.security.AuditHead;

/// The clear table of contents of a batch: enough to route, count and chain it, nothing of a
/// person.
///
/// @param station as in the station's certificate
/// @param incarnation of the state folder; numbers count within it
/// @param number 1 for the first
/// @param previous digest of the batch before; empty exactly for number 1
/// @param madeAt whole seconds, the same as the signing time
/// @param audit where the audit log stood when the batch was made
public record BatchIndex(
        Mode mode,
        String station,
        String incarnation,
        long number,
        Optional<Digest> previous,
        Instant madeAt,
        Optional<AuditHead> audit,
        List<Item> dossiers) {
    /// One dossier.
    ///
    /// @param size bytes
    /// @param captures positions captured, a slap counting once: tells no finger
    public record Item(SessionId session, Digest digest, long size, int captures) {
        public Item {
            check(size > 0 && size <= BatchFormat.MAX_DOSSIER_BYTES, "size of a dossier");
            check(captures >= 0, "captures of a dossier");
        }
    }

    public BatchIndex {
        dossiers = List.copyOf(dossiers);
        check(BatchFormat.STATION.matcher(station).matches(), "station");
        check(BatchFormat.INCARNATION.matcher(incarnation).matches(), "incarnation");
        check(number >= 1, "number");
        check(previous.isPresent() == number > 1, "previous");
        check(madeAt.getNano() == 0, "madeAt");
        check(audit.map(AuditHead::sequence).orElse(0L) >= 0, "audit");
        check(!dossiers.isEmpty() && dossiers.size() <= BatchFormat.MAX_DOSSIERS, "dossiers");
        var seen = new HashSet<SessionId>();
        dossiers.forEach(d -> check(seen.add(d.session()), "dossiers: a session twice"));
    }

    private static void check(boolean holds, String field) {
        if (!holds) {
            throw new IllegalArgumentException(field + " is outside the format");
        }
    }

    /// The file name this batch has.
    public String fileName() {
        return BatchFormat.fileName(station, incarnation, number);
    }

    /// As the outbox keeps it.
    ///
    /// @param digest of the whole file
    Batch batch(Digest digest, Batch.State state) {
        var entries = dossiers.stream().map(d -> new Batch.Entry(d.session(), d.digest())).toList();
        return new Batch(number, fileName(), digest, previous, madeAt, state, entries);
    }

    /// The one JSON text this index has: UTF-8, no blanks, fields in order.
    byte[] json() {
        var items =
                dossiers.stream()
                        .map(d ->
                                new Wire.Item(
                                        d.session().toString(),
                                        d.digest().hex(),
                                        d.size(),
                                        d.captures()))
                        .toList();
        return StrictJson.MAPPER.writeValueAsBytes(
                new Wire(
                        BatchFormat.VERSION,
                        mode.text(),
                        station,
                        incarnation,
                        number,
                        previous.map(Digest::hex).orElse(null),
                        madeAt.toString(),
                        audit.map(a -> new Wire.Audit(a.sequence(), a.hash().hex())).orElse(null),
                        items));
    }

    /// Reads an index that was written by [#json] and by nothing else.
    ///
    /// @throws Unreadable when it is another version, not JSON, outside the format, or the same
    ///   content written in another way
    static BatchIndex of(byte[] json) throws Unreadable {
        try {
            var wire = StrictJson.MAPPER.readValue(json, Wire.class);
            if (!BatchFormat.VERSION.equals(wire.format())) {
                throw new Unreadable("index.json is not of version " + BatchFormat.VERSION);
            }
            var index = of(wire);
            if (!Arrays.equals(json, index.json())) {
                throw new Unreadable("index.json is not written in the canonical form");
            }
            return index;
        } catch (JacksonException e) {
            throw new Unreadable("index.json is no JSON of the batch format", e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable("index.json: " + e.getMessage(), e);
        }
    }

    private static BatchIndex of(Wire wire) {
        return new BatchIndex(
                Mode.ofText(StrictJson.present(wire.mode(), "mode"))
                        .orElseThrow(() -> new IllegalArgumentException("mode is unknown")),
                StrictJson.present(wire.station(), "station"),
                StrictJson.present(wire.incarnation(), "incarnation"),
                wire.number(),
                Optional.ofNullable(wire.previous()).map(Digest::new),
                Instant.parse(StrictJson.present(wire.madeAt(), "madeAt")),
                Optional.ofNullable(wire.audit())
                        .map(a ->
                                new AuditHead(
                                        a.sequence(),
                                        new Digest(StrictJson.present(a.hash(), "audit hash")))),
                StrictJson.present(wire.dossiers(), "dossiers").stream()
                        .map(Wire.Item::item)
                        .toList());
    }

    /// The fields as they are named and ordered in the file.
    private record Wire(
            @Nullable String format,
            @Nullable String mode,
            @Nullable String station,
            @Nullable String incarnation,
            long number,
            @Nullable String previous,
            @Nullable String madeAt,
            @Nullable Audit audit,
            @Nullable List<Item> dossiers) {
        private record Audit(long sequence, @Nullable String hash) {}

        private record Item(
                @Nullable String session, @Nullable String digest, long size, int captures) {
            BatchIndex.Item item() {
                return new BatchIndex.Item(
                        SessionId.of(StrictJson.present(session, "session")),
                        new Digest(StrictJson.present(digest, "digest")),
                        size,
                        captures);
            }
        }
    }
}
