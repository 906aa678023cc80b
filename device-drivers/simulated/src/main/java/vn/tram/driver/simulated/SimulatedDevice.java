package vn.tram.driver.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.tram.device.Capture;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.Sample;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;

/// A scene behind the device interface, with the script's faults. Pictures are made on a thread of
/// its own; whoever captures or looks only waits, and can be woken.
final class SimulatedDevice implements PreviewingDevice {
    /// Share of the patience that a slow capture takes, and the most it takes.
    private static final double SLOW_SHARE = 0.6;

    private static final Duration SLOW_MOST = Duration.ofSeconds(5);

    /// How often the cable is looked at.
    private static final Duration CABLE = Duration.ofMillis(50);

    private final DeviceInfo info;
    private final Script script;
    private final Scene scene;
    private final ScheduledExecutorService workshop =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sim pictures").factory());

    private final Object lock = new Object();
    private boolean gone;
    private int captures;
    private @Nullable CompletableFuture<Capture> running;
    private @Nullable Live preview;

    SimulatedDevice(DeviceInfo info, Script script, Scene scene) {
        this.info = info;
        this.script = script;
        this.scene = scene;
        if (script.cable().isPresent()) {
            workshop.scheduleWithFixedDelay(
                    this::watchCable, CABLE.toMillis(), CABLE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void watchCable() {
        if (!script.attached()) {
            close();
        }
    }

    @Override
    public boolean present() {
        synchronized (lock) {
            return !gone;
        }
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public Capture capture(Request request, Progress progress) throws InterruptedException {
        var refusal = scene.refusal(request);
        var outcome = new CompletableFuture<Capture>();
        synchronized (lock) {
            if (gone) {
                return missed(disconnected());
            }
            if (refusal.isPresent()) {
                return missed(new Fault.Refused(0, refusal.get()));
            }
            running = outcome;
            begin(request, script.troubleAt(++captures), outcome);
        }
        progress.at(0);
        try {
            var capture = outcome.get(request.patience().toNanos(), TimeUnit.NANOSECONDS);
            progress.at(1);
            return capture;
        } catch (TimeoutException _) {
            return missed(new Fault.TimedOut(request.patience(), waitingFor()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("simulation failed", e.getCause());
        } finally {
            outcome.cancel(false);
            synchronized (lock) {
                running = null;
            }
        }
    }

    private void begin(
            Request request, Optional<Trouble> trouble, CompletableFuture<Capture> outcome) {
        if (trouble.isEmpty()) {
            take(request, Duration.ZERO, outcome);
            return;
        }
        switch (trouble.get()) {
            case UNPLUG -> leave();
            case SILENCE -> {} // nobody will complete the outcome
            case GARBAGE -> outcome.complete(missed(garbled()));
            case SLOW -> take(request, slowness(request.patience()), outcome);
        }
    }

    private void take(Request request, Duration after, CompletableFuture<Capture> outcome) {
        Runnable shot =
                () -> {
                    if (outcome.isDone()) {
                        return; // cancelled before its turn: no attempt was made
                    }
                    var sample = Sample.of(request.position(), frame(scene.shot(request)));
                    outcome.complete(new Capture.Taken(List.of(sample)));
                };
        workshop.schedule(guarded(shot, outcome), after.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// A bug in the scene reaches the one who waits for the picture.
    private static Runnable guarded(Runnable work, CompletableFuture<?> waiting) {
        return () ->
                CompletableFuture.runAsync(work, Runnable::run)
                        .whenComplete((_, bug) -> {
                            if (bug != null) {
                                waiting.completeExceptionally(bug);
                            }
                        });
    }

    private static Duration slowness(Duration patience) {
        var share = Duration.ofNanos((long) (patience.toNanos() * SLOW_SHARE));
        return share.compareTo(SLOW_MOST) < 0 ? share : SLOW_MOST;
    }

    @Override
    public Preview preview(Request request) {
        var live = new Live(request);
        synchronized (lock) {
            if (preview != null) {
                preview.close();
            }
            preview = live;
            if (gone) {
                live.end(disconnected());
            }
        }
        return live;
    }

    @Override
    public void close() {
        synchronized (lock) {
            leave();
        }
    }

    /// Gone for good: whoever waits learns it.
    private void leave() {
        gone = true;
        if (running != null) {
            running.complete(missed(disconnected()));
        }
        if (preview != null) {
            preview.end(disconnected());
        }
        workshop.shutdownNow();
    }

    private Frame frame(Pixels pixels) {
        return new Frame(pixels, info.resolution(), Instant.now(), info.address().toString());
    }

    private String waitingFor() {
        return switch (info.kind()) {
            case SLAP_SCANNER, SINGLE_FINGER_SCANNER -> "finger";
            case CAMERA -> "image";
            case CODE_READER -> "code";
        };
    }

    private Fault disconnected() {
        return new Fault.Disconnected(info.address().toString());
    }

    private static Fault garbled() {
        return new Fault.Garbled("a picture", "bytes that are none");
    }

    private static Capture missed(Fault fault) {
        return new Capture.Missed(fault);
    }

    /// The time in steps of the scene's interval; a look waits for the step after the last one
    /// seen.
    private final class Live implements Preview {
        private final Request request;
        private final long start = System.nanoTime();
        private final CompletableFuture<Look> ended = new CompletableFuture<>();
        private Scene.@Nullable Live view;
        private long seen = -1;

        private Live(Request request) {
            this.request = request;
            scene.refusal(request).ifPresent(why -> end(new Fault.Refused(0, why)));
        }

        @Override
        public Look next(Duration patience) throws InterruptedException {
            var outcome = new CompletableFuture<Look>();
            synchronized (lock) {
                if (!ended.isDone()) {
                    begin(outcome);
                }
            }
            try {
                return (Look)
                        CompletableFuture.anyOf(ended, outcome)
                                .get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                return new Look.Lost(new Fault.TimedOut(patience, "image"));
            } catch (ExecutionException e) {
                throw new IllegalStateException("simulation failed", e.getCause());
            } finally {
                outcome.cancel(false);
            }
        }

        private void begin(CompletableFuture<Look> outcome) {
            var trouble = script.troubleInPreview();
            if (trouble.isPresent()) {
                switch (trouble.get()) {
                    case UNPLUG -> leave();
                    case SILENCE -> {} // nobody will complete the outcome
                    case GARBAGE -> outcome.complete(new Look.Lost(garbled()));
                    case SLOW -> look(10, outcome);
                }
                return;
            }
            look(1, outcome);
        }

        private void look(int steps, CompletableFuture<Look> outcome) {
            long interval = scene.interval().toNanos() * steps;
            long now = System.nanoTime() - start;
            long step = Math.max(seen + 1, now / interval);
            Runnable draw =
                    () -> {
                        if (outcome.isDone() || ended.isDone()) {
                            return;
                        }
                        if (view == null) {
                            view = scene.live(request);
                        }
                        seen = step;
                        var pixels = view.at(Duration.ofNanos(step * interval));
                        outcome.complete(new Look.Seen(frame(pixels)));
                    };
            workshop.schedule(
                    guarded(draw, outcome),
                    Math.max(0, step * interval - now),
                    TimeUnit.NANOSECONDS);
        }

        private void end(Fault fault) {
            ended.complete(new Look.Lost(fault));
        }

        @Override
        public void close() {
            end(disconnected());
        }
    }
}
