package vn.tram.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.tram.enroll.StationFault;
import vn.tram.quality.portrait.CameraPitch;
import vn.tram.quality.portrait.CameraPitches;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// What calibration learned of this station's cameras, in the state folder: one line a camera,
/// `degrees TAB make model serial`, sorted by the latter.
public final class CameraPitchFile implements CameraPitches {
    private static final String NAME = "camera-pitch.tsv";

    private final Path file;
    private volatile Map<String, CameraPitch> known;

    private CameraPitchFile(Path file, Map<String, CameraPitch> known) {
        this.file = file;
        this.known = known;
    }

    /// Nothing is known where the file is missing.
    ///
    /// @param state the state folder
    /// @throws StationFault `LT-400` when it cannot be read, `TK-630` when a line is none
    public static CameraPitchFile of(Path state) throws StationFault {
        UiThread.refuse("reading the cameras' calibration");
        var file = state.resolve(NAME);
        if (!Files.exists(file)) {
            return new CameraPitchFile(file, Map.of());
        }
        var known = new TreeMap<String, CameraPitch>();
        try {
            for (var line : Files.readAllLines(file)) {
                var parts = line.split("\t", 2);
                known.put(parts[1], new CameraPitch(Double.parseDouble(parts[0])));
            }
        } catch (IOException e) {
            throw new StationFault(StationFault.Code.LT_400, file.toString(), e);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new StationFault(
                    StationFault.Code.TK_630, "no calibration of a camera in " + file, e);
        }
        return new CameraPitchFile(file, known);
    }

    @Override
    public CameraPitch of(String camera) {
        return known.getOrDefault(camera, CameraPitch.UNKNOWN);
    }

    /// Keeps what was learned of a camera, in place of what was known. Durable when it returns; one
    /// caller at a time.
    ///
    /// @throws StationFault `LT-400` when it cannot be written
    public void learn(String camera, CameraPitch pitch) throws StationFault {
        UiThread.refuse("keeping a camera's calibration");
        if (camera.isBlank() || camera.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no camera's name");
        }
        var next = new TreeMap<>(known);
        next.put(camera, pitch);
        var lines =
                next.entrySet().stream()
                        .map(e -> e.getValue().offset() + "\t" + e.getKey() + "\n")
                        .collect(Collectors.joining());
        try {
            WholeFile.write(file, lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StationFault(StationFault.Code.LT_400, file.toString(), e);
        }
        known = next;
    }
}
