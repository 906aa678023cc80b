package vn.tram.ui.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.tram.device.DeviceStatus;
import vn.tram.device.Kind;
import vn.tram.domain.Attempt;
import vn.tram.domain.Session;
import vn.tram.enroll.CaptureOutcome;
import vn.tram.enroll.DeviceFitness.Lack;
import vn.tram.enroll.Devices;
import vn.tram.enroll.LiveCapture;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.StationFault;
import vn.tram.image.Pixels;
import vn.tram.image.Position;

/// What all capture screens do alike: wait for the device, look, shoot, rest, go on, and what is
/// left when a cable is pulled or the attempts are used up. Part of a view-model; on the thread
/// that draws.
public final class CaptureLoop {
    /// Who presses the shutter.
    public enum Shutter {
        AUTO,
        BY_HAND
    }

    /// How long everything must have been good. Source: design of the screens, *Motion*.
    public static final Duration HOLD = Duration.ofMillis(800);

    /// How long a good attempt is shown before the next position. Source: as above.
    public static final Duration REST_GOOD = Duration.ofMillis(900);

    /// How long a refused attempt is shown, so that the reason can be read.
    public static final Duration REST_REFUSED = Duration.ofMillis(2000);

    /// How long a lost device's words stay when it is back at once: as long as any hint.
    private static final Duration BACK = Duration.ofMillis(1200);

    private static final Duration NEVER = Duration.ofDays(1);

    private final Visit visit;
    private final Background background;
    private final DeviceSeat seat;
    private final SeatProof proof;
    private final Supplier<Optional<Position>> next;
    private final Background.Slot entering;
    private final Background.Slot capturing;
    private final Background.Slot changing;
    private final ReadOnlyObjectWrapper<CaptureState> state =
            new ReadOnlyObjectWrapper<>(new CaptureState.Opening());
    private final ReadOnlyObjectWrapper<Optional<Position>> here =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Shutter> shutter =
            new ReadOnlyObjectWrapper<>(Shutter.AUTO);
    private @Nullable Runnable deaf;
    private Background.@Nullable Timer rest;
    private @Nullable LiveCapture live;
    private volatile Consumer<Pixels> picture = _ -> {};
    private boolean touched;
    private int run;

    /// @param next where to go when the device is there and after a position is done: the next one
    ///   not done, or the one that is here when all are; empty when nothing is asked for
    public CaptureLoop(
            Visit visit,
            Background background,
            Devices devices,
            Devices.Seat seat,
            Supplier<Optional<Position>> next) {
        this.visit = visit;
        this.background = background;
        this.seat = new DeviceSeat(devices, seat);
        proof = new SeatProof(visit.enrollment().fitness(), devices, seat, background);
        this.next = next;
        entering = background.slot("capture screen");
        capturing = background.slot("capture");
        changing = background.slot("capture decision");
    }

    public ReadOnlyObjectProperty<CaptureState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Position>> positionProperty() {
        return here.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shutter> shutterProperty() {
        return shutter.getReadOnlyProperty();
    }

    /// What kind of device sits there, as far as it is known.
    public Optional<Kind> kind() {
        return seat.kind();
    }

    /// Whether the device rolls fingers, as far as that is known.
    public boolean rolls() {
        return seat.rolls();
    }

    /// Where the live frames go; called on another thread, must return at once.
    public void pictureTo(Consumer<Pixels> screen) {
        picture = screen;
    }

    /// The screen stands: reads the session anew and waits for the device.
    public void enter() {
        touched = false;
        deaf = seat.onChange(() -> background.post(this::deviceChanged));
        proof.enter();
        state.set(new CaptureState.Opening());
        var id = visit.session().id();
        entering.start(
                () -> {
                    var session = visit.enrollment().find(id);
                    seat.await();
                    return session;
                },
                session -> {
                    session.ifPresent(visit::show);
                    goOn();
                },
                this::fail);
    }

    /// The screen goes: a capture that runs is ended with nothing counted.
    public void leave() {
        if (deaf != null) {
            deaf.run();
            deaf = null;
        }
        proof.leave();
        entering.cancel();
        stop();
        picture = _ -> {};
    }

    private void goOn() {
        next.get().ifPresentOrElse(this::go, () -> rest(new CaptureState.Excepted()));
    }

    /// Shows a position: what is stored of it if it is done, else captures it.
    public void go(Position to) {
        here.set(Optional.of(to));
        if (to != Position.FACE) {
            visit.citizenSide().show(new CitizenSide.Shown.Fingers(to));
        }
        var session = visit.session();
        if (session.expected(to).isEmpty()) {
            rest(new CaptureState.Excepted());
        } else if (session.done(to) && session.kept(to).isPresent()) {
            rest(new CaptureState.Done(session.kept(to).orElseThrow()));
        } else if (left(to) == 0 && session.kept(to).isPresent()) {
            rest(new CaptureState.UsedUp(session.kept(to).orElseThrow()));
        } else {
            capture(to);
        }
    }

    /// Captures the position once more, done or not; the workflow may refuse.
    public void again() {
        shutter.set(Shutter.AUTO);
        here.get().ifPresent(this::capture);
    }

    /// Shoots at once, good or not.
    public void captureNow() {
        if (live != null) {
            live.captureNow();
        }
    }

    /// Goes on looking, but leaves the shutter to the operator.
    public void byHand() {
        shutter.set(Shutter.BY_HAND);
        here.get().ifPresent(this::capture);
    }

    /// From the next capture on the machine presses the shutter.
    public void byMachine() {
        shutter.set(Shutter.AUTO);
    }

    /// How many attempts a position has left.
    public int left(Position position) {
        return Math.max(0, most(position) - visit.session().attempts(position).size());
    }

    /// How many attempts a position has at all.
    public int most(Position position) {
        return visit.enrollment().captures().attempts(position);
    }

    /// The operator wants to take the best attempt although it is refused.
    public void decide() {
        if (state.get() instanceof CaptureState.UsedUp(var kept)) {
            state.set(new CaptureState.Deciding(kept));
        }
    }

    /// Ends a capture that runs, with nothing counted: something else has the screen, which shows
    /// the last attempt. [#go] goes on.
    public void pause() {
        stop();
        here.get()
                .map(position -> visit.session().attempts(position))
                .filter(attempts -> !attempts.isEmpty())
                .ifPresent(attempts -> state.set(new CaptureState.Judged(attempts.getLast())));
    }

    /// Takes the best attempt for this reason; a supervisor will look at it.
    public void accept(String reason) {
        here.get()
                .ifPresent(position ->
                        change(() ->
                                visit.enrollment()
                                        .captures()
                                        .accept(
                                                visit.session().id(),
                                                position,
                                                reason,
                                                visit.officer())));
    }

    /// Changes the session by the workflow and goes on where that leads.
    public void change(Background.Work<Outcome> step) {
        changing.start(
                step,
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done(var session) -> {
                            visit.show(session);
                            goOn();
                        }
                        case Outcome.Refused(var reason) -> rest(new CaptureState.Refused(reason));
                    }
                },
                this::fail);
    }

    private void stop() {
        run++;
        capturing.cancel();
        live = null;
        if (rest != null) {
            rest.stop();
            rest = null;
        }
    }

    private void wait(Duration time, Runnable then) {
        if (rest != null) {
            rest.stop();
        }
        rest = background.after(time, then);
    }

    private void rest(CaptureState at) {
        stop();
        state.set(at);
    }

    /// Something around the station failed; what is stored stays.
    public void fail(StationFault fault) {
        rest(new CaptureState.Failed(fault));
    }

    private void capture(Position position) {
        rest(new CaptureState.Opening());
        int mine = run;
        var capture =
                new LiveCapture(
                        visit.enrollment().captures(),
                        shutter.get() == Shutter.AUTO ? HOLD : NEVER);
        live = capture;
        Consumer<Sight> watch = background.latest(sight -> seen(mine, sight));
        var session = visit.session();
        boolean mustLeave = touched && seat.touched();
        var shot =
                new DeviceSeat.Shot(
                        capture,
                        () -> background.post(() -> blind(mine)),
                        sight -> {
                            picture.accept(sight.frame().pixels());
                            if (position == Position.FACE) {
                                visit.citizenSide().offer(sight.frame().pixels());
                            }
                            watch.accept(sight);
                        });
        capturing.start(
                () -> seat.take(shot, session, position, mustLeave), this::came, this::fail);
    }

    /// What the device lacks to be proved fit, where it may be used all the same.
    public Optional<Lack> unfit() {
        return proof.lack();
    }

    /// How many live pictures the device dropped since it was opened.
    public long dropped() {
        return seat.dropped();
    }

    private void blind(int mine) {
        if (mine == run) {
            state.set(new CaptureState.Blind());
        }
    }

    private void seen(int mine, Sight sight) {
        if (mine == run && live != null) {
            var pixels = sight.frame().pixels();
            state.set(
                    new CaptureState.Live(
                            sight.phase(),
                            sight.judgements(),
                            sight.hint(),
                            sight.hold(),
                            pixels.width(),
                            pixels.height()));
        }
    }

    private void came(DeviceSeat.Came came) {
        live = null;
        switch (came) {
            case DeviceSeat.Came.NoDevice(var status) -> {
                state.set(without(status));
                deviceChanged();
            }
            case DeviceSeat.Came.Through(CaptureOutcome.Stored(var session, var attempt)) ->
                    stored(session, attempt);
            case DeviceSeat.Came.Through(CaptureOutcome.Refused(var reason)) ->
                    state.set(new CaptureState.Refused(reason));
            case DeviceSeat.Came.Through(CaptureOutcome.Missed(var fault)) ->
                    state.set(new CaptureState.Missed(fault));
            case DeviceSeat.Came.Gone(var fault) -> {
                state.set(new CaptureState.Lost(fault));
                deviceChanged();
            }
        }
    }

    private static CaptureState without(DeviceStatus status) {
        return switch (status) {
            case DeviceStatus.Absent _ -> new CaptureState.Absent();
            case DeviceStatus.Opening _, DeviceStatus.Ready _ -> new CaptureState.Opening();
            case DeviceStatus.Lost(_, var fault) -> new CaptureState.Lost(fault);
        };
    }

    private void stored(Session session, Attempt attempt) {
        touched = true;
        visit.show(session);
        state.set(new CaptureState.Judged(attempt));
        boolean done = session.done(attempt.position());
        if (done) {
            wait(REST_GOOD, this::goOn);
        } else if (left(attempt.position()) == 0 || seat.looks()) {
            wait(REST_REFUSED, () -> go(attempt.position()));
        }
    }

    private void deviceChanged() {
        if (deaf == null) {
            return; // the screen has gone
        }
        var now = state.get();
        boolean waits =
                now instanceof CaptureState.Lost
                        || now instanceof CaptureState.Absent
                        || (now instanceof CaptureState.Opening
                                && live == null
                                && here.get().isPresent());
        if (!waits) {
            return;
        }
        if (seat.ready()) {
            wait(BACK, this::goOn);
        } else {
            state.set(without(seat.status()));
        }
    }
}
