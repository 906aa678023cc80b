package vn.tram.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.tram.enroll.Accounts;
import vn.tram.enroll.DeviceJournal;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Enrollment;
import vn.tram.enroll.Inspection;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.Sessions;
import vn.tram.identity.Directory;
import vn.tram.papers.SlipPrinter;
import vn.tram.quality.AdviceBook;
import vn.tram.ui.export.Exports;
import vn.tram.ui.kit.StationSign;
import vn.tram.ui.settings.SettingsViewModel;
import vn.tram.ui.slip.Office;
import vn.tram.ui.workbench.Certification;
import vn.tram.ui.workbench.Workbench;

/// What the screens need of the station; made by the composition root.
///
/// @param office the office on the slip; its site's profile decides how names are shown in lists
/// @param directory the people the station knows beforehand
/// @param trainingPasswords by officer's id, shown in training; empty in production
/// @param policies names of the quality policies in force
/// @param citizenScreen whether a second display shows the citizen screen from the start
/// @param advice what to try with prints that are not good
/// @param journal what happened to devices
/// @param workbench what technicians do with devices
/// @param certification what they are proved fit with
public record StationPorts(
        StationSign sign,
        Office office,
        Clock clock,
        Accounts accounts,
        Sessions sessions,
        Outbox outbox,
        Enrollment enrollment,
        Devices devices,
        Directory directory,
        SlipPrinter printer,
        Exports exports,
        SettingsViewModel.Preferences preferences,
        Map<String, String> trainingPasswords,
        List<String> policies,
        boolean citizenScreen,
        AdviceBook advice,
        DeviceJournal journal,
        Workbench workbench,
        Inspection inspection,
        Certification certification) {}
