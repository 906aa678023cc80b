package vn.tram.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.enroll.StationFault;
import vn.tram.security.ClockWatch.Doubt;

class ClockWatchTest {
    @TempDir Path folder;
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private X509Certificate certificate;
    private Instant start;
    private ClockWatch watch;

    @BeforeEach
    void start() throws StationFault {
        var state = StateFolder.openOrMakeTraining(folder.resolve("state"), "0427");
        certificate = StationKeys.load(state.path()).certificate();
        start = certificate.getNotBefore().toInstant().plus(Duration.ofDays(30));
        watch = new ClockWatch(certificate, start, nanos::get);
    }

    @Test
    void aClockThatGoesOnIsNotDoubted() {
        for (int minute = 1; minute < 100; minute++) {
            passed(Duration.ofMinutes(1));
            assertThat(watch.doubt(start.plus(Duration.ofMinutes(minute)))).isEmpty();
        }
    }

    /// A machine that slept: the counter stood, the clock went on.
    @Test
    void sleepIsNoDoubt() {
        assertThat(watch.doubt(start.plus(Duration.ofHours(9)))).isEmpty();
    }

    @Test
    void whatATimeServerPutsRightIsNoDoubt() {
        assertThat(watch.doubt(start.minus(ClockWatch.TOLERANCE))).isEmpty();
    }

    /// Back by less than what passed since the last entry: that entry is still the earlier one.
    @Test
    void settingBackIsSeenEvenWhereNoEntryIsLater() {
        passed(Duration.ofHours(3));
        assertThat(watch.doubt(start.plus(Duration.ofHours(1))))
                .contains(new Doubt("clock-set-back", "seconds=7200"));
    }

    @Test
    void settingBackIsToldOnce() {
        var back = start.minus(Duration.ofHours(2));
        assertThat(watch.doubt(back)).contains(new Doubt("clock-set-back", "seconds=7200"));
        assertThat(watch.doubt(back.plusSeconds(5))).isEmpty();
    }

    @Test
    void aTimeOutsideTheCertificateIsImplausibleOnEachWayOut() {
        var before = certificate.getNotBefore().toInstant().minusSeconds(1);
        var after = certificate.getNotAfter().toInstant().plusSeconds(1);
        var fresh = new ClockWatch(certificate, before, nanos::get);
        assertThat(fresh.doubt(before))
                .contains(new Doubt("clock-implausible", "before the certificate"));
        assertThat(fresh.doubt(before)).isEqualTo(Optional.empty());
        assertThat(fresh.doubt(start)).isEmpty();
        assertThat(fresh.doubt(after))
                .contains(new Doubt("clock-implausible", "after the certificate"));
    }

    private void passed(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
