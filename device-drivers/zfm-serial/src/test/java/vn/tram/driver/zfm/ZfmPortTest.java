package vn.tram.driver.zfm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.conformance.PtyPair;
import vn.tram.driver.zfm.simulator.Bench;
import vn.tram.driver.zfm.simulator.Finger;
import vn.tram.driver.zfm.simulator.Model;
import vn.tram.driver.zfm.simulator.Setup;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.serial.SerialLine;

/// The port itself: what is none, what is in use, what goes and comes.
class ZfmPortTest {
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final Gray8 PRINT = Bench.print(4, 192, 192);

    @TempDir private Path folder;

    private static Opening open(Path port) throws InterruptedException {
        return new ZfmProvider().open(URI.create("zfm://" + port));
    }

    private static Fault fault(Path port) throws InterruptedException {
        return assertInstanceOf(Opening.NotOpened.class, open(port)).fault();
    }

    private static Bench module(PtyPair cable) throws Exception {
        var setup = Setup.of(Model.R503).with(Finger.STAYS);
        return Bench.onPort(cable.module().toString(), setup, _ -> PRINT);
    }

    @Test
    void aFileIsNoPort() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "text");
        assertEquals(new Fault.Refused(0, file + " is a file, not a serial port"), fault(file));
        assertEquals("text", Files.readString(file));
    }

    @Test
    void aDirectoryIsNoPort() throws Exception {
        assertEquals(
                new Fault.Refused(0, folder + " is a directory, not a serial port"), fault(folder));
    }

    @Test
    void aDeviceOfAnotherKindIsNoPort() throws Exception {
        assertInstanceOf(Fault.Refused.class, fault(Path.of("/dev/null")));
    }

    @Test
    void aMissingPortIsDisconnected() throws Exception {
        assertInstanceOf(Fault.Disconnected.class, fault(folder.resolve("ttyUSB0")));
    }

    @Test
    void aPortInUseIsBusy() throws Exception {
        try (var cable = PtyPair.open(folder);
                var line = SerialLine.open(cable.host().toString(), 57_600)) {
            assertTrue(line.address().endsWith("host"));
            assertInstanceOf(Fault.Busy.class, fault(cable.host()));
        }
    }

    @Test
    void aPortWithoutAModuleTimesOut() throws Exception {
        try (var cable = PtyPair.open(folder)) {
            var late = Deadline.in(Duration.ofSeconds(10));
            assertInstanceOf(Fault.TimedOut.class, fault(cable.host()));
            assertFalse(late.passed());
        }
    }

    @Test
    void aPulledModuleIsLostAndFoundAgain() throws Exception {
        lostAndFound(3);
    }

    @Test
    @Tag("endurance")
    void aPulledModuleIsLostAndFoundAgainAThousandTimes() throws Exception {
        lostAndFound(1000);
    }

    private void lostAndFound(int times) throws Exception {
        int threads = 0;
        for (int i = 0; i < times; i++) {
            try (var cable = PtyPair.open(folder);
                    var module = module(cable)) {
                try (var device = found(cable.host())) {
                    captured(device);
                    cable.close();
                    var lost = Deadline.in(WITHIN);
                    while (device.present()) {
                        assertFalse(lost.passed(), "not lost, round " + i);
                        Thread.onSpinWait();
                    }
                }
                module.ending();
            }
            if (i == 2) {
                threads = Thread.activeCount();
            }
        }
        assertTrue(Thread.activeCount() <= threads + 5, "threads left behind");
    }

    private static Device found(Path port) throws Exception {
        var soon = Deadline.in(WITHIN);
        while (true) {
            if (open(port) instanceof Opening.Opened(var device)) {
                assertFalse(soon.passed(), "found late");
                return device;
            }
            assertFalse(soon.passed(), "not found");
        }
    }

    private static void captured(Device device) throws Exception {
        var request = Request.of(Position.LEFT_RING, Duration.ofSeconds(10), "port");
        assertInstanceOf(Capture.Taken.class, device.capture(request, Progress.none()));
    }

    @Test
    void theSimulatorKeepsThePaceOfItsSpeed() throws Exception {
        var setup =
                new Setup(
                        Model.R503,
                        Finger.STAYS,
                        115_200,
                        -1,
                        0,
                        1,
                        Setup.of(Model.R503).mischief());
        try (var cable = PtyPair.open(folder);
                var line = SerialLine.open(cable.module().toString(), 115_200);
                var module = Bench.paced(line, setup, _ -> PRINT)) {
            var address = URI.create("zfm://" + cable.host() + "?baud=115200");
            var opened = assertInstanceOf(Opening.Opened.class, new ZfmProvider().open(address));
            try (var device = opened.device()) {
                long start = System.nanoTime();
                captured(device);
                // 18,432 bytes in packets of 128 are 20,028 on the line, 10 bits each
                long least = Duration.ofMillis(1_700).toNanos();
                assertTrue(System.nanoTime() - start > least);
            }
            module.close();
        }
    }
}
