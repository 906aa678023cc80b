package vn.tram.driver.zfm.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.driver.zfm.wire.Packet.Kind;

/// Packets as the modules' manuals print them.
class PacketTest {
    private static final int EVERYBODY = 0xFFFFFFFF;

    @ParameterizedTest
    @CsvSource({
        "13 00000000, ef01ffffffff010007 13 00000000 001b",
        "01, ef01ffffffff010003 01 0005",
        "02 01, ef01ffffffff010004 02 01 0008",
        "04 01 0000 03e8, ef01ffffffff010008 04 01 0000 03e8 00f9",
        "0a, ef01ffffffff010003 0a 000e",
        "0e 04 0c, ef01ffffffff010005 0e 04 0c 0024",
        "0f, ef01ffffffff010003 0f 0013",
        "35 01 64 02 00, ef01ffffffff010007 35 01 64 02 00 00a4",
        "3c, ef01ffffffff010003 3c 0040"
    })
    void commandsAreThoseOfTheManual(String payload, String packet) {
        assertEquals(
                packet.replace(" ", ""),
                HexFormat.of()
                        .formatHex(new Packet(EVERYBODY, Kind.COMMAND, hex(payload)).toBytes()));
    }

    @Test
    void anAnswerOfDoneIsThatOfTheManual() {
        assertArrayEquals(
                hex("ef01ffffffff 07 0003 00 000a"),
                Packet.of(EVERYBODY, Kind.ANSWER, 0).toBytes());
    }

    @Test
    void theSumWrapsAround() {
        var payload = new byte[256];
        Arrays.fill(payload, (byte) 0xFF);
        var bytes = new Packet(0x01020304, Kind.LAST_DATA, payload).toBytes();
        // 8 + 1 + 2 + 256 * 255 = 65291
        assertEquals("ff0b", HexFormat.of().formatHex(bytes, 265, 267));
    }

    @Test
    void aLongerPayloadIsNoPacket() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Packet(EVERYBODY, Kind.DATA, new byte[257]));
    }

    @Test
    void dataDoNotPrintWhatIsInThem() {
        assertEquals("DATA of 2 bytes", new Packet(EVERYBODY, Kind.DATA, hex("abcd")).toString());
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
