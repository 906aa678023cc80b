package vn.tram.driver.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tram.device.CodeReader;
import vn.tram.device.CodeReader.Reading;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.Opening;
import vn.tram.device.conformance.PtyPair;
import vn.tram.driver.code.simulator.Ending;
import vn.tram.driver.code.simulator.ReaderSimulator;

/// The port: what is none, what comes over it byte by byte, what goes and comes back.
class CodePortTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final List<String> CARDS =
            List.of(
                    "000199000123||NGUYỄN THỊ MẪU|15021999|Nữ|Thôn 1, xã Mẫu, tỉnh Mẫu|01072021",
                    "000072000456|012345678|ĐẶNG VĂN THỬ|01121972|Nam|Tổ 2, phường Ướm|01072021");

    @TempDir private Path folder;

    private static Opening open(Path port) {
        return new CodeReaderProvider().open(URI.create("qr://" + port));
    }

    private static CodeReader reader(Path port) {
        var device = assertInstanceOf(Opening.Opened.class, open(port)).device();
        return assertInstanceOf(CodeReader.class, device);
    }

    private static Fault fault(Path port) {
        return assertInstanceOf(Opening.NotOpened.class, open(port)).fault();
    }

    @Test
    void aFileOrADirectoryIsNoPort() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "text");
        assertEquals(new Fault.Refused(0, file + " is a file, not a serial port"), fault(file));
        assertEquals(
                new Fault.Refused(0, folder + " is a directory, not a serial port"), fault(folder));
    }

    @Test
    void aMissingPortIsDisconnected() {
        assertInstanceOf(Fault.Disconnected.class, fault(folder.resolve("ttyACM0")));
    }

    @Test
    void aPortInUseIsBusy() throws Exception {
        try (var cable = PtyPair.open(folder);
                var first = reader(cable.host())) {
            assertTrue(first.present());
            assertInstanceOf(Fault.Busy.class, fault(cable.host()));
        }
    }

    @Test
    void addressesWithMistakesNameThem() {
        for (var mistake : List.of("qr:///", "qr://reader", "qr:///dev/x?speed=1", "qr://COM3/x")) {
            var opening = new CodeReaderProvider().open(URI.create(mistake));
            var fault = assertInstanceOf(Opening.NotOpened.class, opening).fault();
            assertInstanceOf(Fault.Refused.class, fault, mistake);
        }
    }

    @Test
    void silenceEndsACodeOnTheLine() throws Exception {
        try (var cable = PtyPair.open(folder);
                var out = Files.newOutputStream(cable.module());
                var reader = reader(cable.host())) {
            send(out, "001199000123");
            assertEquals(new Reading.Code("001199000123"), reader.next(PATIENCE));
            send(out, "after it\n");
            assertEquals(new Reading.Code("after it"), reader.next(PATIENCE));
        }
    }

    @Test
    void noiseThatIsNoCodeIsGarbledAndTheNextCodeIsRead() throws Exception {
        try (var cable = PtyPair.open(folder);
                var out = Files.newOutputStream(cable.module());
                var reader = reader(cable.host())) {
            out.write(new byte[] {(byte) 0xFF, (byte) 0xFE, '\r'});
            var missed = assertInstanceOf(Reading.Missed.class, reader.next(PATIENCE));
            assertEquals(
                    new Fault.Garbled("a code in UTF-8", "2 bytes that are not"), missed.fault());
            send(out, "next\r");
            assertEquals(new Reading.Code("next"), reader.next(PATIENCE));
        }
    }

    @Test
    void onlyTheNewestCodesOfABurstWait() throws Exception {
        try (var cable = PtyPair.open(folder);
                var out = Files.newOutputStream(cable.module());
                var reader = reader(cable.host())) {
            send(out, "1\r2\r3\r4\r5\r6\r");
            var arrived = Deadline.in(Duration.ofMillis(500));
            while (!arrived.passed()) {
                Thread.onSpinWait();
            }
            for (var newest : List.of("3", "4", "5", "6")) {
                assertEquals(new Reading.Code(newest), reader.next(PATIENCE));
            }
            var missed =
                    assertInstanceOf(Reading.Missed.class, reader.next(Duration.ofMillis(100)));
            assertInstanceOf(Fault.TimedOut.class, missed.fault());
        }
    }

    private static void send(OutputStream out, String text) throws Exception {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void theSimulatorsCodesAreReadThroughNoiseAndShortWrites(Ending ending) throws Exception {
        var manner =
                new ReaderSimulator.Manner(CARDS, ending, Duration.ofMillis(400), true, true, 11);
        try (var cable = PtyPair.open(folder);
                var reader = reader(cable.host());
                var simulator = ReaderSimulator.open(cable.module().toString(), 9_600, manner)) {
            var running = new FutureTask<>(simulator::run);
            Thread.ofPlatform().daemon().start(running);
            var read = new HashSet<String>();
            var late = Deadline.in(PATIENCE.multipliedBy(2));
            while (read.size() < CARDS.size() && !late.passed()) {
                switch (reader.next(PATIENCE)) {
                    case Reading.Code(var text) -> read.add(text);
                    case Reading.Missed(var fault) -> assertInstanceOf(Fault.Garbled.class, fault);
                }
            }
            assertEquals(new HashSet<>(CARDS), read);
            simulator.close();
            assertEquals(ReaderSimulator.Outcome.CLOSED, running.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aPulledReaderIsLostAndFoundAgain() throws Exception {
        lostAndFound(3);
    }

    @Test
    @Tag("endurance")
    void aPulledReaderIsLostAndFoundAgainAThousandTimes() throws Exception {
        lostAndFound(1000);
    }

    private void lostAndFound(int times) throws Exception {
        int threads = 0;
        for (int i = 0; i < times; i++) {
            try (var cable = PtyPair.open(folder);
                    var reader = found(cable.host())) {
                try (var out = Files.newOutputStream(cable.module())) {
                    send(out, "round " + i + "\r");
                    assertEquals(new Reading.Code("round " + i), reader.next(PATIENCE));
                }
                cable.close();
                var lost = Deadline.in(WITHIN);
                while (reader.present()) {
                    assertFalse(lost.passed(), "not lost, round " + i);
                    Thread.onSpinWait();
                }
            }
            if (i == 2) {
                threads = Thread.activeCount();
            }
        }
        assertTrue(Thread.activeCount() <= threads + 5, "threads left behind");
    }

    private static CodeReader found(Path port) {
        var soon = Deadline.in(WITHIN);
        while (true) {
            if (open(port) instanceof Opening.Opened(var device)) {
                return assertInstanceOf(CodeReader.class, device);
            }
            assertFalse(soon.passed(), "not found");
        }
    }
}
