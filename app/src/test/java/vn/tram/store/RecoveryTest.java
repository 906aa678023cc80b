package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.h2.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// What the sweep after a crash deletes, and that it deletes nothing when the database contradicts
/// itself.
class RecoveryTest {
    @TempDir Path state;
    private Session one;
    private Session other;

    @BeforeEach
    void twoSessions() throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            one = Given.full(database.sessions());
            other = Given.full(database.sessions());
        }
    }

    /// An index that lost an entry, as a page of it that was not written leaves it: the row is in
    /// the table, and no look-up finds it.
    @ParameterizedTest
    @ValueSource(strings = {"SESSION", "ATTEMPT"})
    void nothingIsDeletedWhereAnIndexLostAnEntry(String table) throws Exception {
        var leftover = leftover(other);
        var before = files();
        loseAnEntry(table);
        assertThat(found(table)).as("rows that a look-up finds").isLessThan(rows(table));
        assertDoubted();
        assertThat(files()).isEqualTo(before).contains(leftover);
    }

    /// Neither a list, nor the session, nor a dossier goes out with an attempt missing.
    @Test
    void anAttemptThatItsIndexesLostIsNotedBeforeAnybodyReliesOnTheSession() throws Exception {
        loseAnEntry("ATTEMPT");
        assertSomethingIsMissing();
    }

    @Test
    void anAttemptWhoseRowIsGoneIsNotedBeforeAnybodyReliesOnTheSession() throws Exception {
        sql("delete from attempt where session = '%s' and number = 2".formatted(one.id()));
        assertSomethingIsMissing();
    }

    @Test
    void aWrongCountIsADamagedRow() throws Exception {
        sql("update session set attempts = 3 where id = '%s'".formatted(one.id()));
        sql("delete from attempt where session = '%s' and number = 2".formatted(one.id()));
        assertSomethingIsMissing();
    }

    /// A row of the time before is whole, and counts when it is next written.
    @Test
    void aRowFromBeforeAttemptsWereCountedIsReadAndCountsFromItsNextChange() throws Exception {
        try (var connection = connection()) {
            Given.uncounted(connection, one);
        }
        try (var database = Database.open(state, Given.PASSWORD)) {
            assertThat(database.sessions().find(one.id())).contains(one);
            one = Given.saved(database.sessions(), one.change().ticks(Set.of()).made());
        }
        loseAnEntry("ATTEMPT");
        assertSomethingIsMissing();
    }

    private void assertSomethingIsMissing() throws StationFault, IOException {
        var before = files();
        var next = one.change().ticks(Set.of("both-ears-visible")).made();
        var cancelled = one.change().stage(Stage.CANCELLED).made();
        try (var database = Database.open(state, Given.PASSWORD)) {
            var sessions = database.sessions();
            assertDamage(() -> sessions.find(one.id()));
            assertDamage(sessions::list);
            assertDamage(() -> sessions.save(next));
            assertDamage(() -> sessions.cancel(cancelled));
            assertThat(sessions.find(other.id())).contains(other);
        }
        assertThat(files()).isEqualTo(before);
    }

    private static void assertDamage(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StationFault.class,
                        f -> assertThat(f.code()).as("%s", f).isEqualTo(Code.LT_402));
    }

    @Test
    void whatNoRowSpeaksOfIsDeletedAndNothingElse() throws Exception {
        var before = files();
        leftover(one);
        leftover(other);
        var sessions = state.resolve("sessions");
        var nobody = "6f1b9a52-6ad1-4f1b-9d0e-4a7f3d6c2b10";
        Files.write(sessions.resolve(nobody + ".key"), new byte[32]);
        Files.write(sessions.resolve(nobody + ".p7m"), new byte[100]);
        Files.createDirectory(sessions.resolve(nobody + ".frames"));
        Files.write(sessions.resolve(nobody + ".frames").resolve("14-1"), new byte[100]);
        Files.write(sessions.resolve(one.id() + ".p7m"), new byte[100]);
        try (var database = Database.open(state, Given.PASSWORD)) {
            database.sessions().recover();
        }
        assertThat(files()).isEqualTo(before);
    }

    /// A frame that no row speaks of.
    private Path leftover(Session session) throws IOException {
        var folder = state.resolve("sessions").resolve(session.id() + ".frames");
        return Files.write(folder.resolve("14-9"), new byte[100]);
    }

    private void assertDoubted() throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            assertDamage(database.sessions()::recover);
        }
    }

    /// Takes one row of the table out of all its indexes, with H2's own hand.
    private void loseAnEntry(String name) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var session = (SessionLocal) connection.getSession();
            var table = session.getDatabase().getMainSchema().getTableOrView(session, name);
            lose(session, table);
            connection.commit();
            statement.execute("shutdown");
        }
    }

    private static void lose(SessionLocal session, Table table) {
        var rows = table.getScanIndex(session).find(session, null, null, false);
        assertThat(rows.next()).isTrue();
        var row = rows.get();
        for (var index : table.getIndexes()) {
            if (index instanceof MVSecondaryIndex secondary) {
                secondary.remove(session, row);
            }
        }
    }

    private long rows(String table) throws SQLException {
        return count("select count(id) from " + table + " use index ()");
    }

    /// Rows found by session, as the store finds them.
    private long found(String table) throws SQLException {
        var column = table.equals("SESSION") ? "id" : "session";
        return count(
                "select count(*) from %s where %s in ('%s', '%s')"
                        .formatted(table, column, one.id(), other.id()));
    }

    private long count(String query) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } finally {
            shutDown();
        }
    }

    private void sql(String change) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(change);
            statement.execute("shutdown");
        }
    }

    private void shutDown() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(state.resolve("sessions"))) {
            return files.sorted().toList();
        }
    }

    private JdbcConnection connection() throws SQLException {
        return DriverManager.getConnection(
                        "jdbc:h2:file:" + state.resolve("db").resolve("tram") + ";CIPHER=AES",
                        "tram",
                        HexFormat.of().formatHex(Given.PASSWORD) + " ")
                .unwrap(JdbcConnection.class);
    }
}
