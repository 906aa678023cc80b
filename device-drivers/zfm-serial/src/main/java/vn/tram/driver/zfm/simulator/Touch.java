package vn.tram.driver.zfm.simulator;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Whether a finger lies on the module.
final class Touch {
    private static final long STEP = Duration.ofSeconds(1).toNanos();

    private final Finger finger;
    private final LongSupplier nanos;
    private boolean lifting;
    private long lifts;
    private int number = 1;

    /// @param nanos as [System#nanoTime]
    Touch(Finger finger, LongSupplier nanos) {
        this.finger = finger;
        this.nanos = nanos;
    }

    /// The finger was made into a template.
    void converted() {
        if (finger == Finger.LIFTS && !lifting) {
            lifting = true;
            lifts = nanos.getAsLong() + STEP;
        }
    }

    boolean lies() {
        if (lifting) {
            long since = nanos.getAsLong() - lifts;
            if (since >= STEP) {
                lifting = false;
                number++;
            } else if (since >= 0) {
                return false;
            }
        }
        return finger != Finger.AWAY;
    }

    /// How often it was laid down, counted from 1.
    int number() {
        return number;
    }
}
