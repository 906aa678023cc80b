package vn.tram.settings;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/// What `config/station.toml` says. Ranges are checked here, the file's own comments repeat them.
public record Station(
        Site site,
        Screen screen,
        Capturing capture,
        Policies policies,
        Devices devices,
        Sessions sessions,
        Slips slips) {
    /// Where the station works.
    ///
    /// @param name shown at the top of every screen
    /// @param authority and `office`: whose head the slip carries
    /// @param pickup where the card is handed over
    public record Site(
            String name, String authority, String office, String pickup, SiteProfile profile) {
        public Site {
            OutOfRange.check("name", name, 60);
            OutOfRange.check("authority", authority, 60);
            OutOfRange.check("office", office, 60);
            OutOfRange.check("pickup", pickup, 120);
        }
    }

    /// How the station looks and when it covers itself.
    ///
    /// @param idleLock without a key for so long, the officer must sign in again
    /// @param cover at a pop-up, without a key for so long, all but the frame is covered
    public record Screen(
            Language language,
            Theme theme,
            TextSize textSize,
            boolean citizenScreen,
            Duration idleLock,
            Duration cover) {
        public enum Language {
            VI,
            EN
        }

        public enum Theme {
            LIGHT,
            DARK,
            NIGHT
        }

        public enum TextSize {
            MEDIUM,
            LARGE,
            VERY_LARGE
        }

        public Screen {
            OutOfRange.check("idle-lock-minutes", idleLock.toMinutes(), 1, 60);
            OutOfRange.check("cover-seconds", cover.toSeconds(), 5, 600);
        }
    }

    /// Times of a capture.
    ///
    /// @param patience how long one capture waits for a finger or a face
    /// @param hold how long the live picture must be good before it is taken by itself
    public record Capturing(Duration patience, Duration hold) {
        public Capturing {
            OutOfRange.check("patience-ms", patience.toMillis(), 1_000, 120_000);
            OutOfRange.check("hold-ms", hold.toMillis(), 100, 5_000);
        }
    }

    /// Names of the quality policies in force; `config/quality/` holds them.
    public record Policies(String fingerprint, String portrait) {}

    /// Addresses of the devices.
    public record Devices(URI fingerprint, URI camera) {}

    /// How long unfinished sessions may wait, and what then.
    ///
    /// @param approval a signed-off session waits so long for the supervisor
    /// @param approvalOverdue what becomes of it after that
    /// @param parked a parked session waits so long for its citizen
    /// @param parkedOverdue what becomes of it after that
    public record Sessions(
            Duration approval,
            ApprovalOverdue approvalOverdue,
            Duration parked,
            ParkedOverdue parkedOverdue) {
        /// What becomes of a session no supervisor looked at in time.
        public enum ApprovalOverdue {
            /// Stays, and is told of on the home screen.
            WARN,
            /// Is open again, its sign-off void.
            RETURN
        }

        /// What becomes of a session whose citizen did not come back in time.
        public enum ParkedOverdue {
            /// Stays, and is told of on the home screen.
            WARN,
            /// Ends cancelled, with that reason; its images are destroyed.
            CANCEL
        }

        public Sessions {
            OutOfRange.check("approval-hours", approval.toHours(), 1, 168);
            OutOfRange.check("parked-hours", parked.toHours(), 1, 720);
        }
    }

    /// When the card is ready.
    ///
    /// @param dueWorkingDays working days after the day of the session
    /// @param holidays days off besides Saturdays and Sundays
    public record Slips(int dueWorkingDays, Set<LocalDate> holidays) {
        public Slips {
            OutOfRange.check("due-working-days", dueWorkingDays, 1, 60);
            holidays = Set.copyOf(holidays);
        }
    }
}
