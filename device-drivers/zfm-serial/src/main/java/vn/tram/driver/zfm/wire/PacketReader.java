package vn.tram.driver.zfm.wire;

import java.util.Optional;

/// Finds packets in what comes over a line, whatever lies between them: noise before a packet is
/// skipped, a damaged packet is told, and what follows it is found again.
///
/// Holds at most [#CAPACITY] bytes.
public final class PacketReader {
    /// What was found.
    public sealed interface Found {
        record Whole(Packet packet) implements Found {}

        /// Something that began as a packet and is none.
        record Damaged(String why) implements Found {}
    }

    /// The most bytes that wait to be looked at: a packet that is not whole yet, and one read.
    public static final int CAPACITY = 1024;

    private static final int MOST_LENGTH = Packet.LONGEST + Packet.SUM;

    private final byte[] held = new byte[CAPACITY];
    private int count;
    private long noise;

    /// Bytes that can be added now.
    public int room() {
        return CAPACITY - count;
    }

    /// Adds the first `length` bytes. Whoever takes all that [#next] finds before adding more has
    /// room for at least 512.
    ///
    /// @throws IllegalArgumentException when there is no room for them
    public void add(byte[] bytes, int length) {
        if (length > room()) {
            throw new IllegalArgumentException(length + " bytes where " + room() + " have room");
        }
        System.arraycopy(bytes, 0, held, count, length);
        count += length;
    }

    /// The next packet, or the next damage; empty when more must come first.
    public Optional<Found> next() {
        while (true) {
            seek();
            if (count < Packet.HEAD) {
                return Optional.empty();
            }
            if (!plausible(0)) {
                skip(1); // EF01 by chance
                continue;
            }
            int whole = Packet.HEAD + length(0);
            if (count < whole) {
                return Optional.empty();
            }
            if (!sumHolds(0)) {
                skip(1); // its length may be what is damaged: the next one may begin inside
                return Optional.of(new Found.Damaged("a packet whose sum does not hold"));
            }
            var packet = packet(0);
            remove(whole);
            return Optional.of(new Found.Whole(packet));
        }
    }

    /// When nothing comes any more: a whole packet behind the beginning of one that is still not
    /// whole. What began was noise then.
    public Optional<Found> rescue() {
        for (int at = 1; at + Packet.HEAD <= count; at++) {
            boolean whole =
                    startsAt(at)
                            && plausible(at)
                            && at + Packet.HEAD + length(at) <= count
                            && sumHolds(at);
            if (whole) {
                skip(at);
                return next();
            }
        }
        return Optional.empty();
    }

    /// Whether the beginning of a packet is held.
    public boolean midPacket() {
        return count > 0;
    }

    /// How many bytes belonged to no packet so far.
    public long noise() {
        return noise;
    }

    /// Forgets what is held.
    public void clear() {
        count = 0;
    }

    /// Skips what cannot begin a packet.
    private void seek() {
        int at = 0;
        while (at < count && !mayStartAt(at)) {
            at++;
        }
        if (at > 0) {
            skip(at);
        }
    }

    private boolean mayStartAt(int at) {
        boolean first = held[at] == (byte) (Packet.START >> 8);
        return first && (at + 1 == count || held[at + 1] == (byte) Packet.START);
    }

    private boolean startsAt(int at) {
        return mayStartAt(at) && at + 1 < count;
    }

    private boolean plausible(int at) {
        int length = length(at);
        return length >= Packet.SUM
                && length <= MOST_LENGTH
                && Packet.Kind.of(held[at + 6] & 0xFF).isPresent();
    }

    private int length(int at) {
        return (held[at + 7] & 0xFF) << 8 | held[at + 8] & 0xFF;
    }

    private boolean sumHolds(int at) {
        int payload = length(at) - Packet.SUM;
        int sumAt = at + Packet.HEAD + payload;
        int told = (held[sumAt] & 0xFF) << 8 | held[sumAt + 1] & 0xFF;
        return told == Packet.sum(held, at, payload);
    }

    private Packet packet(int at) {
        int address = 0;
        for (int i = 0; i < 4; i++) {
            address = address << 8 | held[at + 2 + i] & 0xFF;
        }
        var payload = new byte[length(at) - Packet.SUM];
        System.arraycopy(held, at + Packet.HEAD, payload, 0, payload.length);
        return new Packet(address, Packet.Kind.of(held[at + 6] & 0xFF).orElseThrow(), payload);
    }

    private void skip(int bytes) {
        noise += bytes;
        remove(bytes);
    }

    private void remove(int bytes) {
        System.arraycopy(held, bytes, held, 0, count - bytes);
        count -= bytes;
    }
}
