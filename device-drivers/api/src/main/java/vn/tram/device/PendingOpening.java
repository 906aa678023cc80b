package vn.tram.device;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One opening under way on a thread of its own. A device that comes after nobody waits any more is
/// closed.
final class PendingOpening {
    private final DeviceProvider provider;
    private final URI address;
    private final DeviceTrust trust;
    private final CompletableFuture<Opening> outcome = new CompletableFuture<>();
    private final Thread thread;
    private Runnable back = () -> {};

    PendingOpening(DeviceProvider provider, URI address, DeviceTrust trust) {
        this.provider = provider;
        this.address = address;
        this.trust = trust;
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("opening " + address.getScheme())
                        .unstarted(this::run);
    }

    /// @param back is called when the driver has come back, however late
    void start(Runnable back) {
        this.back = back;
        thread.start();
    }

    private void run() {
        try {
            var opening = Objects.requireNonNull(provider.open(address, trust), "no answer");
            back.run();
            if (!outcome.complete(opening) && opening instanceof Opening.Opened(var device)) {
                device.close();
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            // foreign code: whatever it threw is its answer
            back.run();
            outcome.completeExceptionally(e);
        }
    }

    /// @throws TimeoutException when the driver has not come back within `patience`
    /// @throws ExecutionException what the driver threw
    Opening get(Duration patience)
            throws InterruptedException, TimeoutException, ExecutionException {
        try {
            return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException e) {
            if (outcome.completeExceptionally(e)) {
                thread.interrupt();
                throw e;
            }
            return outcome.get(); // it came in the last moment
        }
    }
}
