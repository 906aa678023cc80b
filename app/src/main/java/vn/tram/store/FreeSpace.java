package vn.tram.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.tram.enroll.StationFault;

/// Stops what would fill the disk while there is still room to finish, seal and send what is here.
/// Sealing, cancelling and receipts are never stopped: they make room.
final class FreeSpace {
    private final FileStore disk;
    private final long reserve;

    /// @param reserve bytes
    FreeSpace(Path folder, long reserve) throws IOException {
        disk = Files.getFileStore(folder); // found once: it is looked for among all mounts
        this.reserve = reserve;
    }

    /// @throws StationFault `LT-401` when less than the reserve is left
    void require() throws StationFault, IOException {
        long left = disk.getUsableSpace();
        if (left < reserve) {
            throw new StationFault(
                    StationFault.Code.LT_401, left + " bytes are left of the reserve " + reserve);
        }
    }
}
