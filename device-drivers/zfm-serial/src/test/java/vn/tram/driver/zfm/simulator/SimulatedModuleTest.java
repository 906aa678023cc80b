package vn.tram.driver.zfm.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tram.driver.zfm.simulator.DatasheetClient.hex;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.device.Deadline;
import vn.tram.device.FaultException;
import vn.tram.driver.zfm.Cable;
import vn.tram.image.Gray8;

/// The simulator as a client sees it that knows the manuals only.
class SimulatedModuleTest {
    private static final Gray8 PRINT = Bench.print(1, 256, 288);
    private static final Gray8 ANOTHER = Bench.print(2, 256, 288);

    private final Cable cable = new Cable();
    private final DatasheetClient client = new DatasheetClient(cable.host());

    @AfterEach
    void unplug() {
        cable.host().close();
    }

    private void start(Model model, Finger finger, Glass glass) {
        Bench.hurried(cable.module(), Setup.of(model).with(finger), glass);
    }

    private void start(Glass glass) {
        start(Model.R307, Finger.STAYS, glass);
    }

    private void done(String command, String rest) throws FaultException {
        assertEquals("00" + rest, HexFormat.of().formatHex(client.ask(command)), command);
    }

    private void code(int expected, String command) throws FaultException {
        assertEquals(expected, Byte.toUnsignedInt(client.ask(command)[0]), command);
    }

    @Test
    void theParametersAreThoseOfTheManual() throws Exception {
        start(_ -> PRINT);
        done("0f", "0000 0009 03e8 0003 ffffffff 0002 0006".replace(" ", ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Model.class,
            names = {"ZFM_20", "R307", "FPM10A", "AS608"})
    void thePictureComesHighNibbleFirstInPacketsOf128(Model model) throws Exception {
        start(model, Finger.STAYS, _ -> PRINT);
        done("01", "");
        done("0a", "");
        var picture = client.data(128);
        assertEquals(36_864, picture.length);
        for (int at : new int[] {0, 1, 127, 128, 20_000, 36_863}) {
            int left = PRINT.at(2 * at % 256, 2 * at / 256) / 16;
            int right = PRINT.at((2 * at + 1) % 256, 2 * at / 256) / 16;
            assertEquals(16 * left + right, Byte.toUnsignedInt(picture[at]), "byte " + at);
        }
    }

    @Test
    void anR503SeesTheMiddleAndTellsItsSize() throws Exception {
        start(Model.R503, Finger.STAYS, _ -> PRINT);
        assertEquals(0x55, one());
        var product = client.ask("3c");
        assertEquals(47, product.length);
        assertEquals("00c000c0", HexFormat.of().formatHex(product, 39, 43));
        done("01", "");
        done("0a", "");
        var picture = client.data(128);
        assertEquals(18_432, picture.length);
        assertEquals(PRINT.at(32, 48) / 16, Byte.toUnsignedInt(picture[0]) / 16);
    }

    private int one() throws FaultException {
        var one = new byte[1];
        while (cable.host().read(one) == 0) {
            Thread.onSpinWait();
        }
        return one[0];
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void packetsAreAsLongAsTheyWereSet(int code) throws Exception {
        start(_ -> PRINT);
        done("0e 06 0" + code, "");
        done("01", "");
        done("0a", "");
        assertEquals(36_864, client.data(32 << code).length);
    }

    @Test
    void aWrongRegisterAndAWrongValueAreRefused() throws Exception {
        start(_ -> PRINT);
        code(0x1A, "0e 03 01");
        code(0x1B, "0e 05 06");
        code(0x1B, "0e 04 05");
    }

    @Test
    void withoutAPictureNothingIsSent() throws Exception {
        start(_ -> PRINT);
        code(0x0F, "0a");
        code(0x15, "02 01");
        code(0x0D, "08 01");
    }

    @Test
    void withoutAFingerThereIsNone() throws Exception {
        start(Model.R307, Finger.AWAY, _ -> PRINT);
        code(0x02, "01");
    }

    @Test
    void aBareGlassGivesNoTemplate() throws Exception {
        var bare = new byte[256 * 288];
        Arrays.fill(bare, (byte) 230);
        start(_ -> Gray8.of(256, 288, bare));
        done("01", "");
        code(0x07, "02 01");
    }

    /// Looks until a finger lies there.
    private void finger(boolean there) throws FaultException {
        var deadline = Deadline.in(Duration.ofSeconds(10));
        while ((client.ask("01")[0] == 0) != there) {
            assertTrue(!deadline.passed(), "the finger did not move");
        }
    }

    @Test
    void aFingerIsEnrolledAndFoundAndAnotherIsNot() throws Exception {
        start(Model.R307, Finger.LIFTS, touch -> touch <= 3 ? PRINT : ANOTHER);
        finger(true);
        done("02 01", "");
        finger(false);
        finger(true);
        done("02 02", "");
        assertEquals(0, client.ask("03")[0]);
        done("05", "");
        done("06 01 0007", "");
        done("1d", "0001");
        assertEquals("80", HexFormat.of().formatHex(client.ask("1f 00"), 1, 2));
        finger(false);
        finger(true);
        done("02 01", "");
        var found = client.ask("04 01 0000 03e8");
        assertEquals("000007", HexFormat.of().formatHex(found, 0, 3));
        finger(false);
        finger(true);
        done("02 01", "");
        var missing = client.ask("1b 01 0000 03e8");
        assertEquals("0900000000", HexFormat.of().formatHex(missing));
        done("07 02 0007", "");
        assertEquals(0x08, client.ask("03")[0]);
        code(0x0A, "05");
    }

    @Test
    void aTemplateGoesOutAndIn() throws Exception {
        start(_ -> PRINT);
        done("01", "");
        done("02 01", "");
        done("08 01", "");
        var template = client.data(128);
        assertEquals(512, template.length);
        done("09 02", "");
        client.sendData(template);
        var score = client.ask("03");
        assertEquals(0, score[0]);
        assertEquals(300, (score[1] & 0xFF) * 256 + (score[2] & 0xFF));
    }

    @Test
    void aPictureThatWasSentInComesOutAgain() throws Exception {
        start(_ -> PRINT);
        var sent = new byte[36_864];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 7);
        }
        done("0b", "");
        client.sendData(sent);
        done("0a", "");
        assertArrayEquals(sent, client.data(128));
    }

    @Test
    void pagesAreDeletedAndEmptied() throws Exception {
        start(_ -> PRINT);
        done("01", "");
        done("02 01", "");
        done("06 01 0000", "");
        done("06 01 0101", "");
        assertEquals("02", HexFormat.of().formatHex(client.ask("1f 01"), 1, 2));
        done("0c 0000 0001", "");
        done("1d", "0001");
        code(0x0C, "07 01 0000");
        code(0x0B, "06 01 03e8");
        code(0x10, "0c 03e7 0002");
        done("0d", "");
        done("1d", "0000");
    }

    @Test
    void aPasswordIsWantedOnceItIsSet() throws Exception {
        var setup = new Setup(Model.R307, Finger.STAYS, 57_600, -1, 0x0A0B0C0D, 1, Mischief.none());
        Bench.hurried(cable.module(), setup, _ -> PRINT);
        code(0x21, "01");
        code(0x13, "13 00000000");
        code(0x21, "0f");
        done("13 0a0b0c0d", "");
        done("01", "");
        done("12 00000000", "");
        done("13 00000000", "");
    }

    @Test
    void aNotepadKeepsWhatIsWritten() throws Exception {
        start(_ -> PRINT);
        var note = "00112233445566778899aabbccddeeff".repeat(2);
        done("18 0f" + note, "");
        done("19 0f", note);
        code(0x1C, "19 10");
    }

    @Test
    void twoRandomNumbersDiffer() throws Exception {
        start(_ -> PRINT);
        var one = client.ask("14");
        assertEquals(5, one.length);
        assertNotEquals(HexFormat.of().formatHex(one), HexFormat.of().formatHex(client.ask("14")));
    }

    @Test
    void theInformationPageNamesTheModule() throws Exception {
        start(_ -> PRINT);
        done("16", "");
        var page = client.data(128);
        assertEquals(512, page.length);
        assertEquals("R307", new String(page, 28, 4, StandardCharsets.US_ASCII));
    }

    @Test
    void echoAndHandshakeAnswer() throws Exception {
        start(_ -> PRINT);
        code(0x55, "53");
        done("40", "");
    }

    @Test
    void theRingOfLightIsTheR503s() throws Exception {
        start(_ -> PRINT);
        code(0xFC, "35 01 64 02 00");
    }

    @Test
    void anotherAddressIsAnsweredWithSilenceAndADamagedPacketWithItsCode() throws Exception {
        start(_ -> PRINT);
        cable.host().write(hex("ef0100000001 01 0003 01 0005"));
        cable.host().write(hex("ef01ffffffff 01 0003 01 0006"));
        code(0x01, "53"); // the damaged packet's answer comes first
    }

    @Test
    void commandsWithoutTheirArgumentsAreNotTaken() throws Exception {
        start(_ -> PRINT);
        code(0x01, "06 01");
        code(0x01, "13");
    }

    @Test
    void aScriptedUnpluggingEndsIt() throws Exception {
        var setup = Setup.of(Model.R307).with(Mischief.of("unplug@2"));
        var module = Bench.hurried(cable.module(), setup, _ -> PRINT);
        done("40", "");
        client.send(1, hex("40"));
        assertEquals(ZfmSimulator.Ending.UNPLUGGED, module.ending());
    }
}
