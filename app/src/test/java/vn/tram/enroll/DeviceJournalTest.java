package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.enroll.DeviceHistory.Day;
import vn.tram.enroll.DeviceHistory.Event;
import vn.tram.enroll.DeviceHistory.What;
import vn.tram.image.Resolution;
import vn.tram.store.Database;

/// What is told to the journal, in a real store.
class DeviceJournalTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Fault PULLED = new Fault.Disconnected("sim://slap");
    private static final Fault NOBODY = new Fault.TimedOut(Duration.ofSeconds(15), "finger");

    @TempDir Path state;

    private static DeviceInfo device(Kind kind, String serial) {
        return new DeviceInfo(
                URI.create("sim://x"),
                kind,
                "Make",
                "Model",
                serial,
                "1",
                "",
                new Resolution.Ppi(500, 500),
                256,
                100,
                100);
    }

    private Database database() throws StationFault {
        var password = new byte[32];
        Arrays.fill(password, (byte) 7);
        return Database.open(state, password);
    }

    private static DeviceJournal journal(DeviceHistory history) {
        return new DeviceJournal(history, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void comingGoingAndFaultsAreThereInTheirOrderWhenItIsClosed() throws StationFault {
        var scanner = device(Kind.SLAP_SCANNER, "7");
        try (var database = database()) {
            try (var journal = journal(database.deviceHistory())) {
                journal.found(scanner);
                journal.missed(scanner, PULLED);
                journal.lost(scanner, PULLED);
                journal.certified(scanner, true);
                journal.extended(scanner);
            }
            var past = database.deviceHistory().of(scanner.identity());
            assertThat(past.days()).containsExactly(new Day(TODAY, 0, 0, 1, 0, 0));
            assertThat(past.events())
                    .containsExactly(
                            new Event(NOW, What.EXTENDED, ""),
                            new Event(NOW, What.PASSED, ""),
                            new Event(NOW, What.LOST, "Disconnected"),
                            new Event(NOW, What.FAULT, "Disconnected"),
                            new Event(NOW, What.FOUND, ""));
        }
    }

    @Test
    void aScannerThatNobodyTouchedIsNotAtFaultButASilentCameraIs() throws StationFault {
        var scanner = device(Kind.SLAP_SCANNER, "7");
        var camera = device(Kind.CAMERA, "8");
        try (var database = database()) {
            try (var journal = journal(database.deviceHistory())) {
                journal.missed(scanner, NOBODY);
                journal.missed(camera, NOBODY);
            }
            assertThat(database.deviceHistory().of(scanner.identity()).days()).isEmpty();
            assertThat(database.deviceHistory().of(camera.identity()).days())
                    .containsExactly(new Day(TODAY, 0, 0, 1, 0, 0));
        }
    }

    /// A history whose first write waits, and which counts its writes.
    private static final class Slow implements DeviceHistory {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final List<Day> written = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();

        @Override
        public void add(String device, Day more, List<Event> happened) throws StationFault {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            written.add(more);
            events.addAll(happened);
            if (written.size() == 1) {
                throw new StationFault(StationFault.Code.LT_401, "the disk is full");
            }
        }

        @Override
        public Past of(String device) {
            return new Past(written, events);
        }
    }

    @Test
    void whoTellsNeverWaitsAndAFullDiskLosesOneWriteOnly() throws InterruptedException {
        var scanner = device(Kind.SLAP_SCANNER, "7");
        var slow = new Slow();
        try (var journal = journal(slow)) {
            journal.missed(scanner, PULLED);
            slow.begun.await();
            for (int i = 0; i < 100; i++) {
                journal.missed(scanner, PULLED);
            }
            slow.goOn.countDown();
        }
        assertThat(slow.written.stream().mapToInt(Day::faults)).containsExactly(1, 100);
        assertThat(slow.events).hasSize(101);
    }
}
