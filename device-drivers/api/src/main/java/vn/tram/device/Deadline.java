package vn.tram.device;

import java.time.Duration;

/// The moment by which something must have happened, on the monotonic clock.
public final class Deadline {
    private final Duration patience;
    private final long end;

    private Deadline(Duration patience) {
        this.patience = patience;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /// `patience` from now on.
    public static Deadline in(Duration patience) {
        return new Deadline(patience);
    }

    public Duration patience() {
        return patience;
    }

    public boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    /// What is left, never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
