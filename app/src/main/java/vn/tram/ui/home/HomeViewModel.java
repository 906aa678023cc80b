package vn.tram.ui.home;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.tram.domain.Batch;
import vn.tram.domain.Field;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.Sessions.Summary;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.ui.kit.Background;

/// What there is to do now, read from the station's sessions. UI thread only; knows no control.
public final class HomeViewModel {
    /// What the home screen shows.
    public sealed interface State {
        record Loading() implements State {}

        record Loaded(Today today) implements State {}

        record Failed(StationFault.Code code) implements State {}
    }

    /// The station's day.
    ///
    /// @param done sessions of today that are signed off or further
    /// @param captures positions captured today
    /// @param retaken how many of them took more than one attempt
    /// @param unfinished open, parked and waiting for approval, of any day, oldest first
    /// @param approvals how many wait for the supervisor
    /// @param waiting dossiers in no batch
    /// @param recaptures sessions the registry wants again
    /// @param lastBatch when the last batch was made
    /// @param nextNumber queue number of the next session
    public record Today(
            int done,
            int captures,
            int retaken,
            List<Unfinished> unfinished,
            int approvals,
            int waiting,
            int recaptures,
            Optional<Instant> lastBatch,
            int nextNumber) {
        public Today {
            unfinished = List.copyOf(unfinished);
        }

        /// The session to go on with: one that was interrupted.
        public Optional<Unfinished> interrupted() {
            return unfinished.stream().filter(u -> u.stage() == Stage.OPEN).findFirst();
        }

        public Optional<Unfinished> parked() {
            return unfinished.stream().filter(u -> u.stage() == Stage.PARKED).findFirst();
        }
    }

    /// A session that is not sealed yet. Redacted in `toString`.
    ///
    /// @param name empty when nobody was chosen yet
    /// @param lastDigits of the personal number: the only ones a list shows
    public record Unfinished(
            SessionId id,
            int number,
            Optional<String> name,
            Optional<String> lastDigits,
            Stage stage) {
        @Override
        public String toString() {
            return "Unfinished[" + id + ", " + stage + "]";
        }
    }

    private static final int SHOWN_DIGITS = 4;

    private final Sessions sessions;
    private final Outbox outbox;
    private final Clock clock;
    private final Background.Slot reading;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Loading());

    public HomeViewModel(Sessions sessions, Outbox outbox, Clock clock, Background background) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
        reading = background.slot("home");
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Reads again. What is shown stays until the new is there.
    public void load() {
        reading.start(
                this::read,
                today -> state.set(new State.Loaded(today)),
                fault -> state.set(new State.Failed(fault.code())));
    }

    private Today read() throws StationFault {
        return today(sessions.list(), outbox.waiting().size(), outbox.last().map(Batch::at));
    }

    private Today today(List<Summary> all, int waiting, Optional<Instant> lastBatch) {
        var day = LocalDate.now(clock);
        var ofToday = all.stream().filter(s -> day.equals(dayOf(s))).toList();
        int done = (int) ofToday.stream().filter(s -> isDone(s.stage())).count();
        int captures = 0;
        int retaken = 0;
        for (var session : ofToday) {
            captures += positions(session, 1);
            retaken += positions(session, 2);
        }
        int last = ofToday.stream().mapToInt(Summary::queueNumber).max().orElse(0);
        return new Today(
                done,
                captures,
                retaken,
                all.reversed().stream()
                        .filter(s -> isUnfinished(s.stage()))
                        .map(HomeViewModel::unfinished)
                        .toList(),
                count(all, Stage.AWAITING_APPROVAL),
                waiting,
                count(all, Stage.RECAPTURE_WANTED),
                lastBatch,
                last + 1);
    }

    private LocalDate dayOf(Summary session) {
        return LocalDate.ofInstant(session.openedAt(), clock.getZone());
    }

    /// How many positions have at least so many attempts.
    private static int positions(Summary session, int attempts) {
        int found = 0;
        for (var position : Position.values()) {
            long made = session.kept().stream().filter(k -> k.position() == position).count();
            if (made >= attempts) {
                found++;
            }
        }
        return found;
    }

    private static int count(List<Summary> all, Stage stage) {
        return (int) all.stream().filter(s -> s.stage() == stage).count();
    }

    private static boolean isUnfinished(Stage stage) {
        return switch (stage) {
            case OPEN, PARKED, SIGNED_OFF, AWAITING_APPROVAL -> true;
            case SEALED,
                    BATCHED,
                    DELIVERED,
                    ACCEPTED,
                    REJECTED,
                    RECAPTURE_WANTED,
                    PURGED,
                    CANCELLED ->
                    false;
        };
    }

    private static boolean isDone(Stage stage) {
        return switch (stage) {
            case OPEN, PARKED, CANCELLED -> false;
            case SIGNED_OFF,
                    AWAITING_APPROVAL,
                    SEALED,
                    BATCHED,
                    DELIVERED,
                    ACCEPTED,
                    REJECTED,
                    RECAPTURE_WANTED,
                    PURGED ->
                    true;
        };
    }

    private static Unfinished unfinished(Summary session) {
        var citizen = session.citizen();
        return new Unfinished(
                session.id(),
                session.queueNumber(),
                citizen.flatMap(c -> c.value(Field.NAME)),
                citizen.flatMap(c -> c.value(Field.PERSONAL_NUMBER))
                        .map(n -> n.substring(Math.max(0, n.length() - SHOWN_DIGITS))),
                session.stage());
    }
}
