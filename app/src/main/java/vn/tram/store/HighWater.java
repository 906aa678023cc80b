package vn.tram.store;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import vn.tram.task.WholeFile;

/// How many changes were acknowledged, kept outside the database. H2 opens a file whose end is
/// missing or damaged as it was at an earlier time, and does not say so; a database that counts
/// fewer changes than this mark was rolled back.
///
/// The file has two slots in sectors of their own, written in turn and in place: a write that power
/// cut short leaves the mark one lower, never unreadable. In place because a new file for each
/// change would cost three flushes instead of one.
///
/// A slot, big-endian: the changes (8), CRC-32C of these (4).
final class HighWater implements AutoCloseable {
    private static final int SLOT = 4096;

    private final FileChannel channel;
    private final Beside forcing = new Beside();

    private HighWater(FileChannel channel) {
        this.channel = channel;
    }

    /// Makes a mark that stands at `changes`, whole and durable, in place of any other.
    static void make(Path file, long changes) throws IOException {
        var slots = new byte[2 * SLOT];
        var content = slot(changes).array();
        System.arraycopy(content, 0, slots, 0, content.length);
        System.arraycopy(content, 0, slots, SLOT, content.length);
        WholeFile.writeSecret(file, slots);
    }

    static HighWater open(Path file) throws IOException {
        return new HighWater(FileChannel.open(file, READ, WRITE));
    }

    /// The mark; empty when neither slot is whole.
    OptionalLong changes() throws IOException {
        var first = read(0);
        var second = read(1);
        return first.isPresent() && second.isPresent()
                ? OptionalLong.of(Math.max(first.getAsLong(), second.getAsLong()))
                : first.isPresent() ? first : second;
    }

    /// Moves the mark. No crash of the program takes it back; the disk has it moments later, and
    /// before the next move: whoever pulls the plug in between may find it one lower, which is what
    /// a crash before the move leaves.
    void raise(long changes) throws IOException {
        forcing.await();
        var slot = slot(changes);
        long at = SLOT * (changes & 1);
        while (slot.hasRemaining()) {
            channel.write(slot, at + slot.position());
        }
        forcing.start(() -> channel.force(false));
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            forcing.await();
        }
    }

    private OptionalLong read(int number) throws IOException {
        var slot = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
        while (slot.hasRemaining()) {
            if (channel.read(slot, (long) SLOT * number + slot.position()) < 0) {
                return OptionalLong.empty(); // cut short
            }
        }
        long changes = slot.getLong(0);
        return slot(changes).equals(slot.flip()) ? OptionalLong.of(changes) : OptionalLong.empty();
    }

    private static ByteBuffer slot(long changes) {
        var slot = ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(changes);
        var crc = new CRC32C();
        crc.update(slot.array(), 0, Long.BYTES);
        return slot.putInt((int) crc.getValue()).flip();
    }
}
