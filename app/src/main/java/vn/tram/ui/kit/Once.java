package vn.tram.ui.kit;

import java.time.Duration;
import java.util.Optional;

/// The same intent twice within 300 ms is one, whether it came by key, touch or both.
final class Once {
    static final Duration WITHIN = Duration.ofMillis(300);

    private record Intended(Object what, long at) {}

    private Optional<Intended> before = Optional.empty();

    /// Whether to act on it.
    ///
    /// @param now nanoseconds of [System#nanoTime]
    boolean accepts(Object what, long now) {
        boolean again =
                before.filter(b -> b.what().equals(what) && now - b.at() < WITHIN.toNanos())
                        .isPresent();
        if (!again) {
            before = Optional.of(new Intended(what, now));
        }
        return !again;
    }
}
