package vn.tram.security;

import java.time.Duration;
import java.time.Instant;

/// Wrong tries of one account since its last sign-in.
///
/// @param wrong how many
/// @param lockedUntil no try before this; the epoch when there is no lock
record Tries(int wrong, Instant lockedUntil) {
    static final Tries NONE = new Tries(0, Instant.EPOCH);

    /// Wrong tries until the first lock.
    static final int FREE = 5;

    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    /// One try more. From the fifth on each locks: 30 s, then twice as long each, at most 15 min.
    Tries oneMore(Instant now) {
        int more = Math.addExact(wrong, 1);
        return new Tries(more, more < FREE ? Instant.EPOCH : now.plus(lock(more)));
    }

    /// How long the account is locked still; zero or less when it is not. A clock that was set back
    /// does not lengthen a lock beyond its own length.
    Duration lockedFor(Instant now) {
        var left = Duration.between(now, lockedUntil);
        return wrong < FREE || left.compareTo(lock(wrong)) <= 0 ? left : lock(wrong);
    }

    /// Tries before the next lock.
    int left() {
        return Math.max(0, FREE - wrong);
    }

    private static Duration lock(int wrong) {
        int doublings = Math.min(wrong - FREE, 10);
        var grown = FIRST_LOCK.multipliedBy(1L << doublings);
        return grown.compareTo(LONGEST_LOCK) < 0 ? grown : LONGEST_LOCK;
    }
}
