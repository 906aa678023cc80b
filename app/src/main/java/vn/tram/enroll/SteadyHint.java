package vn.tram.enroll;

import java.time.Duration;
import java.util.Optional;

/// Keeps a hint from flickering: it stays for a while, and gives way only to a cause that lasts.
final class SteadyHint {
    /// A hint is shown for at least this long. Source: design of the screens, *Motion*.
    static final Duration STAYS = Duration.ofMillis(1200);

    /// A new cause must last this long before it is shown.
    static final Duration LASTS = Duration.ofMillis(400);

    private Optional<Hint> shown = Optional.empty();
    private Optional<Hint> candidate = Optional.empty();
    private long shownSince;
    private long candidateSince;

    /// What to show at `now`, nanoseconds of a monotonic clock, when `hint` is the cause seen.
    Optional<Hint> at(long now, Optional<Hint> hint) {
        if (!hint.equals(candidate)) {
            candidate = hint;
            candidateSince = now;
        }
        boolean lasted = now - candidateSince >= LASTS.toNanos();
        boolean stayed = shown.isEmpty() || now - shownSince >= STAYS.toNanos();
        if (!candidate.equals(shown) && lasted && stayed) {
            shown = candidate;
            shownSince = now;
        }
        return shown;
    }
}
