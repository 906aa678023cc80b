package vn.tram.imaging;

import org.jspecify.annotations.Nullable;

/// This machine has no OpenCV library that can be loaded. The station cannot judge without it, so
/// this is met once, at the start.
public final class OpenCvMissing extends IllegalStateException {
    private static final long serialVersionUID = 1;

    OpenCvMissing(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
