package vn.tram.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.image.Position;
import vn.tram.task.UiThread;

class DatabaseTest {
    @TempDir Path state;

    @Test
    void aSecondOpeningIsToldThatTheFolderIsTaken() throws StationFault {
        try (var first = Database.open(state, Given.PASSWORD)) {
            assertFault(Code.LT_403);
            assertThat(first.sessions().list()).isEmpty();
        }
        Database.open(state, Given.PASSWORD).close();
    }

    @Test
    void aSecondProgramIsToldThatTheFolderIsTaken() throws Exception {
        try (var other = Child.start(state, "1")) {
            other.awaitStored(1);
            assertFault(Code.LT_403);
        }
        Database.open(state, Given.PASSWORD).close();
    }

    @Test
    void anotherPasswordDoesNotOpenItAndHarmsNothing() throws StationFault, IOException {
        var stored = stored();
        var before = Files.readAllBytes(file());
        var wrong = Given.PASSWORD.clone();
        wrong[31] ^= 1;
        assertThatThrownBy(() -> Database.open(state, wrong))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertThat(f.code()).isEqualTo(Code.LT_402));
        assertThat(file()).hasBinaryContent(before);
        assertHolds(stored);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 8192, 12287, 16384})
    void aFileCutShortIsDamageAndStaysAsItIs(int length) throws StationFault, IOException {
        stored();
        var whole = Files.readAllBytes(file());
        assertThat(whole.length).isGreaterThan(16384);
        Files.write(file(), Arrays.copyOf(whole, length));
        var before = Files.readAllBytes(file());
        assertFault(Code.LT_402);
        assertThat(file()).hasBinaryContent(before);
    }

    /// A write that ended in the midst of a block: to H2's encryption the file would be a block
    /// shorter than it is, and the newest commit gone.
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 4095})
    void aTornBlockAtTheEndTakesNoCommitWithIt(int length) throws StationFault, IOException {
        var stored = stored();
        Files.write(file(), new byte[length], StandardOpenOption.APPEND);
        assertHolds(stored);
    }

    /// Each prefix is an earlier state to H2, some with all the tables.
    @Test
    void aFileCutAtAnyPageIsDamageOrHoldsAll() throws StationFault, IOException {
        var stored = stored();
        var whole = Files.readAllBytes(file());
        int refused = 0;
        for (int length = whole.length - 4096; length > 0; length -= 4096) {
            // a folder each: H2 may keep the lock on a file in which it found nothing
            var home = state.resolve("cut" + length);
            var folder = Files.createDirectories(home.resolve("db"));
            var cut = folder.resolve("tram.mv.db");
            Files.write(cut, Arrays.copyOf(whole, length));
            Files.copy(mark(), folder.resolve("high-water"));
            try (var database = Database.open(home, Given.PASSWORD)) {
                assertThat(database.sessions().find(stored.id())).contains(stored);
            } catch (StationFault fault) {
                assertThat(fault.code()).as("%s", fault.getCause()).isEqualTo(Code.LT_402);
                assertThat(cut).hasBinaryContent(Arrays.copyOf(whole, length));
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 4096 / 4);
    }

    /// The tables are there and everything in them is as it was: only the mark tells.
    @Test
    void anEarlierStateOfTheFileIsDamageAndNothingIsDeleted() throws StationFault, IOException {
        var first = stored();
        var earlier = Files.readAllBytes(file());
        stored();
        var files = names();
        Files.write(file(), earlier);
        assertFault(Code.LT_402);
        assertThat(file()).hasBinaryContent(earlier);
        assertThat(names()).isEqualTo(files).anyMatch(n -> n.startsWith(first.id().toString()));
    }

    @Test
    void aMissingFileWithoutSessionsIsDamageToo() throws StationFault, IOException {
        try (var database = Database.open(state, Given.PASSWORD)) {
            var session = Given.full(database.sessions());
            database.sessions().cancel(session.change().stage(Stage.CANCELLED).made());
        }
        assertThat(names()).isEmpty();
        Files.delete(file());
        assertFault(Code.LT_402);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aMissingMarkIsDamage() throws StationFault, IOException {
        stored();
        Files.delete(mark());
        assertFault(Code.LT_402);
        assertThat(mark()).doesNotExist();
    }

    /// A write of the mark that power cut short.
    @ParameterizedTest
    @ValueSource(ints = {0, 4096})
    void oneSlotOfTheMarkIsEnough(int slot) throws StationFault, IOException {
        var stored = stored();
        var bytes = Files.readAllBytes(mark());
        bytes[slot + 7] ^= 1;
        Files.write(mark(), bytes);
        assertHolds(stored);
    }

    @Test
    void aMarkWithoutAWholeSlotIsDamage() throws StationFault, IOException {
        stored();
        var bytes = Files.readAllBytes(mark());
        bytes[7] ^= 1;
        Files.write(mark(), Arrays.copyOf(bytes, 4100));
        assertFault(Code.LT_402);
    }

    /// A kill in the middle of a transaction of which H2 has written a part.
    @Test
    void aTransactionThatWasNotCommittedIsNoDamage() throws StationFault, SQLException {
        var stored = stored();
        try (var unfinished = connection();
                var other = connection();
                var change = unfinished.createStatement();
                var end = other.createStatement()) {
            unfinished.setAutoCommit(false);
            change.execute("update change_count set number = number + 1");
            change.execute("delete from attempt");
            end.execute("checkpoint sync");
            end.execute("shutdown immediately");
        }
        assertHolds(stored);
    }

    @Test
    void aFolderFromBeforeChangesWereCountedGetsItsMark() throws StationFault, Exception {
        var stored = stored();
        sql("drop table change_count");
        sql("drop index attempt_kept");
        try (var connection = connection()) {
            Given.uncounted(connection, stored);
        }
        sql("alter table session drop column attempts");
        sql("alter table session drop column tried_advice");
        sql("drop table officer_print");
        sql("drop table remark");
        sql("drop table device_day");
        sql("drop table device_event");
        sql("drop table roster_person");
        sql("drop table roster_head");
        sql("alter table session drop column special_cases");
        sql("alter table session drop column citizen_answer");
        sql("drop index session_opened_as");
        sql("drop index session_stage_opened_as");
        sql("alter table session drop column opened_as");
        sql("drop sequence session_order");
        sql("create index session_newest on session (opened_at desc)");
        sql("create index session_stage on session (stage, opened_at)");
        sql("delete from \"flyway_schema_history\" where \"version\" > '001'");
        Files.delete(mark());
        assertHolds(stored);
        assertThat(mark()).exists();
    }

    @Test
    void aFolderFromBeforeTriedAdviceWasKeptIsRead() throws StationFault, SQLException {
        var stored = stored();
        sql("alter table session drop column tried_advice");
        sql("delete from \"flyway_schema_history\" where \"version\" = '004'");
        assertHolds(stored);
    }

    @Test
    void aFolderFromBeforeTheCitizensAnswerWasKeptIsRead() throws StationFault, SQLException {
        var stored = stored();
        sql("alter table session drop column citizen_answer");
        sql("delete from \"flyway_schema_history\" where \"version\" = '009'");
        assertHolds(stored);
    }

    @Test
    void aMissingFileUnderExistingSessionsIsDamage() throws StationFault, IOException {
        stored();
        Files.delete(file());
        assertFault(Code.LT_402);
        assertThat(file()).doesNotExist();
    }

    /// Whatever is flipped: either what is read is what was stored, or it is named damage; and no
    /// key, frame or dossier goes.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noiseInTheFileIsNeverTakenForData(long seed) throws StationFault, IOException {
        var stored = stored();
        var names = names();
        var bytes = Files.readAllBytes(file());
        var random = new Random(seed);
        for (int i = 0; i < 1 << seed; i++) {
            bytes[4096 + random.nextInt(bytes.length - 4096)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file(), bytes);
        try (var database = Database.open(state, Given.PASSWORD)) {
            database.sessions().recover();
            assertThat(database.sessions().find(stored.id())).contains(stored);
            assertThat(database.sessions().list()).hasSize(1);
        } catch (StationFault fault) {
            assertThat(fault.code()).as("%s", fault.getCause()).isIn(Code.LT_402, Code.LT_404);
        }
        assertThat(names()).isEqualTo(names);
    }

    @Test
    void aNewerSchemaIsLeftToTheNewerProgram() throws StationFault, SQLException, IOException {
        stored();
        sql(
                "insert into \"flyway_schema_history\" select 99, '999', 'newer', \"type\","
                        + " 'V999__newer.sql', \"checksum\", \"installed_by\","
                        + " \"installed_on\", 0, true"
                        + " from \"flyway_schema_history\" where \"version\" = '001'");
        var before = Files.readAllBytes(file());
        assertFault(Code.LT_404);
        assertFault(Code.LT_404);
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void aFullDiskIsSaidAndWhatWasStoredIsThere() throws StationFault {
        var disk = new ShortDisk();
        FilePath.register(disk);
        try {
            var setup = new Database.Setup(state, "short:", Interruption.NONE, 0);
            Session last;
            try (var database = Database.open(setup, Given.PASSWORD)) {
                last = Given.full(database.sessions());
                disk.leave(40_000);
                last = fill(database, last);
            }
            disk.leave(Long.MAX_VALUE);
            try (var database = Database.open(setup, Given.PASSWORD)) {
                assertThat(database.sessions().find(last.id())).contains(last);
                Given.full(database.sessions());
            }
        } finally {
            FilePath.unregister(disk);
        }
    }

    /// Saves until the disk is full; the last session that was acknowledged.
    private static Session fill(Database database, Session from) {
        var last = from;
        for (int n = 2; n < 1000; n++) {
            try {
                last =
                        Given.captured(
                                database.sessions(), last, Position.FACE, n, Given.gray(64, 64, n));
            } catch (StationFault fault) {
                assertThat(fault.code()).isEqualTo(Code.LT_401);
                return last;
            }
        }
        throw new AssertionError("the disk did not fill");
    }

    @Test
    void theReserveIsKeptForSealing() throws StationFault {
        Session signedOff;
        try (var database = Database.open(state, Given.PASSWORD)) {
            signedOff = Given.signedOff(database.sessions());
        }
        var setup = new Database.Setup(state, "file:", Interruption.NONE, Long.MAX_VALUE);
        try (var database = Database.open(setup, Given.PASSWORD)) {
            assertThatThrownBy(() -> database.sessions().open(Given.opened()))
                    .isInstanceOfSatisfying(
                            StationFault.class, f -> assertThat(f.code()).isEqualTo(Code.LT_401));
            var dossier = Given.dossier(signedOff.id());
            database.sessions().seal(Given.sealed(signedOff, dossier), dossier);
            assertThat(database.outbox().waiting()).containsExactly(signedOff.id());
        }
    }

    @Test
    void anInterruptedCallerHarmsNobody() throws Exception {
        try (var database = Database.open(state, Given.PASSWORD)) {
            Thread.currentThread().interrupt();
            var stored = Given.full(database.sessions());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(database.sessions().find(stored.id())).contains(stored);
        }
    }

    @Test
    void theThreadThatDrawsIsRefused() throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            var sessions = database.sessions();
            var outbox = database.outbox();
            var some = Given.opened();
            var dossier = Given.dossier(some.id());
            UiThread.register(Thread.currentThread());
            try {
                for (var call :
                        List.<ThrowingCallable>of(
                                () -> sessions.open(some),
                                () -> sessions.find(some.id()),
                                sessions::list,
                                () -> sessions.save(some),
                                () -> sessions.frame(some.id(), Position.FACE, 1),
                                () -> sessions.seal(some, dossier),
                                () -> sessions.cancel(some),
                                sessions::recover,
                                outbox::waiting,
                                () -> outbox.dossier(some.id()),
                                outbox::last,
                                outbox::batches,
                                () -> outbox.delivered(dossier.digest()),
                                database::close,
                                () -> Database.open(state, Given.PASSWORD))) {
                    assertThatThrownBy(call)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("UI thread");
                }
            } finally {
                UiThread.register(new Thread());
            }
        }
    }

    @Test
    void onlyTheOwnerMayLookInside() throws StationFault, IOException {
        assumeTrue(state.getFileSystem().supportedFileAttributeViews().contains("posix"));
        stored();
        for (var folder : List.of("db", "sessions")) {
            assertThat(Files.getPosixFilePermissions(state.resolve(folder))).hasSize(3);
        }
    }

    private Session stored() throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            return Given.full(database.sessions());
        }
    }

    private void assertHolds(Session stored) throws StationFault {
        try (var database = Database.open(state, Given.PASSWORD)) {
            assertThat(database.sessions().find(stored.id())).contains(stored);
        }
    }

    private void assertFault(Code code) {
        assertThatThrownBy(() -> Database.open(state, Given.PASSWORD).close())
                .isInstanceOfSatisfying(
                        StationFault.class,
                        f -> assertThat(f.code()).as("%s", f.getCause()).isEqualTo(code));
    }

    private Path file() {
        return state.resolve("db").resolve("tram.mv.db");
    }

    private Path mark() {
        return state.resolve("db").resolve("high-water");
    }

    /// Everything under `sessions`.
    private List<String> names() throws IOException {
        var sessions = state.resolve("sessions");
        try (var files = Files.walk(sessions)) {
            return files.skip(1).map(f -> sessions.relativize(f).toString()).sorted().toList();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + state.resolve("db").resolve("tram") + ";CIPHER=AES",
                "tram",
                HexFormat.of().formatHex(Given.PASSWORD) + " ");
    }

    private void sql(String statement) throws SQLException {
        try (var connection = connection();
                var s = connection.createStatement()) {
            s.execute(statement);
            s.execute("SHUTDOWN");
        }
    }
}
