package vn.tram.ui.kit;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.animation.AnimationTimer;

/// Records the time from each pulse of JavaFX to the next: how long the screen stood still. It
/// keeps the pulses running, so it is on for benchmarks only; undisturbed they come every 16.7 ms.
public final class PulseMonitor {
    private final Queue<Duration> gaps = new ConcurrentLinkedQueue<>();
    private final AnimationTimer timer =
            new AnimationTimer() {
                private long before;

                @Override
                public void handle(long now) {
                    // the timer's own time is that of the pulse; the clock tells when it really
                    // came
                    long here = System.nanoTime();
                    if (before != 0) {
                        gaps.add(Duration.ofNanos(here - before));
                    }
                    before = here;
                }

                @Override
                public void start() {
                    before = 0;
                    super.start();
                }
            };

    /// On the thread that draws.
    public void start() {
        gaps.clear();
        timer.start();
    }

    /// On the thread that draws.
    public void stop() {
        timer.stop();
    }

    /// From each pulse to the next since [#start], in their order. Any thread.
    public List<Duration> gaps() {
        return List.copyOf(gaps);
    }
}
