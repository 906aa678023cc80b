package vn.tram.driver.zfm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.driver.zfm.simulator.Bench;
import vn.tram.driver.zfm.simulator.Finger;
import vn.tram.driver.zfm.simulator.Mischief;
import vn.tram.driver.zfm.simulator.Model;
import vn.tram.driver.zfm.simulator.Setup;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.serial.Line;

/// What goes wrong on the line, against a simulated module.
class ZfmFaultsTest {
    private static final URI ADDRESS = URI.create("zfm:///dev/ttyUSB0");
    private static final Gray8 PRINT = Bench.print(9, 256, 288);

    /// The opening of a simulated R307 takes four answers and five packets of its page.
    private static final int OPENED = 8;

    private final Cable cable = new Cable();

    @AfterEach
    void unplug() {
        cable.host().close();
    }

    private ZfmDevice device(String mischief) throws Exception {
        var setup = Setup.of(Model.R307).with(Finger.STAYS);
        if (!mischief.isEmpty()) {
            setup = setup.with(Mischief.of(mischief));
        }
        Bench.hurried(cable.module(), setup, _ -> PRINT);
        return opened(cable.host());
    }

    private static ZfmDevice opened(Line line) throws Exception {
        return ZfmDevice.identify(ZfmAddress.of(ADDRESS), line, Deadline.in(Duration.ofSeconds(6)));
    }

    private static Capture capture(ZfmDevice device, Duration patience) throws Exception {
        return device.capture(
                Request.of(Position.RIGHT_THUMB, patience, "faults"), Progress.none());
    }

    private static Gray8 picture(Capture capture) {
        var taken = assertInstanceOf(Capture.Taken.class, capture);
        return assertInstanceOf(Gray8.class, taken.samples().getFirst().frame().pixels());
    }

    private static Fault fault(Capture capture) {
        return assertInstanceOf(Capture.Missed.class, capture).fault();
    }

    @Test
    void whatComesIsWhatLiesOnTheGlass() throws Exception {
        try (var device = device("")) {
            var picture = picture(capture(device, Duration.ofSeconds(10)));
            assertEquals(Bench.sixteenLevels(PRINT), picture);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noise",
                "noise@1-8",
                "sum@1",
                "short@1",
                "silence@1",
                "sum@9",
                "short@9",
                "silence@9",
                "sum@60",
                "short@60",
                "silence@60",
                "noise@20-40",
                "sum@301,short@500"
            })
    void aDisturbedLineGivesTheWholePicture(String mischief) throws Exception {
        try (var device = device(mischief)) {
            var picture = picture(capture(device, Duration.ofSeconds(15)));
            assertEquals(Bench.sixteenLevels(PRINT), picture);
        }
    }

    @Test
    void sumsThatNeverHoldAreGarbled() throws Exception {
        try (var device = device("sum@30-")) {
            assertInstanceOf(Fault.Garbled.class, fault(capture(device, Duration.ofSeconds(15))));
        }
    }

    @Test
    void aModuleThatFallsSilentIsGoneWithinTwoSeconds() throws Exception {
        try (var device = device("silence@" + (OPENED + 1) + "-")) {
            var soon = Deadline.in(Duration.ofSeconds(2));
            assertInstanceOf(
                    Fault.Disconnected.class, fault(capture(device, Duration.ofSeconds(15))));
            assertFalse(soon.passed());
            assertFalse(device.present());
        }
    }

    @Test
    void anIdleModuleThatFallsSilentIsGoneWithinTwoSeconds() throws Exception {
        try (var device = device("silence@" + (OPENED + 1) + "-")) {
            assertTrue(device.present());
            var soon = Deadline.in(Duration.ofSeconds(2));
            while (device.present()) {
                assertFalse(soon.passed(), "still present");
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aPulledCableInTheMiddleOfAPictureIsDisconnected() throws Exception {
        try (var device = device("unplug@100")) {
            assertInstanceOf(
                    Fault.Disconnected.class, fault(capture(device, Duration.ofSeconds(15))));
        }
    }

    @Test
    void aPatienceTooShortForThePictureEndsInTime() throws Exception {
        var slow = new Cable();
        Bench.paced(slow.module(), Setup.of(Model.R503).with(Finger.STAYS), _ -> PRINT);
        try (var device = opened(slow.host())) {
            var late = Deadline.in(Duration.ofMillis(2000));
            var fault = fault(capture(device, Duration.ofMillis(1500)));
            assertFalse(late.passed());
            assertEquals(
                    Duration.ofMillis(1500), assertInstanceOf(Fault.TimedOut.class, fault).after());
            // what the module still sends is not taken for the next picture
            assertEquals(
                    Bench.sixteenLevels(PRINT.crop(32, 48, 192, 192)),
                    picture(capture(device, Duration.ofSeconds(15))));
        }
    }

    /// A line on which random bytes never end.
    private static final class Roaring implements Line {
        private final Random random = new Random(11);
        private volatile boolean closed;

        @Override
        public String address() {
            return "roaring";
        }

        @Override
        public int read(byte[] into) throws FaultException {
            if (closed) {
                throw new FaultException(new Fault.Disconnected(address()));
            }
            random.nextBytes(into);
            for (int i = 0; i + 1 < into.length; i += 61) {
                into[i] = (byte) 0xEF;
                into[i + 1] = 1;
            }
            return into.length;
        }

        @Override
        public void write(byte[] bytes) {}

        @Override
        public void drop() {}

        @Override
        public void baud(int baud) {}

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void endlessNoiseIsGarbledInTime() {
        var late = Deadline.in(Duration.ofSeconds(8));
        var thrown = assertThrows(FaultException.class, () -> opened(new Roaring()));
        assertInstanceOf(Fault.Garbled.class, thrown.fault());
        assertFalse(late.passed());
    }

    @Test
    void anAddressWithoutAPortIsRefused() {
        for (var text :
                new String[] {
                    "zfm:///",
                    "zfm://ttyUSB0",
                    "zfm:///dev/ttyUSB0?baud=300",
                    "zfm:///dev/ttyUSB0?baud=12345",
                    "zfm:///dev/ttyUSB0?password=1",
                    "zfm:///dev/ttyUSB0#x"
                }) {
            var thrown =
                    assertThrows(FaultException.class, () -> ZfmAddress.of(URI.create(text)), text);
            assertInstanceOf(Fault.Refused.class, thrown.fault());
        }
    }

    @Test
    void aWindowsPortIsUnderstood() throws Exception {
        assertEquals("COM3", ZfmAddress.of(URI.create("zfm://COM3?baud=115200")).path());
    }
}
