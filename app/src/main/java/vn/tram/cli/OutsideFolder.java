package vn.tram.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// A folder that somebody named by hand.
final class OutsideFolder {
    private OutsideFolder() {}

    /// @throws StationFault `LT-406` when there is none
    static Path of(String text) throws StationFault {
        try {
            var folder = Path.of(text.strip());
            if (text.isBlank() || !Files.isDirectory(folder)) {
                throw new StationFault(Code.LT_406, "there is no such folder");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new StationFault(Code.LT_406, "no path of a folder", e);
        }
    }
}
