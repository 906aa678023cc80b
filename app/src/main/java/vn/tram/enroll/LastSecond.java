package vn.tram.enroll;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/// The judged frames of the last second, for the best of them. A frame that a newer one beats can
/// never be it and is let go at once, so there are few; never more than [#MOST].
final class LastSecond {
    static final Duration KEPT = Duration.ofSeconds(1);

    /// Of 1280 × 720 colour pixels these are 22 MB.
    static final int MOST = 8;

    private record Seen(Shot shot, long at) {}

    private final Comparator<Shot> merit;

    /// From the best, which is the oldest, to the newest.
    private final Deque<Seen> kept = new ArrayDeque<>();

    LastSecond(Comparator<Shot> merit) {
        this.merit = merit;
    }

    /// @param now nanoseconds of a monotonic clock, as in [#best]
    void add(Shot shot, long now) {
        while (!kept.isEmpty() && merit.compare(kept.getLast().shot, shot) <= 0) {
            kept.removeLast();
        }
        if (kept.size() == MOST) {
            kept.removeLast(); // the worst of them; the newest must be there when the best are old
        }
        kept.addLast(new Seen(shot, now));
    }

    /// The best frame of the last second.
    Optional<Shot> best(long now) {
        while (!kept.isEmpty() && now - kept.getFirst().at > KEPT.toNanos()) {
            kept.removeFirst();
        }
        return Optional.ofNullable(kept.peekFirst()).map(Seen::shot);
    }

    int size() {
        return kept.size();
    }
}
