package vn.tram.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// What the settings say of people's data and lists: `roster.toml`, `data-rules.toml`, `units/`.
class FieldSettingsTest {
    private static final Path SHIPPED = Path.of("../config");

    @TempDir Path config;

    @BeforeEach
    void copyTheShippedFiles() throws IOException {
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = config.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data-rules.toml | code = \"DL-304\" | code = \"DL-399\" | there is no rule DL-399",
                "data-rules.toml | code = \"DL-304\" | code = \"DL-305\" | DL-305 has that day already",
                "data-rules.toml | severity = \"block\" | severity = \"warn\" | DL-301 always blocks",
                "data-rules.toml | severity = \"block\" | severity = \"never\" | is none of block, warn, off",
                "roster.toml | from-age = 14 | from-age = 151 | eligible[1].from-age",
                "roster.toml | signature = \"if-present\" | signature = \"no\" | is none of if-present, required",
                "roster.toml | from-age = 14 | age = 14 | unknown key",
                "units/2025-07-01.tsv | unit | one | no line of a pack of units",
                "units/2025-07-01.tsv | from | from\t2025 | no line of a pack of units"
            })
    void mistakesInTheFieldsFilesAreNamed(String file, String line, String wrong, String told)
            throws IOException {
        substituteFirst(file, line, wrong);
        assertThatThrownBy(() -> Settings.load(config))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertThat(f.code()).isEqualTo(Code.TK_630))
                .hasMessageContaining(file + ": ")
                .hasMessageContaining(told);
    }

    private void substituteFirst(String file, String line, String wrong) throws IOException {
        var path = config.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(line);
        int at = text.indexOf("\n" + line) + 1;
        Files.writeString(path, text.substring(0, at) + wrong + text.substring(at + line.length()));
    }
}
