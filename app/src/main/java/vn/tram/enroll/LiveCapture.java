package vn.tram.enroll;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.domain.Verdict;
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

    private final Captures captures;
    private final Duration hold;
    private final AtomicBoolean now = new AtomicBoolean();

    /// @param hold how long everything must have been good before the shutter falls
    public LiveCapture(Captures captures, Duration hold) {
        this.captures = captures;
        this.hold = hold;
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
        var refusal = captures.refusalToCapture(session, position);
        if (refusal.isPresent()) {
            return new CaptureOutcome.Refused(refusal.get());
        }
        if (device instanceof PreviewingDevice previewing) {
            var fault = look(session, position, previewing, mustLeave, watch);
            if (fault.isPresent()) {
                return new CaptureOutcome.Missed(fault.get());
            }
        }
        return captures.capture(session.id(), position, device, Progress.none());
    }

    /// Looks until it is time to capture; or the fault that ended it.
    private Optional<Fault> look(
            Session session,
            Position position,
            PreviewingDevice device,
            boolean mustLeave,
            Consumer<Sight> watch)
            throws InterruptedException {
        var expected = session.expected(position);
        var gate = new Gate(mustLeave, hold, expected);
        try (var preview = device.preview(captures.request(session, position));
                var judging = Lane.serial("live judge")) {
            Future<List<Judgement>> pending = null;
            while (!now.get()) {
                switch (preview.next(SILENCE)) {
                    case Preview.Look.Lost(var fault) -> {
                        return Optional.of(fault);
                    }
                    case Preview.Look.Seen(var frame) -> {
                        if (pending == null || pending.isDone()) {
                            if (pending != null) {
                                gate.judged(result(pending), System.nanoTime());
                            }
                            pending =
                                    judging.submit(() -> captures.judge(session, position, frame));
                        }
                        boolean shoot = gate.full(System.nanoTime()) || now.get();
                        watch.accept(gate.sight(frame, shoot, System.nanoTime()));
                        if (shoot) {
                            return Optional.empty();
                        }
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static List<Judgement> result(Future<List<Judgement>> done)
            throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("judging a live frame failed", e.getCause());
        }
    }

    /// Whether everything expected is there and nothing refused.
    static boolean good(List<Judgement> judgements, List<Position> expected) {
        return expected.stream()
                .allMatch(p ->
                        judgements.stream()
                                .anyMatch(j ->
                                        j.position() == p
                                                && j.verdict().outcome()
                                                        != Verdict.Outcome.REFUSED));
    }

    /// Counts how long everything has been good.
    private static final class Gate {
        private final Duration hold;
        private final List<Position> expected;
        private final SteadyHint hints = new SteadyHint();
        private boolean leaving;
        private List<Judgement> judgements = List.of();
        private @Nullable Long goodSince;

        Gate(boolean leaving, Duration hold, List<Position> expected) {
            this.leaving = leaving;
            this.hold = hold;
            this.expected = expected;
        }

        void judged(List<Judgement> seen, long at) {
            judgements = seen;
            leaving &= !seen.isEmpty();
            if (leaving || !good(seen, expected)) {
                goodSince = null;
            } else if (goodSince == null) {
                goodSince = at;
            }
        }

        double held(long at) {
            return goodSince == null ? 0 : Math.min(1, (at - goodSince) / (double) hold.toNanos());
        }

        boolean full(long at) {
            return held(at) >= 1;
        }

        Sight sight(Frame frame, boolean shoot, long at) {
            var phase =
                    shoot
                            ? Phase.CAPTURING
                            : leaving
                                    ? Phase.LEAVING
                                    : goodSince == null ? Phase.LOOKING : Phase.HOLDING;
            var hint = hints.at(at, leaving ? Optional.empty() : Hint.of(judgements, expected));
            return new Sight(phase, frame, judgements, hint, held(at));
        }
    }
}
