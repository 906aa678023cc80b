package vn.tram.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.platform.database.H2Platform;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import vn.tram.enroll.DeviceHistory;
import vn.tram.enroll.OfficerPrints;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.Purge;
import vn.tram.enroll.Remarks;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.roster.Roster;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// The station's store in a state folder: `db/` (an encrypted H2 database and the owner's lock) and
/// `sessions/` (keys, frames, dossiers). One program at a time has it.
///
/// Safe for many threads. Open it once at start, [Sessions#recover] it, close it at the end; a
/// program that dies without closing loses nothing that was acknowledged.
public final class Database implements AutoCloseable {
    /// Bytes that new captures leave free on the disk.
    static final long RESERVE = 64L << 20;

    /// The file password's length in bytes.
    private static final int PASSWORD = 32;

    private static final String TO_STAY = ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1";

    /// Writes nothing to the file.
    private static final String LOOK_ONLY = ";ACCESS_MODE_DATA=r";

    private final OwnerLock lock;
    private final HighWater mark;
    private final JdbcDataSource source;
    private final EntityManagerFactory factory;
    private final Faults faults;
    private final Sessions sessions;
    private final Outbox outbox;
    private final OfficerPrints officerPrints;
    private final DeviceHistory deviceHistory;
    private final Roster roster;
    private final Remarks remarks;
    private final Purge purge;
    private boolean closed;

    private Database(Setup setup, OwnerLock lock, HighWater mark, JdbcDataSource source)
            throws IOException {
        this.lock = lock;
        this.mark = mark;
        this.source = source;
        faults = new Faults(setup.state());
        factory = entities(source);
        var transactions = new Transactions(factory, source, mark, faults, setup.interruption());
        var files = new SessionFiles(setup.sessions(), setup.interruption());
        sessions =
                new JpaSessions(transactions, files, new FreeSpace(setup.state(), setup.reserve()));
        outbox = new JpaOutbox(transactions, files);
        officerPrints = new JpaOfficerPrints(transactions);
        deviceHistory = new JpaDeviceHistory(transactions);
        roster = new JpaRoster(transactions);
        remarks = new JpaRemarks(transactions);
        purge = new JpaPurge(transactions, files);
    }

    /// How a store is opened; the station uses one way, tests put something in between.
    ///
    /// @param fileSystem H2's name of the file system under the database
    /// @param reserve bytes
    record Setup(Path state, String fileSystem, Interruption interruption, long reserve) {
        static Setup of(Path state) {
            return new Setup(state.toAbsolutePath(), "file:", Interruption.NONE, RESERVE);
        }

        Path folder() {
            return state.resolve("db");
        }

        Path sessions() {
            return state.resolve("sessions");
        }

        Path file(String name) {
            return folder().resolve(name + ".mv.db");
        }

        Path mark() {
            return folder().resolve("high-water");
        }
    }

    /// Opens the store of a state folder, or makes it where there is none.
    ///
    /// @param filePassword 32 random bytes, always the same for one state folder
    /// @throws StationFault `LT-400` to `LT-404`; the files are as they were then
    public static Database open(Path stateFolder, byte[] filePassword) throws StationFault {
        return open(Setup.of(stateFolder), filePassword);
    }

    static Database open(Setup setup, byte[] filePassword) throws StationFault {
        UiThread.refuse("Database.open");
        if (filePassword.length != PASSWORD) {
            throw new IllegalArgumentException("the file password has 32 bytes");
        }
        return Transactions.steadily(() -> locked(setup, filePassword), new Faults(setup.state()));
    }

    public Sessions sessions() {
        return sessions;
    }

    public Outbox outbox() {
        return outbox;
    }

    public OfficerPrints officerPrints() {
        return officerPrints;
    }

    public DeviceHistory deviceHistory() {
        return deviceHistory;
    }

    public Purge purge() {
        return purge;
    }

    public Remarks remarks() {
        return remarks;
    }

    public Roster roster() {
        return roster;
    }

    /// Writes all to the disk and lets the state folder go. Idempotent.
    @Override
    public synchronized void close() throws StationFault {
        UiThread.refuse("Database.close");
        if (!closed) {
            closed = true;
            Transactions.steadily(
                    () -> {
                        try (lock;
                                mark) {
                            factory.close();
                            shutDown(source);
                        }
                        return true;
                    },
                    faults);
        }
    }

    private static Database locked(Setup setup, byte[] password)
            throws IOException, SQLException, StationFault {
        WholeFile.makeFolder(setup.folder());
        var lock = OwnerLock.take(setup.folder().resolve("owner.lock"));
        HighWater mark = null;
        boolean opened = false;
        try {
            if (Files.notExists(setup.file("tram"))) {
                make(setup, password);
            }
            DatabaseFile.mend(setup.file("tram"));
            mark = mark(setup, changes(source(setup, "tram", password, LOOK_ONLY)));
            var source = source(setup, "tram", password, TO_STAY);
            var database = migrated(setup, lock, mark, source);
            opened = true;
            return database;
        } finally {
            if (!opened) {
                try (lock;
                        var _ = mark) {
                    // lets both go
                }
            }
        }
    }

    /// Opens the database to stay, and lets it go again when it is not this program's.
    private static Database migrated(
            Setup setup, OwnerLock lock, HighWater mark, JdbcDataSource source)
            throws IOException, SQLException, StationFault {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            boolean opened = false;
            try {
                migrate(source);
                var database = new Database(setup, lock, mark, source);
                opened = true;
                return database;
            } finally {
                if (!opened) {
                    statement.execute("SHUTDOWN IMMEDIATELY");
                }
            }
        }
    }

    /// Makes a database under another name and gives it its own when it is whole: a crash while the
    /// schema is made leaves no half of one.
    private static void make(Setup setup, byte[] password)
            throws IOException, SQLException, StationFault {
        if (!new SessionFiles(setup.sessions(), setup.interruption()).sessions().isEmpty()) {
            throw new StationFault(Code.LT_402, "there are sessions and no database");
        }
        if (Files.exists(setup.mark())) {
            try (var mark = HighWater.open(setup.mark())) {
                refuseRolledBack(mark, 0);
            }
        }
        Files.deleteIfExists(setup.file("new"));
        var source = source(setup, "new", password, TO_STAY);
        migrate(source);
        shutDown(source);
        DatabaseFile.force(setup.file("new"));
        HighWater.make(setup.mark(), 0);
        Files.move(setup.file("new"), setup.file("tram"), StandardCopyOption.ATOMIC_MOVE);
        WholeFile.forceFolder(setup.folder());
    }

    /// The mark, after it was held against what the database counts.
    private static HighWater mark(Setup setup, long changes) throws IOException, StationFault {
        if (Files.notExists(setup.mark())) {
            if (changes > 0) {
                throw new StationFault(
                        Code.LT_402, "there are changes and no mark of their number");
            }
            HighWater.make(setup.mark(), 0); // a database from before there were marks
        }
        var mark = HighWater.open(setup.mark());
        boolean holds = false;
        try {
            refuseRolledBack(mark, changes);
            holds = true;
            return mark;
        } finally {
            if (!holds) {
                mark.close();
            }
        }
    }

    private static void refuseRolledBack(HighWater mark, long changes)
            throws IOException, StationFault {
        var known = mark.changes();
        if (known.isEmpty()) {
            throw new StationFault(Code.LT_402, "the mark of the changes is damaged");
        }
        if (changes < known.getAsLong()) {
            throw new StationFault(
                    Code.LT_402,
                    "the database has " + changes + " of " + known.getAsLong() + " changes");
        }
    }

    /// The number of changes in a file that is whole and not newer than this program. A file under
    /// this name always had a schema, and the file is not written to: H2 would open one that was
    /// cut off as it was at an earlier time, if need be empty, and overwrite the rest.
    private static long changes(JdbcDataSource source) throws SQLException, StationFault {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            try {
                refuseNewer(source);
                return changes(connection, statement);
            } finally {
                // the file keeps the setting that it stays open; this writes nothing
                statement.execute("SHUTDOWN IMMEDIATELY");
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_IS_READ_ONLY) {
                throw new StationFault(Code.LT_402, "the database would have to be begun anew", e);
            }
            throw e;
        }
    }

    private static long changes(Connection connection, Statement statement)
            throws SQLException, StationFault {
        if (!hasTable(connection, "SESSION")) {
            throw new StationFault(Code.LT_402, "the database has lost its tables");
        }
        if (!hasTable(connection, "CHANGE_COUNT")) {
            return 0; // from before changes were counted
        }
        try (var row = statement.executeQuery("select number, checksum from change_count")) {
            if (!row.next()) {
                throw new DamagedRow("no count of the changes");
            }
            return ChangeCount.checked(row.getLong(1), row.getLong(2));
        }
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, "PUBLIC", name, null)) {
            return tables.next();
        }
    }

    private static JdbcDataSource source(Setup setup, String name, byte[] password, String options)
            throws StationFault {
        var path = setup.folder().resolve(name).toString();
        if (path.contains(";")) {
            throw new StationFault(Code.LT_400, "the state folder's path has a semicolon");
        }
        var source = new JdbcDataSource();
        // no trace file: it would hold statements in clear; no temporary file for long results
        source.setURL(
                "jdbc:h2:"
                        + setup.fileSystem()
                        + path
                        + ";CIPHER=AES"
                        + options
                        + ";TRACE_LEVEL_FILE=0;MAX_MEMORY_ROWS=10000000");
        source.setUser("tram");
        // the file's password, a space, and none for the user: whoever has the file has it all
        source.setPassword(HexFormat.of().formatHex(password) + " ");
        return source;
    }

    private static void refuseNewer(JdbcDataSource source) throws StationFault {
        try {
            for (var migration : flyway(source).info().all()) {
                if (migration.getState().isApplied() && !migration.getState().isResolved()) {
                    throw new StationFault(
                            Code.LT_404, "schema " + migration.getVersion() + " is newer");
                }
            }
        } catch (FlywayException e) {
            throw new StationFault(Code.LT_404, "the schema is not this station's", e);
        }
    }

    private static void migrate(JdbcDataSource source) throws StationFault {
        try {
            flyway(source).migrate();
        } catch (FlywayException e) {
            throw new StationFault(Code.LT_404, "the schema is not this station's", e);
        }
    }

    /// Each migration stands on its own: one that was finished after a later one is made up for.
    private static Flyway flyway(JdbcDataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db")
                .outOfOrder(true)
                .load();
    }

    private static void shutDown(JdbcDataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private static EntityManagerFactory entities(JdbcDataSource source) {
        return new PersistenceConfiguration("tram")
                .provider("org.eclipse.persistence.jpa.PersistenceProvider")
                .managedClass(UtcTime.class)
                .managedClass(SessionRow.class)
                .managedClass(AttemptRow.class)
                .managedClass(BatchRow.class)
                .managedClass(BatchEntryRow.class)
                .managedClass(ChangeCount.class)
                .managedClass(OfficerPrintRow.class)
                .managedClass(DeviceDayRow.class)
                .managedClass(DeviceEventRow.class)
                .managedClass(RemarkRow.class)
                .managedClass(RosterPersonRow.class)
                .managedClass(RosterHeadRow.class)
                .property(PersistenceUnitProperties.NON_JTA_DATASOURCE, source)
                .property(PersistenceUnitProperties.WEAVING, "false")
                .property(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false")
                .property(PersistenceUnitProperties.TARGET_DATABASE, H2Platform.class.getName())
                .property(PersistenceUnitProperties.DEPLOY_ON_STARTUP, "true")
                // failures come as exceptions; parameters are private
                .property(PersistenceUnitProperties.LOGGING_LEVEL, "OFF")
                .property(PersistenceUnitProperties.LOGGING_PARAMETERS, "false")
                .createEntityManagerFactory();
    }
}
