package vn.tram.ui.kit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;

/// Records the longest gap between two pulses of JavaFX: how long the screen stood still. It keeps
/// the pulses running, so it is on for benchmarks only.
public final class PulseMonitor {
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong count = new AtomicLong();
    private final AnimationTimer timer =
            new AnimationTimer() {
                private long before;

                @Override
                public void handle(long now) {
                    // the timer's own time is that of the pulse; the clock tells when it really
                    // came
                    long here = System.nanoTime();
                    if (before != 0) {
                        longest.accumulateAndGet(here - before, Math::max);
                    }
                    before = here;
                    count.incrementAndGet();
                }

                @Override
                public void start() {
                    before = 0;
                    super.start();
                }
            };

    /// On the thread that draws.
    public void start() {
        longest.set(0);
        count.set(0);
        timer.start();
    }

    /// On the thread that draws.
    public void stop() {
        timer.stop();
    }

    /// The longest gap since [#start]. Any thread.
    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /// Pulses since [#start]. Any thread.
    public long pulses() {
        return count.get();
    }
}
