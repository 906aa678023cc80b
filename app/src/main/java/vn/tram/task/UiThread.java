package vn.tram.task;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The guard that keeps blocking work off the thread that draws.
///
/// The UI registers its thread at start; without a UI nothing is refused.
public final class UiThread {
    private static final AtomicReference<@Nullable Thread> DRAWING = new AtomicReference<>();

    private UiThread() {}

    /// Names the thread that draws.
    public static void register(Thread thread) {
        DRAWING.set(thread);
    }

    /// There is no thread that draws any more; nothing is refused.
    public static void forget() {
        DRAWING.set(null);
    }

    /// To be called first by everything that may block.
    ///
    /// @param what the call, for the message
    /// @throws IllegalStateException on the thread that draws
    public static void refuse(String what) {
        if (Thread.currentThread() == DRAWING.get()) {
            throw new IllegalStateException(
                    what + " blocks and must not be called on the UI thread");
        }
    }
}
