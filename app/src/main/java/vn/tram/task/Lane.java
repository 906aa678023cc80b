package vn.tram.task;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A named executor of virtual threads. Closing it interrupts what runs in it.
public final class Lane implements AutoCloseable {
    private final ExecutorService threads;

    private Lane(ExecutorService threads) {
        this.threads = threads;
    }

    /// As many at once as are given; threads are called `name 0`, `name 1`, …
    public static Lane parallel(String name) {
        return new Lane(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name + " ", 0).factory()));
    }

    /// One after the other, in the order given.
    public static Lane serial(String name) {
        return new Lane(Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory()));
    }

    public <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    public Future<?> run(Runnable work) {
        return threads.submit(work);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
