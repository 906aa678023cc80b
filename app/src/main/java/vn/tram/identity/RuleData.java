package vn.tram.identity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The numbers that data rules go by, as `data-rules.properties` has them with their sources.
///
/// @param exchangeAges ascending, in whole years
/// @param exchangeGrace in whole years
/// @param unitChanges ascending
record RuleData(
        LocalDate validFrom,
        int representativeUnder,
        List<Integer> exchangeAges,
        int exchangeGrace,
        int doubtedAge,
        List<LocalDate> unitChanges,
        Pattern phone) {
    /// The bundled ones.
    static RuleData bundled() {
        var properties = new Properties();
        var stream =
                Objects.requireNonNull(RuleData.class.getResourceAsStream("data-rules.properties"));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("bundled data-rules.properties", e);
        }
        return new RuleData(
                LocalDate.parse(value(properties, "valid-from")),
                whole(properties, "representative-under-years"),
                words(properties, "exchange-ages-years").map(Integer::valueOf).toList(),
                whole(properties, "exchange-grace-years"),
                whole(properties, "doubted-age-years"),
                words(properties, "unit-changes").map(LocalDate::parse).toList(),
                Pattern.compile(value(properties, "phone")));
    }

    private static int whole(Properties properties, String key) {
        return Integer.parseInt(value(properties, key));
    }

    private static Stream<String> words(Properties properties, String key) {
        return Stream.of(value(properties, key).split(" "));
    }

    private static String value(Properties properties, String key) {
        return Objects.requireNonNull(properties.getProperty(key), key);
    }
}
