package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The shipped settings with a policy that no print can satisfy.
public final class StrictPolicy {
    private static final Path SHIPPED = Path.of("..", "config");
    private static final Pattern SCORE = Pattern.compile("(metric = \"score\"\\R)min = \\d+");

    private static final Pattern MINUTIAE = Pattern.compile("(metric = \"minutiae\"\\R)min = 12");

    private StrictPolicy() {}

    /// Each score must be the highest there is.
    ///
    /// @param folder gets a folder `config`
    /// @return that folder
    public static Path in(Path folder) throws IOException {
        return changed(folder, SCORE, "$1min = 100");
    }

    /// Each print must have so many minutiae.
    public static Path minutiae(Path folder, int least) throws IOException {
        return changed(folder, MINUTIAE, "$1min = " + least);
    }

    private static Path changed(Path folder, Pattern limit, String stricter) throws IOException {
        var config = folder.resolve("config");
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = config.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        var policy = config.resolve("quality").resolve("fingerprint-vn-id.toml");
        var before = Files.readString(policy);
        var after = limit.matcher(before).replaceAll(stricter);
        assertThat(after).isNotEqualTo(before);
        Files.write(policy, after.getBytes(StandardCharsets.UTF_8));
        return config;
    }
}
