package vn.tram.ui.workbench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Officer;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.Right;
import vn.tram.enroll.SelfTest;
import vn.tram.enroll.SelfTest.Finding;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Visit;

/// The live picture of one device, its self-test, and raw frames kept. On the thread that draws;
/// knows no control.
public final class LiveViewModel {
    /// How the device is.
    public sealed interface State {
        record Opening() implements State {}

        /// A citizen's session is on the screen; the device is left to it.
        record Beside() implements State {}

        /// The device has not its seat: another one has, or it was pulled.
        record NotHere() implements State {}

        /// @param rate pictures a second
        /// @param dropped pictures that did not come since the device was opened
        record Looking(double rate, long dropped) implements State {}

        /// It is there and has no live picture.
        record Blind() implements State {}

        record Testing() implements State {}

        record Keeping() implements State {}

        /// The live picture ended.
        record Broke(Fault fault) implements State {}
    }

    /// What came of the last thing that was asked for.
    public sealed interface News {
        record Tested(List<Finding> findings) implements News {
            public Tested {
                findings = List.copyOf(findings);
            }
        }

        record Kept(Path file) implements News {}

        record SessionOpen(int number) implements News {}

        record NotAllowed() implements News {}

        record NoPicture(Fault fault) implements News {}

        record Failed(StationFault.Code code) implements News {}
    }

    /// How long one look at the device takes before it is told.
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /// What one look brought.
    private sealed interface Glance {
        record Saw(double rate, long dropped) implements Glance {}

        record Ended(Fault fault) implements Glance {}

        record NoDevice() implements Glance {}

        record NoPreview() implements Glance {}
    }

    private final DeviceInfo info;
    private final Seat seat;
    private final Devices devices;
    private final Workbench workbench;
    private final Visit visit;
    private final Background background;
    private final Background.Slot looking;
    private final Background.Slot asked;
    private final Background.Slot closing;
    private final StringProperty folder =
            new SimpleStringProperty(System.getProperty("user.home", ""));
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Opening());
    private final ReadOnlyObjectWrapper<Optional<News>> news =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile Consumer<Pixels> picture = _ -> {};
    private volatile Optional<Preview> preview = Optional.empty();
    private volatile Optional<Frame> newest = Optional.empty();
    private Background.@Nullable Timer next;
    private boolean here;

    public LiveViewModel(
            DeviceInfo info,
            Devices devices,
            Workbench workbench,
            Visit visit,
            Background background) {
        this.info = info;
        this.devices = devices;
        this.workbench = workbench;
        this.visit = visit;
        this.background = background;
        seat = Seat.of(info.kind());
        looking = background.slot("workbench look");
        asked = background.slot("workbench");
        closing = background.slot("workbench end");
    }

    public DeviceInfo device() {
        return info;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<News>> newsProperty() {
        return news.getReadOnlyProperty();
    }

    /// Where raw frames go.
    public StringProperty folderProperty() {
        return folder;
    }

    /// Whether this officer may keep raw frames, and the device makes any.
    public boolean keepsFrames() {
        return Right.KEEP_RAW_FRAMES.of(visit.officer().role()) && info.kind() != Kind.CODE_READER;
    }

    /// Where the live frames go; called on another thread, must return at once.
    public void pictureTo(Consumer<Pixels> screen) {
        picture = screen;
    }

    /// The page stands.
    public void enter() {
        here = true;
        if (visit.sessionProperty().get().isPresent()) {
            state.set(new State.Beside());
        } else {
            look();
        }
    }

    /// The page goes.
    public void leave() {
        here = false;
        stop();
        asked.cancel();
        picture = _ -> {};
        closing.start(this::endPreview, _ -> {}, _ -> {});
    }

    private void stop() {
        looking.cancel();
        if (next != null) {
            next.stop();
            next = null;
        }
    }

    private void look() {
        looking.start(
                this::glance,
                this::glanced,
                fault -> news.set(Optional.of(new News.Failed(fault.code()))));
    }

    private Optional<Device> open() {
        return devices.device(seat).filter(d -> d.info().equals(info));
    }

    private Glance glance() throws InterruptedException {
        var device = open();
        if (device.isEmpty()) {
            endPreview();
            return new Glance.NoDevice();
        }
        if (!(device.get() instanceof PreviewingDevice previewing)) {
            return new Glance.NoPreview();
        }
        if (preview.isEmpty()) {
            preview =
                    Optional.of(
                            previewing.preview(
                                    Request.of(
                                            SelfTest.usual(info.kind()), PATIENCE, "workbench")));
        }
        long begin = System.nanoTime();
        int frames = 0;
        while (System.nanoTime() - begin < LOOK.toNanos()) {
            switch (preview.orElseThrow().next(SILENCE)) {
                case Preview.Look.Lost(var fault) -> {
                    endPreview();
                    return new Glance.Ended(fault);
                }
                case Preview.Look.Seen(var frame) -> {
                    newest = Optional.of(frame);
                    picture.accept(frame.pixels());
                    frames++;
                }
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Glance.Saw(frames / seconds, previewing.droppedFrames());
    }

    private boolean endPreview() {
        preview.ifPresent(Preview::close);
        preview = Optional.empty();
        newest = Optional.empty();
        return true;
    }

    private void glanced(Glance glance) {
        switch (glance) {
            case Glance.Saw(var rate, var dropped) -> {
                state.set(new State.Looking(rate, dropped));
                after(BETWEEN_LOOKS);
            }
            case Glance.NoPreview _ -> state.set(new State.Blind());
            case Glance.NoDevice _ -> {
                state.set(new State.NotHere());
                after(BETWEEN_TRIES);
            }
            case Glance.Ended(var fault) -> {
                state.set(new State.Broke(fault));
                after(BETWEEN_TRIES);
            }
        }
    }

    private void after(Duration delay) {
        if (here) {
            next = background.after(delay, this::look);
        }
    }

    /// Tries all that the device can; what it shows is not kept.
    public void test() {
        if (!ready()) {
            return;
        }
        stop();
        state.set(new State.Testing());
        news.set(Optional.empty());
        asked.start(
                () -> {
                    endPreview();
                    var device = open();
                    return device.isEmpty()
                            ? Optional.<News>empty()
                            : Optional.<News>of(new News.Tested(SelfTest.of(device.get())));
                },
                this::came,
                fault -> came(Optional.of(new News.Failed(fault.code()))));
    }

    /// Keeps the newest frame, or one captured for it, in the folder.
    public void keep() {
        if (!ready() || !keepsFrames()) {
            return;
        }
        stop();
        state.set(new State.Keeping());
        news.set(Optional.empty());
        var by = visit.officer();
        var to = folder.get();
        asked.start(
                () -> {
                    if (newest.isPresent()) {
                        return Optional.of(news(workbench.keep(newest.get(), info, to, by)));
                    }
                    var device = open();
                    return device.isEmpty()
                            ? Optional.<News>empty()
                            : Optional.of(captured(device.get(), to, by));
                },
                this::came,
                fault -> came(Optional.of(new News.Failed(fault.code()))));
    }

    private News captured(Device device, String to, Officer by)
            throws StationFault, InterruptedException {
        var request = Request.of(SelfTest.usual(info.kind()), PATIENCE, "workbench");
        return switch (device.capture(request, Progress.none())) {
            case Capture.Missed(var fault) -> new News.NoPicture(fault);
            case Capture.Taken(var samples) ->
                    news(workbench.keep(samples.getFirst().frame(), info, to, by));
        };
    }

    private static News news(Workbench.Keeping keeping) {
        return switch (keeping) {
            case Workbench.Keeping.Kept(var file) -> new News.Kept(file);
            case Workbench.Keeping.SessionOpen(var number) -> new News.SessionOpen(number);
            case Workbench.Keeping.NotAllowed _ -> new News.NotAllowed();
        };
    }

    private boolean ready() {
        return switch (state.get()) {
            case State.Looking _, State.Blind _, State.Broke _ -> true;
            case State.Opening _,
                    State.Beside _,
                    State.NotHere _,
                    State.Testing _,
                    State.Keeping _ ->
                    false;
        };
    }

    private void came(Optional<News> what) {
        news.set(what);
        state.set(new State.Opening());
        if (here) {
            look();
        }
    }
}
