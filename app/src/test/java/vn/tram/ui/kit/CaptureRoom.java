package vn.tram.ui.kit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import vn.tram.cli.Assembly;
import vn.tram.domain.Consent;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.enroll.CaptureOutcome;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.LiveCapture;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.StationFault;
import vn.tram.identity.TrainingPeople;
import vn.tram.image.Pixels;
import vn.tram.image.Position;

/// A real station in a folder, with simulated devices and a session in which everything may be
/// captured: for the tests of the capture screens.
public final class CaptureRoom implements AutoCloseable {
    private static final String CARD = "id-card-new";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// So many frames of the live picture and the shutter is pressed, good or not.
    private static final int ENOUGH = 60;

    public final Assembly station;
    public final Enrollment enrollment;
    public final Officer operator;
    public final Held background = new Held();
    public final Visit visit;
    public final Devices devices;
    public final List<Intent> intents = new ArrayList<>();

    /// @param folder for the state
    /// @param devices addresses by seat
    public CaptureRoom(Path folder, Map<Devices.Seat, String> devices) throws StationFault {
        this(folder, devices, Path.of("..", "config"));
    }

    /// The same with settings of its own.
    public CaptureRoom(Path folder, Map<Devices.Seat, String> devices, Path config)
            throws StationFault {
        station = Assembly.open(folder.resolve("state"), config);
        enrollment = station.enrollment();
        operator =
                station.accounts().officers().stream()
                        .filter(o -> o.role() == Role.OPERATOR)
                        .findFirst()
                        .orElseThrow();
        var addresses = new EnumMap<Devices.Seat, URI>(Devices.Seat.class);
        devices.forEach((seat, address) -> addresses.put(seat, URI.create(address)));
        this.devices = station.devices(addresses);
        visit = new Visit(enrollment, background, Stand.CLOCK);
        visit.signedIn(operator);
        visit.show(prepared());
    }

    private Session prepared() throws StationFault {
        var id = done(enrollment.open(operator)).id();
        done(enrollment.identify(id, new TrainingPeople(7).person(0)));
        done(enrollment.choose(id, List.of(CARD)));
        done(enrollment.answer(id, CARD, Consent.Answer.TOLD));
        return done(enrollment.confirmData(id));
    }

    public static Session done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var session)) {
            return session;
        }
        throw new AssertionError(outcome.toString());
    }

    /// The session as it is in the store.
    public Session stored() throws StationFault {
        return enrollment.find(visit.session().id()).orElseThrow();
    }

    /// Captures a position once with the live picture before it, as the screens do, and gives what
    /// was seen. The attempt is stored and on the screen's session.
    public List<Sight> captured(Devices.Seat seat, Position position)
            throws StationFault, InterruptedException {
        var sights = new ArrayList<Sight>();
        var device = devices.device(seat, PATIENCE).orElseThrow();
        var capture = new LiveCapture(enrollment.captures(), CaptureLoop.HOLD);
        Consumer<Sight> watch =
                sight -> {
                    sights.add(sight);
                    if (sights.size() >= ENOUGH) {
                        capture.captureNow();
                    }
                };
        if (capture.run(visit.session(), position, device, false, watch)
                instanceof CaptureOutcome.Stored(var session, _)) {
            visit.show(session);
            return sights;
        }
        throw new AssertionError("nothing was stored");
    }

    /// The screen as it is when it stands and `reach` has run.
    public static Screen moment(Screen screen, Runnable reach) {
        return new Moment(screen, reach);
    }

    /// Puts a picture where live frames are drawn, to stand.
    public static void picture(Screen screen, Pixels pixels) {
        ((LivePicture) screen.work().lookup("." + LivePicture.STYLE_CLASS)).show(pixels);
    }

    private record Moment(Screen screen, Runnable reach) implements Screen {
        @Override
        public ObservableValue<Phrase> title() {
            return screen.title();
        }

        @Override
        public ObservableValue<Rail> rail() {
            return screen.rail();
        }

        @Override
        public Node work() {
            return screen.work();
        }

        @Override
        public Node panel() {
            return screen.panel();
        }

        @Override
        public ObservableValue<List<Action>> actions() {
            return screen.actions();
        }

        @Override
        public ObservableValue<Primary> primary() {
            return screen.primary();
        }

        @Override
        public Help help() {
            return screen.help();
        }

        @Override
        public Map<Key, Runnable> keys() {
            return screen.keys();
        }

        @Override
        public void shown() {
            screen.shown();
            reach.run();
        }
    }

    @Override
    public void close() throws StationFault {
        devices.close();
        station.close();
    }

    /// A [SameThread] that can be told to keep captures waiting, so that a moment of the live
    /// picture can be looked at.
    public static final class Held implements Background {
        public final SameThread thread = new SameThread();
        private final List<Consumer<?>> mailboxes = new ArrayList<>();
        private boolean holding;

        /// From now on captures are not begun.
        public void holdCaptures() {
            holding = true;
        }

        /// Captures are begun again.
        public void letCapturesGo() {
            holding = false;
        }

        /// Lets the newest mailbox see `sight`, as a live capture would.
        @SuppressWarnings("unchecked") // the capture loop's mailboxes take sights
        public void show(Sight sight) {
            ((Consumer<Sight>) mailboxes.getLast()).accept(sight);
        }

        public void run() {
            thread.run();
        }

        public void advance(Duration time) {
            thread.advance(time);
        }

        @Override
        public Slot slot(String name) {
            var slot = thread.slot(name);
            return !name.equals("capture")
                    ? slot
                    : new Slot() {
                        @Override
                        public <T> void start(
                                Work<T> work,
                                Consumer<? super T> show,
                                Consumer<StationFault> failed) {
                            if (!holding) {
                                slot.start(work, show, failed);
                            }
                        }

                        @Override
                        public void cancel() {
                            slot.cancel();
                        }
                    };
        }

        @Override
        public <T> Consumer<T> latest(Consumer<? super T> show) {
            var mailbox = thread.<T>latest(show);
            mailboxes.add(mailbox);
            return mailbox;
        }

        @Override
        public void post(Runnable run) {
            thread.post(run);
        }

        @Override
        public Timer after(Duration delay, Runnable run) {
            return thread.after(delay, run);
        }
    }
}
