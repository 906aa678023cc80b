package vn.tram.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Session;
import vn.tram.domain.SpecialCase;

/// A session's special cases as they lie in their column. Its shape is stored data: it grows,
/// nothing in it is renamed.
record SpecialJson(List<Stored> cases) {
    record Stored(SpecialCase.Kind kind, String reason, boolean approval, Instant at, String by) {}

    /// Empty where there is none.
    static Optional<SpecialJson> of(Session session) {
        return Optional.of(session.specialCases())
                .filter(all -> !all.isEmpty())
                .map(all ->
                        new SpecialJson(
                                all.stream()
                                        .map(c ->
                                                new Stored(
                                                        c.kind(),
                                                        c.reason(),
                                                        c.approval(),
                                                        c.at(),
                                                        c.by()))
                                        .toList()));
    }

    List<SpecialCase> toSpecialCases() {
        return cases.stream()
                .map(c -> new SpecialCase(c.kind(), c.reason(), c.approval(), c.at(), c.by()))
                .toList();
    }
}
