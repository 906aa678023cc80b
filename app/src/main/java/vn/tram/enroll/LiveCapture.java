package vn.tram.enroll;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.task.Lane;
import vn.tram.task.UiThread;

/// One capture with a live picture before it: shows, judges, gives the one hint, and presses the
/// shutter by itself when everything expected has been good for a while.
///
/// Frames are shown as fast as the device gives them; judging takes the newest whenever it is free.
public final class LiveCapture {
    /// What goes on before the device.
    public enum Phase {
        /// The fingers of the capture before still lie on the glass.
        LEAVING,
        /// Looking, judging, hinting.
        LOOKING,
        /// All good: the shutter falls when the hold is full.
        HOLDING,
        /// The device is capturing; the frame is the last one seen.
        CAPTURING
    }

    /// One moment for the screen.
    ///
    /// @param judgements of the newest judged frame, which may be a little older than `frame`
    /// @param hold 0 to 1, how much of the hold has passed
    public record Sight(
            Phase phase,
            Frame frame,
            List<Judgement> judgements,
            Optional<Hint> hint,
            double hold) {}

    /// A silent preview is a fault after this long.
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private static final Fault FROZEN =
            new Fault.TimedOut(StandingStill.FROZEN, "a picture that changes");

    /// What looking ended with.
    private sealed interface Looked {
        /// @param best the best frame that was judged
        record Shoot(Optional<Shot> best) implements Looked {}

        record Ended(Fault fault) implements Looked {}
    }

    private final Captures captures;
    private final Duration hold;
    private final LongSupplier nanos;
    private final AtomicBoolean now = new AtomicBoolean();

    /// @param hold how long everything must have been good before the shutter falls
    public LiveCapture(Captures captures, Duration hold) {
        this(captures, hold, System::nanoTime);
    }

    /// @param nanos as [System#nanoTime]
    LiveCapture(Captures captures, Duration hold, LongSupplier nanos) {
        this.captures = captures;
        this.hold = hold;
        this.nanos = nanos;
    }

    /// Whether an attempt is a frame of the live picture, because the full still was worse.
    public static boolean fromPreview(Attempt attempt) {
        return attempt.judgements().stream()
                .flatMap(j -> j.readings().stream())
                .anyMatch(r -> r.metric().equals(Shot.FROM_PREVIEW));
    }

    /// Captures at once, good or not. From any thread.
    public void captureNow() {
        now.set(true);
    }

    /// Blocks until an attempt is stored, or a fault, or a refusal. An interrupt ends it with
    /// nothing counted.
    ///
    /// @param watch told of every frame, on another thread; must return at once
    /// @param mustLeave whether something from the capture before may still lie on the glass
    public CaptureOutcome run(
            Session session,
            Position position,
            Device device,
            boolean mustLeave,
            Consumer<Sight> watch)
            throws StationFault, InterruptedException {
        UiThread.refuse("looking");
        var refusal = captures.refusalToCapture(session, position, device);
        if (refusal.isPresent()) {
            return new CaptureOutcome.Refused(refusal.get());
        }
        var best = Optional.<Shot>empty();
        if (device instanceof PreviewingDevice previewing) {
            switch (look(session, position, previewing, mustLeave, watch)) {
                case Looked.Ended(var fault) -> {
                    captures.missed(device, fault);
                    return new CaptureOutcome.Missed(fault);
                }
                case Looked.Shoot(var seen) -> best = seen;
            }
        }
        return captures.capture(session.id(), position, device, best);
    }

    /// Looks until it is time to capture.
    private Looked look(
            Session session,
            Position position,
            PreviewingDevice device,
            boolean mustLeave,
            Consumer<Sight> watch)
            throws InterruptedException {
        var gate = new ShutterGate(mustLeave, hold, session.expected(position));
        var still = new StandingStill();
        var judge = captures.live(session, position, device);
        boolean moves = position == Position.FACE && !device.standsStill();
        try (var preview = device.preview(captures.request(session, position));
                var judging = Lane.serial("live judge")) {
            Future<Shot> pending = null;
            while (!now.get()) {
                switch (preview.next(SILENCE)) {
                    case Preview.Look.Lost(var fault) -> {
                        return new Looked.Ended(fault);
                    }
                    case Preview.Look.Seen(var frame) -> {
                        long at = nanos.getAsLong();
                        if (moves && still.frozen(frame.pixels(), at)) {
                            return new Looked.Ended(FROZEN);
                        }
                        if (pending == null || pending.isDone()) {
                            if (pending != null) {
                                gate.judged(result(pending), at);
                            }
                            pending = judging.submit(() -> new Shot(frame, judge.apply(frame)));
                        }
                        boolean shoot = gate.full(at) || now.get();
                        watch.accept(gate.sight(frame, shoot, at));
                        if (shoot) {
                            return new Looked.Shoot(gate.best(at));
                        }
                    }
                }
            }
            return new Looked.Shoot(gate.best(nanos.getAsLong()));
        }
    }

    private static Shot result(Future<Shot> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("judging a live frame failed", e.getCause());
        }
    }
}
