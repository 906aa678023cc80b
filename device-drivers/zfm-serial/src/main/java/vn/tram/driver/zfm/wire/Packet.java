package vn.tram.driver.zfm.wire;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// One packet: `EF01`, the module's address (4 bytes), the kind (1), the length of what follows
/// (2), the payload and a sum (2), all big-endian. The length counts payload and sum; the sum is
/// that of the kind, both bytes of the length and the payload, modulo 65536.
public final class Packet {
    /// The first two bytes of each packet.
    static final int START = 0xEF01;

    /// Bytes before the payload, and after it.
    static final int HEAD = 9;

    static final int SUM = 2;

    /// The most bytes of a payload.
    public static final int LONGEST = 256;

    /// What a packet is.
    public enum Kind {
        COMMAND(1),
        DATA(2),
        ANSWER(7),
        LAST_DATA(8);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Optional<Kind> of(int code) {
            return Arrays.stream(values()).filter(k -> k.code == code).findFirst();
        }
    }

    private final int address;
    private final Kind kind;
    private final byte[] payload;

    /// @param payload at most [#LONGEST] bytes; for a command or an answer its first byte is the
    ///   code
    /// @throws IllegalArgumentException when it is longer
    public Packet(int address, Kind kind, byte... payload) {
        if (payload.length > LONGEST) {
            throw new IllegalArgumentException(payload.length + " bytes in a packet");
        }
        this.address = address;
        this.kind = kind;
        this.payload = payload.clone();
    }

    /// A command, or an answer: a code and what follows it.
    public static Packet of(int address, Kind kind, int code, byte... arguments) {
        var payload = new byte[1 + arguments.length];
        payload[0] = (byte) code;
        System.arraycopy(arguments, 0, payload, 1, arguments.length);
        return new Packet(address, kind, payload);
    }

    public int address() {
        return address;
    }

    public Kind kind() {
        return kind;
    }

    /// Bytes of the payload.
    public int size() {
        return payload.length;
    }

    /// Unsigned byte `index` of the payload.
    ///
    /// @throws IndexOutOfBoundsException when it has none
    public int at(int index) {
        return payload[index] & 0xFF;
    }

    /// Bytes `index` and the next one as one number.
    public int pairAt(int index) {
        return at(index) << 8 | at(index + 1);
    }

    public byte[] payload() {
        return payload.clone();
    }

    /// As it goes over the line.
    public byte[] toBytes() {
        int length = payload.length + SUM;
        var bytes = new byte[HEAD + length];
        bytes[0] = (byte) (START >> 8);
        bytes[1] = (byte) START;
        for (int i = 0; i < 4; i++) {
            bytes[2 + i] = (byte) (address >> (24 - 8 * i));
        }
        bytes[6] = (byte) kind.code;
        bytes[7] = (byte) (length >> 8);
        bytes[8] = (byte) length;
        System.arraycopy(payload, 0, bytes, HEAD, payload.length);
        int sum = sum(bytes, 0, payload.length);
        bytes[bytes.length - 2] = (byte) (sum >> 8);
        bytes[bytes.length - 1] = (byte) sum;
        return bytes;
    }

    /// The sum of the packet that begins at `from`.
    static int sum(byte[] bytes, int from, int payload) {
        int sum = 0;
        for (int i = 6; i < HEAD + payload; i++) {
            sum += bytes[from + i] & 0xFF;
        }
        return sum & 0xFFFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packet that
                && address == that.address
                && kind == that.kind
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * address + kind.hashCode()) + Arrays.hashCode(payload);
    }

    /// What it is and how long; of commands and answers the code. Never what is in data: that may
    /// be somebody's finger.
    @Override
    public String toString() {
        return switch (kind) {
            case COMMAND, ANSWER ->
                    kind
                            + " "
                            + (payload.length == 0
                                    ? "without a code"
                                    : HexFormat.of().toHexDigits(payload[0]));
            case DATA, LAST_DATA -> kind + " of " + payload.length + " bytes";
        };
    }
}
