package vn.tram.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import vn.tram.enroll.StationFault;

/// Holds the state folder for one program. The operating system lets go of it when the program
/// dies, however it dies; the file itself stays.
final class OwnerLock implements AutoCloseable {
    private final FileChannel channel;

    private OwnerLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws StationFault `LT-403` when another program, or this one, has it already
    static OwnerLock take(Path file) throws IOException, StationFault {
        var channel = FileChannel.open(file, CREATE, WRITE);
        try {
            if (channel.tryLock() != null) {
                return new OwnerLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StationFault(
                    StationFault.Code.LT_403, "this program has the state folder open", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new StationFault(
                StationFault.Code.LT_403, "another station program has the state folder");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
