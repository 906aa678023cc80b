package vn.tram.ui.kit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.tram.cli.Assembly;
import vn.tram.domain.Consent;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.StationFault;
import vn.tram.identity.TrainingPeople;

/// A real station in a folder, with simulated devices and a session in which everything may be
/// captured: for the tests of the capture screens.
public final class CaptureRoom implements AutoCloseable {
    private static final String CARD = "id-card-new";

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
        station = Assembly.open(folder.resolve("state"), Path.of("..", "config"));
        enrollment = station.enrollment();
        operator =
                station.accounts().officers().stream()
                        .filter(o -> o.role() == Role.OPERATOR)
                        .findFirst()
                        .orElseThrow();
        var addresses = new EnumMap<Devices.Seat, URI>(Devices.Seat.class);
        devices.forEach((seat, address) -> addresses.put(seat, URI.create(address)));
        this.devices = new Devices(station.drivers(), addresses);
        visit = new Visit(enrollment, background, Stand.CLOCK);
        visit.signedIn(operator);
        visit.show(prepared());
    }

    private Session prepared() throws StationFault {
        var id = enrollment.open(operator).id();
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
