package vn.tram.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Batch;
import vn.tram.domain.Citizen;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Field;
import vn.tram.domain.Item;
import vn.tram.domain.Officer;
import vn.tram.domain.Receipt;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Source;
import vn.tram.domain.Stage;
import vn.tram.enroll.Accounts;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// Books of a station in memory, for the tests of screens that only read them: what they hold, and
/// the fault they meet if one is set.
public final class Books {
    public static final Officer OPERATOR = new Officer("canbo1", "Cán bộ Mẫu A", Role.OPERATOR);
    public static final Officer SUPERVISOR =
            new Officer("chihuy", "Chỉ huy Mẫu C", Role.SUPERVISOR);

    public final List<Officer> officers = new ArrayList<>(List.of(OPERATOR, SUPERVISOR));
    public final Deque<Accounts.SignIn> answers = new ArrayDeque<>();
    public final List<String> tried = new ArrayList<>();
    public final List<Sessions.Summary> sessions = new ArrayList<>();
    public final List<SessionId> waiting = new ArrayList<>();
    public Optional<StationFault.Code> fault = Optional.empty();

    private void check() throws StationFault {
        if (fault.isPresent()) {
            throw new StationFault(fault.get(), "as the test wants");
        }
    }

    /// Adds a session that was opened `minutes` before 08:42.
    public Books session(int number, String name, Stage stage, int minutes, int attempts) {
        var kept = new ArrayList<Sessions.Kept>();
        for (int i = 1; i <= attempts; i++) {
            kept.add(
                    new Sessions.Kept(
                            Position.RIGHT_FOUR, i, Optional.of(new Digest("0".repeat(64)))));
        }
        var citizen =
                new Citizen(
                        Map.of(
                                Field.NAME, new Item(name, Source.values()[0]),
                                Field.PERSONAL_NUMBER,
                                        new Item(
                                                "001199000" + (100 + number), Source.values()[0])));
        sessions.add(
                new Sessions.Summary(
                        SessionId.random(),
                        stage,
                        Instant.now(Stand.CLOCK).minus(Duration.ofMinutes(minutes)),
                        number,
                        Optional.of(citizen),
                        kept,
                        Optional.empty()));
        return this;
    }

    public Accounts accounts() {
        return new Accounts() {
            @Override
            public List<Officer> officers() throws StationFault {
                check();
                return officers;
            }

            @Override
            public SignIn signIn(String officerId, char[] password) throws StationFault {
                check();
                tried.add(officerId + ":" + new String(password));
                return answers.removeFirst();
            }
        };
    }

    public Sessions sessions() {
        return new ReadOnlySessions();
    }

    public Outbox outbox() {
        return new ReadOnlyOutbox();
    }

    private static UnsupportedOperationException readsOnly() {
        return new UnsupportedOperationException("these screens only read");
    }

    private final class ReadOnlySessions implements Sessions {
        @Override
        public boolean rescore(SessionId id, Attempt attempt) {
            throw readsOnly();
        }

        @Override
        public List<Summary> list() throws StationFault {
            check();
            return sessions;
        }

        @Override
        public void open(Session session) {
            throw readsOnly();
        }

        @Override
        public Optional<Session> find(SessionId id) {
            throw readsOnly();
        }

        @Override
        public void save(Session session) {
            throw readsOnly();
        }

        @Override
        public void save(Session session, Attempt attempt, Frame frame) {
            throw readsOnly();
        }

        @Override
        public Frame frame(SessionId id, Position position, int attempt) {
            throw readsOnly();
        }

        @Override
        public void seal(Session sealed, Dossier dossier) {
            throw readsOnly();
        }

        @Override
        public void cancel(Session cancelled) {
            throw readsOnly();
        }

        @Override
        public void recover() {
            throw readsOnly();
        }
    }

    private final class ReadOnlyOutbox implements Outbox {
        @Override
        public List<SessionId> waiting() throws StationFault {
            check();
            return waiting;
        }

        @Override
        public Dossier dossier(SessionId id) {
            throw readsOnly();
        }

        @Override
        public Optional<Batch> last() throws StationFault {
            check();
            return Optional.empty();
        }

        @Override
        public List<Batch> batches() {
            throw readsOnly();
        }

        @Override
        public void made(Batch batch) {
            throw readsOnly();
        }

        @Override
        public void delivered(Digest batch) {
            throw readsOnly();
        }

        @Override
        public void receipted(Receipt receipt) {
            throw readsOnly();
        }
    }
}
