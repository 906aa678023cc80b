package vn.tram.quality;

import java.util.function.BiConsumer;

/// Lets somebody watch what metrics compute on the way; goes nowhere unless somebody does.
public final class Trace {
    private static final ScopedValue<BiConsumer<String, Object>> SINK = ScopedValue.newInstance();

    private Trace() {}

    /// Tells the watcher, if there is one.
    public static void note(String key, Object value) {
        if (SINK.isBound()) {
            SINK.get().accept(key, value);
        }
    }

    /// Runs `measurement` with `sink` told of every note.
    public static <T> T watching(
            BiConsumer<String, Object> sink,
            ScopedValue.CallableOp<T, RuntimeException> measurement) {
        return ScopedValue.where(SINK, sink).call(measurement);
    }
}
