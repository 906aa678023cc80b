package vn.tram.enroll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.tram.image.Pixels;

/// Whether a camera is frozen: it goes on sending, but always the same picture. A sensor's noise
/// makes two real frames differ in some sample.
final class StandingStill {
    /// The same frame for this long is a frozen camera.
    static final Duration FROZEN = Duration.ofSeconds(1);

    private @Nullable Pixels last;
    private long since;

    /// Whether this frame, seen at `now` nanoseconds of a monotonic clock, has been the same for
    /// [#FROZEN].
    boolean frozen(Pixels pixels, long now) {
        if (!pixels.equals(last)) {
            last = pixels;
            since = now;
        }
        return now - since >= FROZEN.toNanos();
    }
}
