package vn.tram.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A signed container of dossiers, numbered within an incarnation of the state folder and chained
/// to the one before.
///
/// @param number 1 for the first of this incarnation
/// @param file name in the outbox, such as `tram-0427-9f3c-000001.asice`
/// @param digest SHA-256 of the file
/// @param previous digest of the batch before; empty for the first
/// @param entries what is in it, in order
public record Batch(
        long number,
        String file,
        Digest digest,
        Optional<Digest> previous,
        Instant at,
        State state,
        List<Entry> entries) {
    /// One dossier in a batch.
    public record Entry(SessionId session, Digest dossier) {}

    public enum State {
        /// Written to the outbox and verified there.
        MADE,
        /// Read back and verified where it was delivered.
        DELIVERED,
        /// Answered by the registry.
        RECEIPTED
    }

    public Batch {
        entries = List.copyOf(entries);
    }
}
