package vn.tram.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.tram.bench.DevicePreviews;
import vn.tram.bench.EnrollmentPulses;
import vn.tram.bench.FirstFrame;
import vn.tram.domain.Mode;
import vn.tram.enroll.Devices;
import vn.tram.enroll.StationFault;
import vn.tram.identity.Directory;
import vn.tram.identity.TrainingDirectory;
import vn.tram.security.FileAccounts.TrainingAccount;
import vn.tram.ui.Desk;
import vn.tram.ui.EnrollmentByKeyboard;
import vn.tram.ui.StationPorts;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.StationSign;
import vn.tram.ui.kit.Ui;
import vn.tram.ui.kit.UiContext;
import vn.tram.ui.workbench.Certification;
import vn.tram.ui.workbench.Workbench;

/// The station's window over an assembled station.
public final class StationWindow {
    /// The invented people that training finds: as many as a busy roster has.
    private static final int TRAINING_PEOPLE = 500;

    /// The same people as `tram enroll` without a seed.
    private static final long TRAINING_SEED = 7;

    private StationWindow() {}

    /// Opens the window and waits until it is closed.
    ///
    /// @return the exit code
    static int open(Assembly station) throws StationFault, IOException, InterruptedException {
        try (var devices = station.devices()) {
            return switch (Ui.start(context(station, devices))) {
                case Ui.Running running -> {
                    if (FirstFrame.asked()) {
                        FirstFrame.tell(System.out);
                    } else if (EnrollmentPulses.asked()) {
                        EnrollmentPulses.tell(running, trainingStaff(station), System.out);
                    } else if (DevicePreviews.asked()) {
                        DevicePreviews.tell(running, station.drivers(), System.out);
                    } else {
                        running.await();
                    }
                    Ui.stop();
                    yield 0;
                }
                case Ui.Unavailable(var sentence) -> {
                    System.err.println(sentence);
                    yield 1;
                }
            };
        }
    }

    /// What the window shows, over this station and these devices.
    public static UiContext context(Assembly station, Devices devices) throws StationFault {
        var preferences = new ScreenPreferences(station.folder().path());
        var choices = preferences.load(station.settings().station().screen());
        var ports = ports(station, devices, preferences);
        return new UiContext(
                ports.sign(),
                ports.clock(),
                choices.language(),
                choices.look(),
                choices.textSize(),
                kit -> new Desk(kit, ports),
                new Intent.Open(Places.HOME));
    }

    private static StationPorts ports(
            Assembly station, Devices devices, ScreenPreferences preferences) throws StationFault {
        var state = station.folder().path();
        boolean training = station.folder().mode() == Mode.TRAINING;
        var site = station.settings().station().site();
        var slips = PrintedSlips.of(station);
        var sign =
                new StationSign(
                        site.name(),
                        station.keys().station(),
                        site.office(),
                        Assembly.VERSION,
                        training);
        return new StationPorts(
                sign,
                slips.office(),
                Clock.systemDefaultZone(),
                station.signIn(),
                station.database().sessions(),
                station.database().outbox(),
                station.enrollment(),
                devices,
                directory(training),
                slips.printer(),
                new ExportsOnScreen(station.exporter(), slips, state.resolve("export-destination")),
                preferences,
                training ? passwords(station) : Map.of(),
                List.of(
                        station.settings().fingerprint().name(),
                        station.settings().portrait().name()),
                station.settings().station().screen().citizenScreen(),
                station.settings().advice(),
                station.journal(),
                workbench(station),
                station.inspection(),
                certification(station));
    }

    /// What technicians do with the devices of this station.
    public static Workbench workbench(Assembly station) {
        return new DeviceWorkbench(station);
    }

    /// What proves the devices of this station fit.
    public static Certification certification(Assembly station) {
        return new StationCertification(station);
    }

    /// Nobody is known beforehand in production: the card or the form tells who it is.
    private static Directory directory(boolean training) {
        return training ? new TrainingDirectory(TRAINING_SEED, TRAINING_PEOPLE) : _ -> List.of();
    }

    /// Who can sign in at a training station; nobody's password is known in production.
    public static EnrollmentByKeyboard.Staff trainingStaff(Assembly station) throws StationFault {
        return new EnrollmentByKeyboard.Staff(station.accounts().officers(), passwords(station));
    }

    private static Map<String, String> passwords(Assembly station) throws StationFault {
        return station.accounts().trainingHint().stream()
                .collect(Collectors.toMap(a -> a.officer().id(), TrainingAccount::password));
    }
}
