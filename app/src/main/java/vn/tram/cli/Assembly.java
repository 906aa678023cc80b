package vn.tram.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.device.DeviceTrust;
import vn.tram.device.DriverTrust;
import vn.tram.device.Drivers;
import vn.tram.domain.Mode;
import vn.tram.domain.SessionId;
import vn.tram.enroll.AccountKeeping;
import vn.tram.enroll.Accounts;
import vn.tram.enroll.Catalogue;
import vn.tram.enroll.CitizenRecords;
import vn.tram.enroll.DeviceJournal;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.Inspection;
import vn.tram.enroll.Purging;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.export.BatchFacts;
import vn.tram.export.DossierSealer;
import vn.tram.export.Exporter;
import vn.tram.identity.DataRules;
import vn.tram.identity.PersonalNumbers;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.quality.portrait.PortraitJudge;
import vn.tram.roster.RosterImport;
import vn.tram.security.AuditedAccounts;
import vn.tram.security.ChainedAuditLog;
import vn.tram.security.FileAccounts;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;
import vn.tram.security.TrustedLists;
import vn.tram.settings.CameraPitchFile;
import vn.tram.settings.Settings;
import vn.tram.store.Database;

/// A whole station, put together: the one place that knows every part.
///
/// @param unsealed sessions that recovery at start could not seal, with the reason
public record Assembly(
        StateFolder folder,
        Settings settings,
        StationKeys keys,
        FileAccounts accounts,
        ChainedAuditLog audit,
        Database database,
        Enrollment enrollment,
        DeviceJournal journal,
        Exporter exporter,
        Drivers drivers,
        Calibrations calibrations,
        Map<SessionId, StationFault.Code> unsealed)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    /// The program's version, as in dossiers.
    public static final String VERSION = "0.1.0";

    /// Opens the state folder, made as training if it is missing, and finishes what a crash left.
    public static Assembly open(Path state, Path config) throws StationFault {
        var settings = Settings.load(config);
        var folder = StateFolder.openOrMakeTraining(state);
        Logs.to(folder.path().resolve("log"));
        var keys = StationKeys.load(folder.path());
        var database = open(folder);
        var clock = Clock.systemDefaultZone();
        var journal = new DeviceJournal(database.deviceHistory(), clock);
        try {
            var audit = ChainedAuditLog.open(folder, keys);
            var accounts = new FileAccounts(folder.path());
            var watched = new AuditedAccounts(accounts, audit);
            var drivers = drivers(folder, config);
            var calibrations =
                    new Calibrations(folder, keys, settings.calibration(), drivers, clock);
            var sealer =
                    new DossierSealer(
                            keys, folder.mode(), settings.bundleDigest(), VERSION, calibrations);
            var ports =
                    new Enrollment.Ports(
                            database.sessions(),
                            sealer,
                            audit,
                            watched,
                            database.officerPrints(),
                            calibrations,
                            journal,
                            clock);
            var numbers =
                    folder.mode() == Mode.TRAINING
                            ? PersonalNumbers.training()
                            : PersonalNumbers.production();
            var rules =
                    new Enrollment.Rules(
                            new Catalogue(settings.services()),
                            new DataRules(numbers, settings.dataRules()),
                            settings.fingerprint().attempts(),
                            settings.portrait().attempts(),
                            settings.specialCases(),
                            settings.station().capture().patience());
            var enrollment =
                    new Enrollment(
                            ports,
                            rules,
                            new FingerprintJudge(settings.fingerprint(), settings.advice()),
                            new PortraitJudge(
                                    settings.portrait(), CameraPitchFile.of(folder.path())),
                            new FinalScore(settings.fingerprint()));
            var exporter =
                    new Exporter(
                            folder,
                            keys,
                            database.outbox(),
                            BatchFacts.of(database.sessions(), () -> Optional.of(audit.anchor())),
                            audit,
                            clock);
            audit.append("station-started", "station", Optional.empty(), "version=" + VERSION);
            var unsealed = enrollment.completion().recover();
            return new Assembly(
                    folder,
                    settings,
                    keys,
                    accounts,
                    audit,
                    database,
                    enrollment,
                    journal,
                    exporter,
                    drivers,
                    calibrations,
                    unsealed);
        } catch (StationFault fault) {
            journal.close();
            database.close();
            throw fault;
        }
    }

    /// Takes lists into the roster.
    RosterImport rosterImport() {
        return new RosterImport(
                database.roster(),
                new TrustedLists(Places.config().resolve("trust").resolve("rosters")),
                audit,
                settings.roster(),
                folder.mode(),
                Clock.systemDefaultZone());
    }

    /// The accounts for whoever signs in: each try is in the audit log.
    Accounts signIn() {
        return new AuditedAccounts(accounts, audit);
    }

    /// What an inspector does.
    public Inspection inspection() {
        return new Inspection(
                database.sessions(), database.remarks(), audit, Clock.systemDefaultZone());
    }

    /// What two officers do together.
    public Purging purging() {
        return new Purging(database.purge(), audit);
    }

    /// What a citizen may ask.
    public CitizenRecords citizenRecords() {
        return new CitizenRecords(enrollment, audit);
    }

    /// What a supervisor does with the accounts.
    AccountKeeping accountKeeping() {
        return new AccountKeeping(accounts, signIn(), audit);
    }

    /// The station's own drivers and those dropped into `drivers/`: in production only signed ones.
    ///
    /// @throws StationFault `TK-610` when a certificate of `trust/drivers` cannot be read
    static Drivers drivers(StateFolder folder, Path config) throws StationFault {
        var drivers =
                Drivers.load(
                        Assembly.class.getClassLoader(),
                        Places.drivers(),
                        trust(folder, config),
                        devices(folder, config));
        drivers.leftOut()
                .forEach(out -> LOG.warn("driver left out: {}: {}", out.name(), out.why()));
        return drivers;
    }

    /// In training, whom the state folder names besides: simulated devices, whose keys are thrown
    /// away like its own.
    private static DeviceTrust devices(StateFolder folder, Path config) {
        var trust = config.resolve("trust");
        return folder.mode() == Mode.TRAINING
                ? DeviceTrust.in(trust, Places.trainingTrust(folder))
                : DeviceTrust.in(trust);
    }

    private static DriverTrust trust(StateFolder folder, Path config) throws StationFault {
        if (folder.mode() == Mode.TRAINING) {
            return new DriverTrust.Anybody();
        }
        var authorities = config.resolve("trust").resolve("drivers");
        try {
            return DriverTrust.Signed.by(authorities);
        } catch (IOException e) {
            throw new StationFault(Code.TK_610, "the signers of drivers in " + authorities, e);
        }
    }

    private static Database open(StateFolder folder) throws StationFault {
        var password = folder.databasePassword();
        try {
            return Database.open(folder.path(), password);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    /// The devices of the settings, or those chosen in their place, being opened in the background.
    ///
    /// @throws StationFault when what the officers chose cannot be read
    Devices devices() throws StationFault {
        var addresses = settings.station().devices();
        return devices(
                Map.of(
                        Devices.Seat.FINGERPRINT,
                        addresses.fingerprint(),
                        Devices.Seat.CAMERA,
                        addresses.camera()));
    }

    /// The same with other addresses than the settings'.
    public Devices devices(Map<Devices.Seat, URI> addresses) throws StationFault {
        return new Devices(drivers, addresses, new ChosenDevices(folder.path()), journal);
    }

    @Override
    public void close() throws StationFault {
        try (database;
                audit) {
            enrollment.close();
            journal.close();
            audit.append("station-stopped", "station", Optional.empty(), "");
        }
    }
}
