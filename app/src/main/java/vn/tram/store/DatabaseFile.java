package vn.tram.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// The encrypted file of an H2 database, as it lies on the disk: what must be right about it before
/// H2 sees it.
final class DatabaseFile {
    /// What an encrypted H2 file begins with, and the least it consists of: its head and the two
    /// heads of the store in it.
    private static final byte[] MAGIC = {'H', '2', 'e', 'n', 'c', 'r', 'y', 'p', 't', '\n'};

    private static final int BLOCK = 4096;

    private static final int LEAST = 3 * BLOCK;

    private DatabaseFile() {}

    /// Refuses a file that H2 would begin anew, and cuts a torn block off its end.
    ///
    /// @throws StationFault `LT-402` when it has no head; it is as it was then
    static void mend(Path file) throws IOException, StationFault {
        refuseDamaged(file);
        cutTornBlock(file);
    }

    /// H2 writes a new head over a file too short to have one; nothing may write over what was
    /// captured.
    private static void refuseDamaged(Path file) throws IOException, StationFault {
        try (var in = Files.newInputStream(file)) {
            if (Files.size(file) < LEAST || !Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new StationFault(Code.LT_402, "the database's file has no head");
            }
        }
    }

    /// Cuts off the part of a block that a write which ended in its midst left. To H2's encryption
    /// such a file is one block *shorter* than its whole blocks: the newest commit would be lost,
    /// though it was forced. H2 writes whole blocks only, so nothing in the part was ever
    /// acknowledged.
    private static void cutTornBlock(Path file) throws IOException {
        if (Files.size(file) % BLOCK == 0) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - channel.size() % BLOCK);
            channel.force(true);
        }
    }

    static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
