package vn.tram.security;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Notices a machine's clock that was set back, or that cannot be right. Nothing is ordered by the
/// clock: entries have numbers. What it shows wrongly are times of people's acts, so the audit log
/// says from where on they are in doubt.
///
/// Set back: the clock stands more than [#TOLERANCE] before the last entry, while the program runs
/// also before that entry and the time that has passed since on a counter nobody can set. Put ahead
/// while it runs is not told: a machine that slept looks the same.
///
/// Implausible: before the station's certificate was made, or after it ended. Not for several
/// threads.
final class ClockWatch {
    /// What time servers put right from time to time.
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    /// Why the clock is doubted.
    ///
    /// @param event and `detail`, of the audit log
    record Doubt(String event, String detail) {}

    private final Instant from;
    private final Instant until;
    private final LongSupplier nanos;
    private Instant expected;
    private long since;
    private boolean implausible;

    /// @param last the time of the last entry, or, of a log without one, of its signed head
    /// @param nanos a counter that only goes forward, such as [System#nanoTime]
    ClockWatch(X509Certificate station, Instant last, LongSupplier nanos) {
        from = station.getNotBefore().toInstant();
        until = station.getNotAfter().toInstant();
        this.nanos = nanos;
        expected = last;
        since = nanos.getAsLong();
    }

    /// Looks at the clock's time of an entry that comes now. Each doubt is told once, not with
    /// every entry after it.
    Optional<Doubt> doubt(Instant now) {
        var passed = Duration.ofNanos(nanos.getAsLong() - since);
        var back = Duration.between(now, expected.plus(passed));
        expected = now;
        since = nanos.getAsLong();
        boolean wasImplausible = implausible;
        implausible = now.isBefore(from) || now.isAfter(until);
        if (back.compareTo(TOLERANCE) > 0) {
            return Optional.of(new Doubt("clock-set-back", "seconds=" + back.toSeconds()));
        }
        if (implausible && !wasImplausible) {
            return Optional.of(
                    new Doubt(
                            "clock-implausible",
                            now.isBefore(from)
                                    ? "before the certificate"
                                    : "after the certificate"));
        }
        return Optional.empty();
    }
}
