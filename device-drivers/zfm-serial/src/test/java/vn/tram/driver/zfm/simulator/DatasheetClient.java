package vn.tram.driver.zfm.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import vn.tram.device.FaultException;
import vn.tram.serial.Line;

/// A client written from the modules' manuals alone: it shares no code with driver and simulator
/// but the line of bytes. It believes nothing: head, address, kind, length and sum of all that
/// comes are checked.
final class DatasheetClient {
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Line line;
    private final byte[] chunk = new byte[4096];
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    DatasheetClient(Line line) {
        this.line = line;
    }

    /// Sends a command, `13 00000000`; gives the payload of the acknowledgement.
    byte[] ask(String command) throws FaultException {
        send(1, hex(command));
        return receive(7);
    }

    void send(int kind, byte[] payload) throws FaultException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(hex("ef01ffffffff"));
        int length = payload.length + 2;
        int sum = kind + length / 256 + length % 256;
        for (byte b : payload) {
            sum += Byte.toUnsignedInt(b);
        }
        out.write(kind);
        out.write(length / 256);
        out.write(length % 256);
        out.writeBytes(payload);
        out.write(sum / 256 % 256);
        out.write(sum % 256);
        line.write(out.toByteArray());
    }

    /// Sends data packets of 128 bytes, the last one marked.
    void sendData(byte[] data) throws FaultException {
        for (int from = 0; from < data.length; from += 128) {
            boolean last = from + 128 >= data.length;
            send(last ? 8 : 2, Arrays.copyOfRange(data, from, Math.min(from + 128, data.length)));
        }
    }

    /// Data packets up to the last one.
    byte[] data(int packetBytes) throws FaultException {
        var all = new ByteArrayOutputStream();
        while (true) {
            int kind = peekKind();
            var part = receive(kind);
            assertTrue(kind == 2 || kind == 8, "kind " + kind);
            all.writeBytes(part);
            if (kind == 8) {
                return all.toByteArray();
            }
            assertEquals(packetBytes, part.length);
        }
    }

    private int peekKind() throws FaultException {
        fill(9);
        return pending.toByteArray()[6];
    }

    private byte[] receive(int kind) throws FaultException {
        fill(9);
        var head = pending.toByteArray();
        assertEquals("ef01ffffffff", HexFormat.of().formatHex(head, 0, 6));
        assertEquals(kind, head[6]);
        int length = Byte.toUnsignedInt(head[7]) * 256 + Byte.toUnsignedInt(head[8]);
        fill(9 + length);
        var packet = Arrays.copyOf(pending.toByteArray(), 9 + length);
        var rest = pending.toByteArray();
        pending.reset();
        pending.write(rest, packet.length, rest.length - packet.length);
        int sum = 0;
        for (int i = 6; i < packet.length - 2; i++) {
            sum += Byte.toUnsignedInt(packet[i]);
        }
        int told =
                Byte.toUnsignedInt(packet[packet.length - 2]) * 256
                        + Byte.toUnsignedInt(packet[packet.length - 1]);
        assertEquals(sum % 65536, told, "sum");
        return Arrays.copyOfRange(packet, 9, packet.length - 2);
    }

    private void fill(int count) throws FaultException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (pending.size() < count) {
            int read = line.read(chunk);
            pending.write(chunk, 0, read);
            assertTrue(System.nanoTime() < end, "waited for " + count + " bytes");
        }
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
