package vn.tram.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Session;
import vn.tram.domain.TriedAdvice;
import vn.tram.image.Position;

/// What was tried in a session, as it lies in the column `session.tried_advice`. Its shape is
/// stored data: it grows, nothing in it is renamed.
record TriedJson(List<Tried> tried) {
    record Tried(Position position, int attempt, String advice, Instant at, String by) {}

    /// Empty where nothing was tried.
    static Optional<TriedJson> of(Session session) {
        var tried =
                session.triedAdvice().stream()
                        .map(t -> new Tried(t.position(), t.attempt(), t.advice(), t.at(), t.by()))
                        .toList();
        return tried.isEmpty() ? Optional.empty() : Optional.of(new TriedJson(tried));
    }

    List<TriedAdvice> toTriedAdvice() {
        return tried.stream()
                .map(t -> new TriedAdvice(t.position(), t.attempt(), t.advice(), t.at(), t.by()))
                .toList();
    }
}
