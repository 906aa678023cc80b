package vn.tram.driver.simulated;

import java.time.Duration;
import java.util.Optional;
import vn.tram.device.Request;
import vn.tram.image.Pixels;

/// What lies or stands before a simulated device. Used by the device's own thread alone.
interface Scene {
    /// A live view of it.
    @FunctionalInterface
    interface Live {
        /// The picture at that time after the preview's start.
        Pixels at(Duration time);
    }

    /// Why the request cannot be served; empty when it can. May be asked on any thread.
    Optional<String> refusal(Request request);

    /// The picture of the next attempt.
    Pixels shot(Request request);

    Live live(Request request);

    /// From one picture of a preview to the next.
    Duration interval();
}
