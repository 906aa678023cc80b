package vn.tram.enroll;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whoever wants to know when something was found after a capture. Safe for several threads.
final class Listeners {
    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    /// Running what it returns ends it.
    Runnable add(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell() {
        all.forEach(Runnable::run);
    }
}
