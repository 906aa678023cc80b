package vn.tram.settings;

import java.time.Duration;
import java.util.Set;
import vn.tram.enroll.StationFault;

/// Reads `config/station.toml`. Every key must be there.
final class StationFile {
    private StationFile() {}

    static Station read(Table file) throws StationFault {
        file.only("site", "screen", "capture", "policy", "device", "session", "slip");
        return new Station(
                file.table("site").made(StationFile::site),
                file.table("screen").made(StationFile::screen),
                file.table("capture").made(StationFile::capturing),
                file.table("policy").made(StationFile::policies),
                file.table("device").made(StationFile::devices),
                file.table("session").made(StationFile::sessions),
                file.table("slip").made(StationFile::slips));
    }

    private static Station.Site site(Table t) throws StationFault {
        t.only("name", "authority", "office", "pickup", "profile");
        return new Station.Site(
                t.text("name"),
                t.text("authority"),
                t.text("office"),
                t.text("pickup"),
                t.choice("profile", SiteProfile.class));
    }

    private static Station.Screen screen(Table t) throws StationFault {
        t.only(
                "language",
                "theme",
                "text-size",
                "citizen-screen",
                "idle-lock-minutes",
                "cover-seconds");
        return new Station.Screen(
                t.choice("language", Station.Screen.Language.class),
                t.choice("theme", Station.Screen.Theme.class),
                t.choice("text-size", Station.Screen.TextSize.class),
                t.flag("citizen-screen"),
                Duration.ofMinutes(t.whole("idle-lock-minutes")),
                Duration.ofSeconds(t.whole("cover-seconds")));
    }

    private static Station.Capturing capturing(Table t) throws StationFault {
        t.only("patience-ms", "hold-ms");
        return new Station.Capturing(
                Duration.ofMillis(t.whole("patience-ms")), Duration.ofMillis(t.whole("hold-ms")));
    }

    private static Station.Policies policies(Table t) throws StationFault {
        t.only("fingerprint", "portrait");
        return new Station.Policies(t.word("fingerprint"), t.word("portrait"));
    }

    private static Station.Devices devices(Table t) throws StationFault {
        t.only("fingerprint", "camera");
        return new Station.Devices(t.uri("fingerprint"), t.uri("camera"));
    }

    private static Station.Sessions sessions(Table t) throws StationFault {
        t.only("approval-hours", "approval-overdue", "parked-hours", "parked-overdue");
        return new Station.Sessions(
                Duration.ofHours(t.whole("approval-hours")),
                t.choice("approval-overdue", Station.Sessions.ApprovalOverdue.class),
                Duration.ofHours(t.whole("parked-hours")),
                t.choice("parked-overdue", Station.Sessions.ParkedOverdue.class));
    }

    private static Station.Slips slips(Table t) throws StationFault {
        t.only("due-working-days", "holidays");
        return new Station.Slips(t.whole("due-working-days"), Set.copyOf(t.dates("holidays")));
    }
}
