package vn.tram.driver.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// Counts the pictures that should have come between those that came, by the times at which they
/// were taken or arrived. Written by one thread; the count is read by any.
///
/// A camera's own pace is the middle of its last intervals. After an interval of one and a half and
/// more the missing ones are pending: where those that follow come in a burst, they were only late.
final class Gaps {
    /// Intervals that tell the pace; before there are a third of them nothing is counted.
    private static final int KNOWN = 31;

    private static final int ENOUGH = KNOWN / 3;

    /// Of the pace: from here on a picture is missing.
    private static final double GAP = 1.5;

    /// Of the pace: shorter is a picture that was late and is caught up with.
    private static final double BURST = 0.5;

    /// A longer pause is a camera that stood still or was asleep, and begins anew.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final long[] intervals = new long[KNOWN];
    private int filled;
    private int next;
    private Instant last = Instant.MIN;
    private long pending;
    private volatile long dropped;

    /// A picture came.
    void at(Instant time) {
        if (last.equals(Instant.MIN) || !time.isAfter(last) || PAUSE.compareTo(between(time)) < 0) {
            begin(time);
            return;
        }
        long interval = between(time).toNanos();
        last = time;
        if (filled >= ENOUGH) {
            judge(interval / (double) pace());
        }
        intervals[next] = interval;
        next = (next + 1) % KNOWN;
        filled = Math.min(KNOWN, filled + 1);
    }

    private Duration between(Instant time) {
        return Duration.between(last, time);
    }

    /// Another clock, or a long pause: what was known of the pace is of no use.
    private void begin(Instant time) {
        settle();
        filled = 0;
        next = 0;
        last = time;
    }

    private void judge(double share) {
        if (share < BURST) {
            pending = Math.max(0, pending - 1);
            return;
        }
        settle();
        if (share >= GAP) {
            pending = Math.round(share) - 1;
        }
    }

    private void settle() {
        dropped = dropped + pending; // one thread writes
        pending = 0;
    }

    /// The middle interval, nanoseconds, above 0.
    private long pace() {
        var sorted = Arrays.copyOf(intervals, filled);
        Arrays.sort(sorted);
        return sorted[filled / 2];
    }

    /// Pictures missing so far.
    long dropped() {
        return dropped;
    }
}
