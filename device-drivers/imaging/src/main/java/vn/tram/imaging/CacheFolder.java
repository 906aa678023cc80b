package vn.tram.imaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where a user's programs keep what they can make again.
final class CacheFolder {
    private CacheFolder() {}

    /// The first that can be written of: `XDG_CACHE_HOME`, the platform's folder below the home
    /// folder, and a folder of this user's name below the temporary one.
    static Path ofThisUser() {
        var home = Path.of(System.getProperty("user.home", ""));
        var xdg = System.getenv("XDG_CACHE_HOME");
        var temporary =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "tram-" + System.getProperty("user.name"));
        return Stream.of(
                        xdg == null || xdg.isBlank() ? home : Path.of(xdg),
                        home.resolve(platformFolder()))
                .filter(Path::isAbsolute)
                .filter(folder -> !folder.equals(home))
                .filter(CacheFolder::canBeWritten)
                .findFirst()
                .map(folder -> folder.resolve("tram"))
                .orElse(temporary);
    }

    private static String platformFolder() {
        var os = System.getProperty("os.name", "");
        if (os.startsWith("Windows")) {
            return "AppData/Local";
        }
        return os.startsWith("Mac") ? "Library/Caches" : ".cache";
    }

    /// A folder that is not there yet can be written when the nearest one above can.
    private static boolean canBeWritten(Path folder) {
        for (var at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return Files.isDirectory(at) && Files.isWritable(at);
            }
        }
        return false;
    }
}
