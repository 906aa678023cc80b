package vn.tram.device;

import java.time.Duration;
import vn.tram.image.Frame;

/// A live picture: the latest frame wins, nothing queues.
public interface Preview extends AutoCloseable {
    /// What the preview gave.
    sealed interface Look {
        /// A frame newer than any returned before.
        record Seen(Frame frame) implements Look {}

        /// No frame: the device is gone, silent for the whole patience, or the preview was closed.
        record Lost(Fault fault) implements Look {}
    }

    /// Blocks until a frame newer than the last one returned, or a fault, for at most `patience`.
    Look next(Duration patience) throws InterruptedException;

    /// Ends the preview and wakes a waiting [#next]. Idempotent, any thread, never throws.
    @Override
    void close();
}
