package vn.tram.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The lines of a bundled table: UTF-8, tabs between columns, `#` before remarks.
public final class Lines {
    private Lines() {}

    /// The columns of each line.
    ///
    /// @param owner whose package the table lies in
    public static List<List<String>> of(Class<?> owner, String resource) {
        var stream = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("bundled " + resource, e);
        }
    }
}
