package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The shipped settings, but for services that ask for ten rolled fingers too.
public final class RollingConfig {
    private static final Path SHIPPED = Path.of("..", "config");
    private static final String PLAIN = "\"ten-fingers\"";

    private RollingConfig() {}

    /// @return the folder `config` within `folder`
    public static Path in(Path folder) throws IOException {
        var config = folder.resolve("config");
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.toList()) {
                Files.copy(file, config.resolve(SHIPPED.relativize(file).toString()));
            }
        }
        var services = config.resolve("services.toml");
        var text = Files.readString(services);
        assertThat(text).contains(PLAIN);
        Files.writeString(services, text.replace(PLAIN, PLAIN + ", \"ten-rolled\""));
        return config;
    }
}
