package vn.tram.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// The toolkit for tests, started once for all of them.
public final class Fx {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /// A busy machine is slow.
    private static final long PATIENCE_SECONDS = 180;

    private Fx() {}

    private static void start() throws Exception {
        if (STARTED.compareAndSet(false, true)) {
            var up = new CompletableFuture<Void>();
            try {
                Platform.startup(() -> up.complete(null));
            } catch (IllegalStateException alreadyStarted) {
                // another test's TestFX did it
                Platform.runLater(() -> up.complete(null));
            }
            up.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Platform.setImplicitExit(false);
            on(() -> {
                Theme.loadFonts();
                return null;
            });
        }
    }

    /// Runs on the thread that draws and gives back what came of it, or throws what it threw.
    public static <T> T on(Callable<T> work) throws Exception {
        start();
        if (Platform.isFxApplicationThread()) {
            return work.call();
        }
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            switch (e.getCause()) {
                case AssertionError failed -> throw failed;
                case Exception failed -> throw failed;
                case null, default -> throw e;
            }
        }
    }

    /// As [#on], with nothing to give back.
    public static void run(Work work) throws Exception {
        on(() -> {
            work.run();
            return null;
        });
    }

    /// Something that may throw.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
