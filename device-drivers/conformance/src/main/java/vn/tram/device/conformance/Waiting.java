package vn.tram.device.conformance;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.tram.device.Deadline;

/// A call that blocks, on a thread of its own.
final class Waiting<T> {
    /// A thread in a native read never looks as if it waited: it is taken to after this time.
    private static final Duration SETTLED = Duration.ofMillis(300);

    private final FutureTask<T> task;
    private final Thread thread;

    private Waiting(Callable<T> call) {
        this.task = new FutureTask<>(call);
        this.thread = Thread.ofPlatform().daemon().name("waiting").unstarted(task);
    }

    /// Starts the call and returns when it waits.
    static <T> Waiting<T> start(Callable<T> call) {
        var waiting = new Waiting<>(call);
        waiting.thread.start();
        var settled = Deadline.in(SETTLED);
        while (!waiting.waits() && !settled.passed()) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    private boolean waits() {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
    }

    void interrupt() {
        thread.interrupt();
    }

    /// What the call returned.
    ///
    /// @throws AssertionError when it has not within `limit`, or failed
    T result(Duration limit) throws InterruptedException {
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("still waiting after " + limit, e);
        } catch (ExecutionException e) {
            throw new AssertionError("the call failed", e.getCause());
        }
    }

    /// What the call threw.
    ///
    /// @throws AssertionError when it has not within `limit`, or returned
    Throwable failure(Duration limit) throws InterruptedException {
        try {
            var returned = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            throw new AssertionError("returned " + returned);
        } catch (TimeoutException e) {
            throw new AssertionError("still waiting after " + limit, e);
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause(), "an ExecutionException has a cause");
        }
    }
}
