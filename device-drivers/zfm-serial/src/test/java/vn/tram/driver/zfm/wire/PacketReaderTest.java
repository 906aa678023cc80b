package vn.tram.driver.zfm.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.tram.driver.zfm.wire.PacketTest.hex;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.tram.driver.zfm.wire.Packet.Kind;
import vn.tram.driver.zfm.wire.PacketReader.Found;

class PacketReaderTest {
    private static final String DONE = "ef01ffffffff 07 0003 00 000a";
    private static final Packet DONE_PACKET = Packet.of(-1, Kind.ANSWER, 0);

    private final PacketReader reader = new PacketReader();

    private List<Found> read(String digits) {
        var bytes = hex(digits);
        reader.add(bytes, bytes.length);
        return all();
    }

    private List<Found> all() {
        var found = new ArrayList<Found>();
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            found.add(next.get());
        }
        return found;
    }

    @Test
    void aPacketIsFound() {
        assertEquals(List.of(new Found.Whole(DONE_PACKET)), read(DONE));
    }

    @Test
    void aPacketByteByByteIsFoundAtItsLastByte() {
        var bytes = hex(DONE);
        for (int i = 0; i < bytes.length - 1; i++) {
            reader.add(new byte[] {bytes[i]}, 1);
            assertTrue(reader.next().isEmpty());
        }
        assertEquals(List.of(new Found.Whole(DONE_PACKET)), read("0a"));
    }

    @Test
    void noiseBeforeAPacketIsSkippedAndCounted() {
        assertEquals(List.of(new Found.Whole(DONE_PACKET)), read("55 00 ef ff ef" + DONE));
        assertEquals(5, reader.noise());
    }

    @Test
    void twoPacketsInOneReadAreTwo() {
        assertEquals(2, read(DONE + DONE).size());
    }

    @Test
    void aWrongSumIsToldAndTheNextPacketFound() {
        var found = read("ef01ffffffff 07 0003 00 000b" + DONE);
        assertInstanceOf(Found.Damaged.class, found.getFirst());
        assertEquals(List.of(new Found.Whole(DONE_PACKET)), found.subList(1, found.size()));
    }

    @Test
    void aLengthOf65535IsNoPacket() {
        assertEquals(
                List.of(new Found.Whole(DONE_PACKET)), read("ef01ffffffff 07 ffff 00 000a" + DONE));
    }

    @Test
    void aLengthWithoutRoomForTheSumIsNoPacket() {
        assertEquals(
                List.of(new Found.Whole(DONE_PACKET)), read("ef01ffffffff 07 0001 00 000a" + DONE));
    }

    @Test
    void anUnknownKindIsNoPacket() {
        assertEquals(
                List.of(new Found.Whole(DONE_PACKET)), read("ef01ffffffff 05 0003 00 0008" + DONE));
    }

    @Test
    void aPacketBehindAFalseBeginningIsFoundWhenNothingFollows() {
        assertTrue(read("ef01ffffffff 07 00ff" + DONE).isEmpty());
        assertEquals(new Found.Whole(DONE_PACKET), reader.rescue().orElseThrow());
    }

    @Test
    void aPacketThatComesSlowlyIsNotGivenUp() {
        assertTrue(read("ef01ffffffff 07 00").isEmpty());
        assertTrue(reader.rescue().isEmpty());
        assertEquals(List.of(new Found.Whole(DONE_PACKET)), read("03 00 000a"));
    }

    @Test
    void moreThanThereIsRoomForIsABug() {
        assertThrows(
                IllegalArgumentException.class,
                () -> reader.add(new byte[2000], PacketReader.CAPACITY + 1));
    }

    @Test
    void anythingAtAllIsTakenWithoutHarm() {
        fuzz(20_000, 20261123);
    }

    @Test
    @Tag("endurance")
    void aMillionInputsAreTakenWithoutHarm() {
        fuzz(1_000_000, 5);
    }

    /// Inputs of random bytes rich in beginnings, and of packets with a few bytes changed, through
    /// one reader; after each, whole packets sent often enough are found again.
    private void fuzz(int inputs, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < inputs; i++) {
            var bytes = random.nextInt(3) == 0 ? damagedPacket(random) : noise(random);
            reader.add(bytes, bytes.length);
            all();
            assertTrue(reader.room() >= 512, "room for a read");
            if (i % 16 == 0) {
                assertTrue(foundAgain(), "input " + i);
            }
        }
    }

    /// What was held can swallow one packet's length at most.
    private boolean foundAgain() {
        for (int i = 0; i < 24; i++) {
            if (read(DONE).contains(new Found.Whole(DONE_PACKET))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[random.nextInt(500)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] =
                    switch (random.nextInt(5)) {
                        case 0 -> (byte) 0xEF;
                        case 1 -> 1;
                        case 2 -> (byte) 0xFF;
                        default -> (byte) random.nextInt(256);
                    };
        }
        return bytes;
    }

    private static byte[] damagedPacket(Random random) {
        var payload = new byte[random.nextInt(257)];
        random.nextBytes(payload);
        var bytes = new Packet(-1, Kind.DATA, payload).toBytes();
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
