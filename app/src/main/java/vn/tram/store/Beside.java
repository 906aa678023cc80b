package vn.tram.store;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import vn.tram.task.Workers;

/// A step on the files that runs beside the statements of a transaction, on a thread of its own.
/// For threads that nobody interrupts.
final class Beside implements AutoCloseable {
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    private @Nullable FutureTask<Boolean> running;

    /// Starts the step. One at a time.
    void start(Step step) {
        if (running != null) {
            throw new IllegalStateException("a step is running");
        }
        running =
                new FutureTask<>(() -> {
                    step.run();
                    return true;
                });
        Workers.start("store file", running);
    }

    /// Waits for the step, if one was started, and throws what it threw.
    void await() throws IOException {
        var task = running;
        if (task == null) {
            return;
        }
        running = null;
        try {
            task.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("somebody interrupts the store", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Lets nothing go on writing, whatever became of the statements.
    @Override
    public void close() throws IOException {
        await();
    }
}
