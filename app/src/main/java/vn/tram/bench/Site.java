package vn.tram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Where benchmarks run.
///
/// @param config the folder `config/`
/// @param disk an existing folder on the disk that is measured; what is made in it is deleted again
public record Site(Path config, Path disk) {
    /// A new folder on the measured disk.
    Path newFolder() throws IOException {
        return Files.createTempDirectory(disk, "tram-bench");
    }

    static void delete(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
