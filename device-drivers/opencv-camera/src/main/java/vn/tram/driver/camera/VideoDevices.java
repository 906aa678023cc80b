package vn.tram.driver.camera;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The video devices that Linux lists. On other systems none is listed; `camera://0` still opens
/// the first.
final class VideoDevices {
    private static final Path CLASS = Path.of("/sys/class/video4linux");

    /// @param name as the device says
    /// @param serial of its USB device; empty when it has none
    record Video(int number, String name, String serial) {
        URI address() {
            return URI.create("camera:///dev/video" + number);
        }
    }

    private VideoDevices() {}

    static List<Video> here() {
        return in(CLASS);
    }

    /// Only what shows pictures: a camera has further devices of its own for other data, whose
    /// `index` is above 0.
    static List<Video> in(Path folder) {
        var found = new ArrayList<Video>();
        if (Files.isDirectory(folder)) {
            try (var entries = Files.newDirectoryStream(folder, "video[0-9]*")) {
                for (var entry : entries) {
                    if (text(entry.resolve("index")).equals("0")) {
                        var number = entry.getFileName().toString().substring("video".length());
                        found.add(
                                new Video(
                                        Integer.parseInt(number),
                                        text(entry.resolve("name")),
                                        text(entry.resolve("device/../serial"))));
                    }
                }
            } catch (IOException | NumberFormatException _) {
                return List.of(); // the list is a help; an address can be told without it
            }
        }
        found.sort(Comparator.comparingInt(Video::number));
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
