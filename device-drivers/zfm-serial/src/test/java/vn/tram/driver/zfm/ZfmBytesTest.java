package vn.tram.driver.zfm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

/// What the driver says and understands, byte by byte as the modules' manuals print it.
class ZfmBytesTest {
    private static final String DONE = "ef01ffffffff 07 0003 00 000a";
    private static final String NO_FINGER = "ef01ffffffff 07 0003 02 000c";
    private static final String UNKNOWN = "ef01ffffffff 07 0003 fc 0106";
    private static final String HELLO = "ef01ffffffff 01 0007 13 00000000 001b";
    private static final String LOOK = "ef01ffffffff 01 0003 01 0005";

    /// Status 4, system 9, 1000 pages, level 3, address FFFFFFFF, packets of 128, 6 x 9600.
    private static final String PARAMETERS =
            "ef01ffffffff 07 0013 00 0004 0009 03e8 0003 ffffffff 0002 0006 0519";

    /// "R503", batch, serial "87654321", version 1.2, sensor, 192 x 192 pixels.
    private static final String PRODUCT =
            "ef01ffffffff 07 0031 00"
                    + "52353033000000000000000000000000 30303031 3837363534333231 0102"
                    + "4650433130323100 00c0 00c0 0600 00c8 0775";

    private static final URI ADDRESS = URI.create("zfm:///dev/ttyUSB0");

    private static ZfmDevice device(Script line) throws Exception {
        return ZfmDevice.identify(ZfmAddress.of(ADDRESS), line, Deadline.in(Duration.ofSeconds(5)));
    }

    private static Script identified() {
        return new Script()
                .when(HELLO, DONE)
                .when("ef01ffffffff 01 0003 0f 0013", PARAMETERS)
                .when("ef01ffffffff 01 0003 3c 0040", UNKNOWN)
                .when("ef01ffffffff 01 0003 16 001a", UNKNOWN);
    }

    @Test
    void anOldModuleIsKnownByItsParametersAlone() throws Exception {
        var line = identified();
        try (var device = device(line)) {
            assertEquals("ZFM-20 family", device.info().model());
            assertEquals(256, device.info().width());
            assertEquals(288, device.info().height());
            assertEquals(16, device.info().grayLevels());
            assertEquals("", device.info().certification());
        }
        assertEquals(List.of(), line.strayed());
    }

    @Test
    void anR503IsKnownByItsProductInformation() throws Exception {
        var line =
                new Script()
                        .when(HELLO, "55" + DONE) // its first byte after power came
                        .when("ef01ffffffff 01 0003 0f 0013", PARAMETERS)
                        .when("ef01ffffffff 01 0003 3c 0040", PRODUCT);
        try (var device = device(line)) {
            var info = device.info();
            assertEquals("R503", info.model());
            assertEquals("87654321", info.serial());
            assertEquals("1.2", info.firmware());
            assertEquals(192, info.width());
            assertEquals(192, info.height());
            assertEquals(Resolution.Ppi.of(508), info.resolution());
        }
        assertEquals(List.of(), line.strayed());
    }

    @Test
    void aDamagedAnswerIsAskedForAgain() throws Exception {
        var line =
                new Script()
                        .when(HELLO, "ef01ffffffff 07 0003 00 000b")
                        .when(HELLO, DONE)
                        .when("ef01ffffffff 01 0003 0f 0013", PARAMETERS)
                        .when("ef01ffffffff 01 0003 3c 0040", UNKNOWN)
                        .when("ef01ffffffff 01 0003 16 001a", UNKNOWN);
        device(line).close();
        assertEquals(List.of(), line.strayed());
    }

    @Test
    void aWrongPasswordIsRefusedWithTheModulesCode() {
        var line = new Script().when(HELLO, "ef01ffffffff 07 0003 13 001d");
        var thrown = assertThrows(FaultException.class, () -> device(line));
        assertEquals(new Fault.Refused(0x13, "wrong password"), thrown.fault());
    }

    @Test
    void passwordAndAddressAreThoseOfTheUri() throws Exception {
        var line =
                new Script()
                        .when(
                                "ef0112345678 01 0007 13 deadbeef 0353",
                                "ef0112345678 07 0003 13 001d");
        var address =
                ZfmAddress.of(URI.create("zfm:///dev/ttyS1?address=12345678&password=DEADBEEF"));
        var thrown =
                assertThrows(
                        FaultException.class,
                        () ->
                                ZfmDevice.identify(
                                        address, line, Deadline.in(Duration.ofSeconds(5))));
        assertInstanceOf(Fault.Refused.class, thrown.fault());
        assertEquals(List.of(), line.strayed());
    }

    @Test
    void aSilentModuleIsTriedAtEverySpeed() {
        var line = new Script();
        var thrown = assertThrows(FaultException.class, () -> device(line));
        assertInstanceOf(Fault.TimedOut.class, thrown.fault());
        assertEquals(
                List.of(57_600, 115_200, 57_600, 9_600, 57_600, 38_400, 57_600, 19_200),
                line.speeds);
    }

    @Test
    void aPictureIsFetchedAtARaisedSpeedHighNibbleFirst() throws Exception {
        var line = identified();
        line.when(LOOK, NO_FINGER)
                .when(LOOK, DONE)
                .when("ef01ffffffff 01 0005 0e 04 0c 0024", DONE)
                .when(HELLO, DONE);
        var back = new String[1 + 288];
        back[0] = DONE;
        for (int row = 0; row < 288; row++) {
            // a row of 128 bytes a packet: 00 to 7f; the sum of the bytes is 8128
            var bytes = new StringBuilder();
            for (int i = 0; i < 128; i++) {
                bytes.append("%02x".formatted(i));
            }
            boolean last = row == 287;
            int sum = (last ? 8 : 2) + 0x82 + 8128;
            back[1 + row] =
                    "ef01ffffffff %s 0082 %s %04x".formatted(last ? "08" : "02", bytes, sum);
        }
        line.when("ef01ffffffff 01 0003 0a 000e", back)
                .when("ef01ffffffff 01 0005 0e 04 06 001e", DONE)
                .when(HELLO, DONE);
        try (var device = device(line)) {
            var request = Request.of(Position.LEFT_INDEX, Duration.ofSeconds(10), "bytes");
            var taken =
                    assertInstanceOf(Capture.Taken.class, device.capture(request, Progress.none()));
            var picture = (Gray8) taken.samples().getFirst().frame().pixels();
            assertEquals(256, picture.width());
            assertEquals(288, picture.height());
            assertEquals(0x4 * 17, picture.at(2 * 0x4b, 100)); // byte 4b: left 4, right b
            assertEquals(0xb * 17, picture.at(2 * 0x4b + 1, 100));
            assertEquals(List.of(57_600, 115_200, 57_600), line.speeds);
        }
    }
}
