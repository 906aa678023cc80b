package vn.tram.store;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import vn.tram.task.Workers;

/// A step on the files that runs beside the statements of a transaction, on a thread of its own.
/// For threads that nobody interrupts.
final class Beside implements AutoCloseable {
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    private final FutureTask<Boolean> task;
    private boolean awaited;

    private Beside(FutureTask<Boolean> task) {
        this.task = task;
    }

    static Beside start(Step step) {
        var task =
                new FutureTask<>(() -> {
                    step.run();
                    return true;
                });
        Workers.start("store file", task);
        return new Beside(task);
    }

    /// Waits for the step and throws what it threw.
    void await() throws IOException {
        awaited = true;
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
        if (!awaited) {
            await();
        }
    }
}
