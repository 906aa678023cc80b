package vn.tram.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import vn.tram.domain.Mode;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.papers.FolderSlipPrinter;
import vn.tram.papers.SlipPrinter;
import vn.tram.ui.slip.Office;

/// The slips that came out on this station. A slip names the citizen, so its file stays as long as
/// the station itself may know the name: until the registry has answered for its session.
///
/// Source: the design, *the one-way path*.
record PrintedSlips(Office office, SlipPrinter printer, Sessions sessions, ZoneId zone) {
    static PrintedSlips of(Assembly station) {
        var settings = station.settings().station();
        var office =
                new Office(
                        station.keys().station(),
                        settings.site(),
                        settings.slips(),
                        station.folder().mode() == Mode.TRAINING);
        return new PrintedSlips(
                office,
                new FolderSlipPrinter(station.folder().path().resolve("slips")),
                station.database().sessions(),
                ZoneId.systemDefault());
    }

    /// Destroys the slips whose session the registry has answered for, and those that belong to no
    /// sign-off any more. To be called after receipts were applied.
    void endAnswered() throws StationFault {
        var wanted = new HashSet<String>();
        for (var summary : sessions.list()) {
            if (!answered(summary.stage())) {
                sessions.find(summary.id())
                        .flatMap(session -> office.number(session, zone))
                        .ifPresent(wanted::add);
            }
        }
        try {
            printer.keepOnly(wanted);
        } catch (IOException e) {
            throw new StationFault(StationFault.Code.LT_400, "destroying printed slips", e);
        }
    }

    private static boolean answered(Stage stage) {
        return switch (stage) {
            case OPEN, PARKED, SIGNED_OFF, AWAITING_APPROVAL, SEALED, BATCHED, DELIVERED -> false;
            case ACCEPTED, REJECTED, RECAPTURE_WANTED, PURGED, CANCELLED -> true;
        };
    }
}
