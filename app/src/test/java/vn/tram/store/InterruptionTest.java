package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;

/// Every step that changes the disk dies once; the next start finds all of it or none.
class InterruptionTest {
    /// The program ends here.
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @FunctionalInterface
    private interface Call {
        void on(Sessions sessions) throws StationFault;
    }

    @TempDir Path state;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void openingDies(int steps) throws StationFault {
        var session = Given.opened();
        dying(steps, sessions -> sessions.open(session));
        try (var database = recovered()) {
            assertThat(database.sessions().find(session.id())).isEmpty();
            assertThat(state.resolve("sessions")).isEmptyDirectory();
            database.sessions().open(session);
        }
    }

    @Test
    void aChangeThatDiedUncountedIsThere() throws StationFault {
        var session = Given.opened();
        dying(2, sessions -> sessions.open(session));
        try (var database = recovered()) {
            assertThat(database.sessions().find(session.id())).contains(session);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void savingAnAttemptDies(int steps) throws StationFault {
        var before = given(Given::full);
        var frame = Given.gray(30, 40, 9);
        var attempt = Given.attempt(Position.LEFT_FOUR, 1, frame);
        var after = before.change().attempt(attempt).made();
        dying(steps, sessions -> sessions.save(after, attempt, frame));
        try (var database = recovered()) {
            assertThat(database.sessions().find(before.id())).contains(before);
            assertThat(state.resolve("sessions").resolve(before.id() + ".frames").resolve("14-1"))
                    .doesNotExist();
            database.sessions().save(after, attempt, frame);
            assertThat(database.sessions().frame(before.id(), Position.LEFT_FOUR, 1))
                    .isEqualTo(frame);
        }
    }

    /// What the death in the middle of a write leaves: the name, and less than the content.
    @ParameterizedTest
    @ValueSource(ints = {0, 700})
    void aTornFrameIsSweptUp(int length) throws StationFault, IOException {
        var before = given(Given::full);
        var frame = Given.gray(30, 40, 9);
        var torn = state.resolve("sessions").resolve(before.id() + ".frames").resolve("14-1");
        Files.write(torn, new byte[length]);
        try (var database = recovered()) {
            assertThat(torn).doesNotExist();
            Given.captured(database.sessions(), before, Position.LEFT_FOUR, 1, frame);
            assertThat(database.sessions().frame(before.id(), Position.LEFT_FOUR, 1))
                    .isEqualTo(frame);
        }
    }

    @Test
    void anAttemptWhoseCommitFailedCanBeSavedAgain() throws StationFault {
        var before = given(Given::full);
        var failing = new AtomicInteger(1);
        Interruption once =
                step -> {
                    if (step.equals("commit") && failing.getAndDecrement() == 1) {
                        throw new IOException("the disk was pulled");
                    }
                };
        try (var database = Database.open(setup(once), Given.PASSWORD)) {
            var sessions = database.sessions();
            assertThatThrownBy(() ->
                            Given.captured(
                                    sessions, before, Position.LEFT_FOUR, 1, Given.gray(30, 40, 9)))
                    .isInstanceOf(StationFault.class);
            var frame = Given.gray(20, 20, 10);
            Given.captured(sessions, before, Position.LEFT_FOUR, 1, frame);
            assertThat(sessions.frame(before.id(), Position.LEFT_FOUR, 1)).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void sealingDies(int steps) throws StationFault {
        var signedOff = given(Given::signedOff);
        var dossier = Given.dossier(signedOff.id());
        var sealed = Given.sealed(signedOff, dossier);
        dying(steps, sessions -> sessions.seal(sealed, dossier));
        try (var database = recovered()) {
            boolean committed = steps >= 2;
            assertThat(database.sessions().find(sealed.id()))
                    .contains(committed ? Retention.sealed(sealed) : signedOff);
            assertThat(state.resolve("sessions").resolve(sealed.id() + ".key").toFile().exists())
                    .isEqualTo(!committed);
            database.sessions().seal(sealed, dossier);
            assertThat(database.sessions().find(sealed.id())).contains(Retention.sealed(sealed));
            assertThat(names()).containsExactly(sealed.id() + ".p7m");
            assertThat(database.outbox().dossier(sealed.id()).digest()).isEqualTo(dossier.digest());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void cancellingDies(int steps) throws StationFault {
        var before = given(Given::full);
        var cancelled = before.change().stage(Stage.CANCELLED).made();
        dying(steps, sessions -> sessions.cancel(cancelled));
        try (var database = recovered()) {
            assertThat(database.sessions().find(before.id()))
                    .contains(steps >= 1 ? Retention.cancelled(cancelled) : before);
            database.sessions().cancel(cancelled);
            assertThat(names()).isEmpty();
        }
    }

    /// The numbers above are all there are.
    @Test
    void theStepsAreKnown() throws StationFault {
        var steps = new ArrayList<String>();
        try (var database = Database.open(setup(steps::add), Given.PASSWORD)) {
            var signedOff = Given.signedOff(database.sessions());
            assertThat(steps.subList(0, 3)).containsExactly("write key", "commit", "raise mark");
            steps.clear();
            var dossier = Given.dossier(signedOff.id());
            database.sessions().seal(Given.sealed(signedOff, dossier), dossier);
            assertThat(steps)
                    .containsExactly(
                            "write dossier",
                            "commit",
                            "raise mark",
                            "destroy key",
                            "delete frame",
                            "delete frame",
                            "delete frame",
                            "delete frame");
        }
    }

    private Session given(Preparation preparation) throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            return preparation.of(database.sessions());
        }
    }

    @FunctionalInterface
    private interface Preparation {
        Session of(Sessions sessions) throws StationFault;
    }

    /// Makes the call and dies in front of the step after so many.
    private void dying(int steps, Call call) throws StationFault {
        var left = new AtomicInteger(steps);
        Interruption interruption =
                _ -> {
                    if (left.getAndDecrement() == 0) {
                        throw new Died();
                    }
                };
        try (var database = Database.open(setup(interruption), Given.PASSWORD)) {
            assertThatThrownBy(() -> call.on(database.sessions())).isInstanceOf(Died.class);
        }
    }

    private Database.Setup setup(Interruption interruption) {
        return new Database.Setup(state, "file:", interruption, 0);
    }

    private Database recovered() throws StationFault {
        var database = Database.open(state, Given.PASSWORD);
        database.sessions().recover();
        return database;
    }

    private List<String> names() {
        return List.of(state.resolve("sessions").toFile().list());
    }
}
