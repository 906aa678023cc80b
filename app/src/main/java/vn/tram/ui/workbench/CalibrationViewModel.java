package vn.tram.ui.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.tram.calibration.Aspect;
import vn.tram.calibration.CalibrationRun;
import vn.tram.calibration.CalibrationRun.Step;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Chain;
import vn.tram.calibration.Fitness;
import vn.tram.calibration.Measure;
import vn.tram.calibration.Shots;
import vn.tram.calibration.Target;
import vn.tram.device.Capture;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Digest;
import vn.tram.domain.Reading;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.Right;
import vn.tram.enroll.SelfTest;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Visit;

/// The calibration of one device: what it stands on, the run with live guidance, the outcome and
/// its certificate. Nothing is stored before a certificate is issued. On the thread that draws;
/// knows no control.
public final class CalibrationViewModel {
    public sealed interface State {
        record Reading() implements State {}

        record Failed(StationFault.Code code) implements State {}

        record Choosing(Certification.Sight sight) implements State {}

        /// A supervisor says for how long and why.
        record Extending(Certification.Sight sight, Digest certificate) implements State {}

        record Running(CalibrationRun run, Eye eye) implements State {}

        record Taking(CalibrationRun run) implements State {}

        /// All is measured, nothing issued.
        record Drafted(CalibrationRun run, Certificate certificate) implements State {}

        record Issuing(Certificate certificate) implements State {}

        /// @param digest of its signed file
        record Shown(Certificate certificate, Digest digest) implements State {}
    }

    /// What came of the last thing that was asked for.
    public sealed interface News {
        /// A citizen's session is open.
        record Beside() implements News {}

        record TargetEnded(Target target) implements News {}

        record Copied(Path file) implements News {}

        record Failed(StationFault.Code code) implements News {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// What a series of captures brought.
    ///
    /// @param eye other than opening where it was cut short
    /// @param draft where nothing is wanted any more
    private record Taken(CalibrationRun run, Eye eye, Optional<Certificate> draft) {}

    private final DeviceInfo info;
    private final Seat seat;
    private final Devices devices;
    private final Certification certification;
    private final Visit visit;
    private final Clock clock;
    private final Background.Slot working;
    private final Background.Slot storing;
    private final TargetEye eye;
    private final Consumer<CalibrationRun> progress;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<Plan> plan =
            new ReadOnlyObjectWrapper<>(new Plan(Map.of(), false));
    private final ReadOnlyObjectWrapper<Optional<News>> news =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty folder =
            new SimpleStringProperty(System.getProperty("user.home", ""));
    private boolean planned;

    public CalibrationViewModel(
            DeviceInfo info,
            Devices devices,
            Certification certification,
            Visit visit,
            Background background,
            Clock clock) {
        this.info = info;
        this.devices = devices;
        this.certification = certification;
        this.visit = visit;
        this.clock = clock;
        seat = Seat.of(info.kind());
        working = background.slot("calibration");
        storing = background.slot("certificate");
        eye = new TargetEye(info, devices, background, this::sees);
        progress = background.latest(this::took);
    }

    public DeviceInfo device() {
        return info;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<News>> newsProperty() {
        return news.getReadOnlyProperty();
    }

    /// Where copies of certificates go.
    public StringProperty folderProperty() {
        return folder;
    }

    /// Where the live frames go; called on another thread, must return at once.
    public void pictureTo(Consumer<Pixels> screen) {
        eye.pictureTo(screen);
    }

    /// Whether such a target's papers have ended.
    public boolean ended(Target target) {
        return !target.validOn(LocalDate.now(clock));
    }

    /// The certificate that this officer may extend, if the device needs it.
    public Optional<Digest> extendable(Certification.Sight sight) {
        if (!Right.EXTEND_CERTIFICATES.of(visit.officer().role())) {
            return Optional.empty();
        }
        return switch (sight.fitness()) {
            case Fitness.Fit _ -> Optional.empty();
            case Fitness.Extended(_, var certificate, _) -> Optional.of(certificate);
            case Fitness.Unfit(_, _, var certificate) -> certificate;
        };
    }

    /// Reads how the device stands; what was measured and not issued is gone.
    public void read() {
        eye.close();
        news.set(Optional.empty());
        state.set(new State.Reading());
        working.start(() -> certification.sight(info), this::saw, this::failed);
    }

    private void failed(StationFault fault) {
        state.set(new State.Failed(fault.code()));
    }

    private void saw(Certification.Sight sight) {
        if (!planned) {
            planned = true;
            var first = new EnumMap<Aspect, Target>(Aspect.class);
            sight.targets().stream()
                    .filter(t -> !ended(t))
                    .forEach(t -> first.putIfAbsent(Aspect.of(t), t));
            plan.set(new Plan(first, false));
        }
        state.set(new State.Choosing(sight));
    }

    /// The page goes. A certificate that is being issued is issued.
    public void leave() {
        working.cancel();
        eye.close();
        eye.pictureTo(_ -> {});
    }

    /// Measures with that target, in place of another that measures the same; or not any more.
    public void choose(Target target) {
        if (ended(target)) {
            news.set(Optional.of(new News.TargetEnded(target)));
            return;
        }
        news.set(Optional.empty());
        var targets = new EnumMap<Aspect, Target>(Aspect.class);
        targets.putAll(plan.get().targets());
        if (!targets.remove(Aspect.of(target), target)) {
            targets.put(Aspect.of(target), target);
        }
        plan.set(new Plan(targets, plan.get().people()));
    }

    public void choosePeople() {
        plan.set(new Plan(plan.get().targets(), !plan.get().people()));
    }

    private vn.tram.calibration.Calibration calibration() {
        var targets =
                List.of(Aspect.values()).stream()
                        .flatMap(a -> Optional.ofNullable(plan.get().targets().get(a)).stream())
                        .toList();
        return certification.calibration(info, targets, plan.get().people());
    }

    /// Begins the run with what was chosen.
    public void start() {
        boolean nothing = plan.get().targets().isEmpty() && !plan.get().people();
        if (!(state.get() instanceof State.Choosing(var sight))
                || sight.chain() instanceof Chain.Broken
                || nothing) {
            return;
        }
        if (visit.sessionProperty().get().isPresent()) {
            news.set(Optional.of(new News.Beside()));
            return;
        }
        news.set(Optional.empty());
        state.set(new State.Reading());
        working.start(
                () -> CalibrationRun.of(calibration().procedures(), Shots.none()),
                this::look,
                this::failed);
    }

    private void look(CalibrationRun run) {
        state.set(new State.Running(run, new Eye.Opening()));
        eye.look(run);
    }

    private void sees(Eye seen) {
        if (state.get() instanceof State.Running(var run, _)) {
            state.set(new State.Running(run, seen));
        }
    }

    /// Takes the picture that is wanted, or all of a series of the same.
    public void take() {
        if (!(state.get() instanceof State.Running(var run, var seen))
                || seen instanceof Eye.Opening
                || seen instanceof Eye.NotHere) {
            return;
        }
        eye.stop();
        state.set(new State.Taking(run));
        var by = visit.officer();
        var calibration = calibration();
        working.start(
                () -> {
                    var taken = taken(run);
                    return taken.run().step() instanceof Step.Complete
                            ? new Taken(
                                    taken.run(),
                                    taken.eye(),
                                    Optional.of(certification.draft(calibration, taken.run(), by)))
                            : taken;
                },
                this::done,
                this::failed);
    }

    private Taken taken(CalibrationRun before) throws InterruptedException {
        eye.end();
        var run = before;
        while (true) {
            var device = devices.device(seat).filter(d -> d.info().equals(info));
            if (device.isEmpty()) {
                return new Taken(run, new Eye.NotHere(), Optional.empty());
            }
            var request = Request.of(SelfTest.usual(info.kind()), PATIENCE, "calibrate");
            switch (device.get().capture(request, Progress.none())) {
                case Capture.Missed(var fault) -> {
                    return new Taken(run, new Eye.Broke(fault), Optional.empty());
                }
                case Capture.Taken(var samples) -> run = with(samples.getFirst().frame(), run);
            }
            if (!oneMore(before, run)) {
                return new Taken(run, new Eye.Opening(), Optional.empty());
            }
        }
    }

    private CalibrationRun with(Frame frame, CalibrationRun run) {
        eye.show(frame.pixels());
        var more = run.with(frame);
        progress.accept(more);
        return more;
    }

    /// Whether the next picture is of what still lies there.
    private static boolean oneMore(CalibrationRun before, CalibrationRun now) {
        return before.step() instanceof Step.Wanted(var first, _, _, _)
                && now.step() instanceof Step.Wanted(var view, _, _, var wrong)
                && view == first
                && !view.standsAlone()
                && wrong.isEmpty();
    }

    private void took(CalibrationRun run) {
        if (state.get() instanceof State.Taking) {
            state.set(new State.Taking(run));
        }
    }

    private void done(Taken taken) {
        if (taken.draft().isPresent()) {
            state.set(new State.Drafted(taken.run(), taken.draft().get()));
            return;
        }
        state.set(new State.Running(taken.run(), taken.eye()));
        eye.look(taken.run());
    }

    /// Takes the pictures again of which something is beyond its limit; all of them when nothing
    /// is.
    public void again() {
        if (!(state.get() instanceof State.Drafted(var run, var certificate))) {
            return;
        }
        var beyond = certificate.measures().stream().filter(m -> !m.passed()).toList();
        var metrics =
                (beyond.isEmpty() ? certificate.measures() : beyond)
                        .stream().map(Measure::reading).map(Reading.Measured::metric).toList();
        state.set(new State.Reading());
        working.start(() -> run.again(metrics), this::look, this::failed);
    }

    /// Issues what is drafted, passed or not.
    public void issue() {
        if (state.get() instanceof State.Drafted(_, var draft)) {
            state.set(new State.Issuing(draft));
            storing.start(
                    () -> certification.issue(info, draft),
                    issued -> state.set(new State.Shown(issued.certificate(), issued.digest())),
                    this::failed);
        }
    }

    /// Shows a certificate of the chain.
    public void show(Certificate certificate, Digest digest) {
        news.set(Optional.empty());
        state.set(new State.Shown(certificate, digest));
    }

    /// Puts what is shown into the folder.
    public void copy() {
        if (state.get() instanceof State.Shown(var certificate, _)) {
            var to = folder.get();
            storing.start(
                    () -> certification.copy(certificate, to),
                    file -> news.set(Optional.of(new News.Copied(file))),
                    fault -> news.set(Optional.of(new News.Failed(fault.code()))));
        }
    }

    public void askToExtend() {
        if (state.get() instanceof State.Choosing(var sight)) {
            extendable(sight).ifPresent(digest -> state.set(new State.Extending(sight, digest)));
        }
    }

    /// @param reason not blank
    public void extend(int days, String reason) {
        if (state.get() instanceof State.Extending(_, var certificate)) {
            var by = visit.officer();
            state.set(new State.Reading());
            storing.start(
                    () -> {
                        certification.extend(info, certificate, days, reason, by);
                        return certification.sight(info);
                    },
                    this::saw,
                    this::failed);
        }
    }
}
