package vn.tram.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.tram.enroll.StationFault;

/// One TOML table, read strictly: each mistake is a [StationFault] `TK-630` that names the file and
/// the full key, such as `station.toml: capture.hold-ms: 50000 is not in 100 to 5000`.
final class Table {
    /// Makes a value out of a table.
    interface Making<T> {
        T from(Table table) throws StationFault;
    }

    private final String file;
    private final String path;
    private final JsonNode node;

    /// @param path full key of the table, empty for the whole file
    Table(String file, String path, ObjectNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /// The value that `making` reads from this table; a range that the value's own constructor
    /// refuses is told with file and full key.
    <T> T made(Making<T> making) throws StationFault {
        try {
            return making.from(this);
        } catch (OutOfRange e) {
            throw new StationFault(
                    StationFault.Code.TK_630, sentence(e.key(), e.why()), e); // ranges, not bugs
        }
    }

    /// Refuses every key that is not one of `known`. Called before anything is read, so that a
    /// misspelled key is named itself, not the one it should have been.
    Table only(String... known) throws StationFault {
        var allowed = Set.of(known);
        for (var key : node.propertyNames()) {
            if (!allowed.contains(key)) {
                throw fault(
                        key, "unknown key; there is " + String.join(", ", Arrays.asList(known)));
            }
        }
        return this;
    }

    boolean has(String key) {
        return node.has(key);
    }

    boolean isList(String key) {
        return has(key) && node.get(key).isArray();
    }

    /// Text in NFC.
    String text(String key) throws StationFault {
        var value = value(key);
        if (!value.isString()) {
            throw wrongType(key, "text in quotes");
        }
        if (!Normalizer.isNormalized(value.stringValue(), Normalizer.Form.NFC)) {
            throw fault(key, "must be Unicode NFC");
        }
        return value.stringValue();
    }

    /// A name in lower-dash, such as `right-index`.
    String word(String key) throws StationFault {
        var word = text(key);
        if (!word.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw fault(key, "\"" + word + "\" is not lower-case words joined by -");
        }
        return word;
    }

    Optional<String> wordIfGiven(String key) throws StationFault {
        return has(key) ? Optional.of(word(key)) : Optional.empty();
    }

    int whole(String key) throws StationFault {
        var value = value(key);
        if (!value.isIntegralNumber()) {
            throw wrongType(key, "a whole number");
        }
        if (!value.canConvertToInt()) {
            throw fault(key, value.asString() + " is too large");
        }
        return value.intValue();
    }

    /// A finite number, `otherwise` when the key is not there.
    double number(String key, double otherwise) throws StationFault {
        if (!has(key)) {
            return otherwise;
        }
        var value = value(key);
        if (!value.isNumber()) {
            throw wrongType(key, "a number");
        }
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            throw fault(key, "must be finite; leave the key out where there is no limit");
        }
        return number;
    }

    boolean flag(String key) throws StationFault {
        var value = value(key);
        if (!value.isBoolean()) {
            throw wrongType(key, "true or false");
        }
        return value.booleanValue();
    }

    /// One of an enum's constants, written in lower-dash.
    <E extends Enum<E>> E choice(String key, Class<E> type) throws StationFault {
        return constant(key, text(key), type);
    }

    LocalDate date(String key) throws StationFault {
        return date(key, text(key));
    }

    List<LocalDate> dates(String key) throws StationFault {
        var dates = new ArrayList<LocalDate>();
        for (var text : texts(key)) {
            dates.add(date(key, text));
        }
        return dates;
    }

    /// An absolute URI.
    URI uri(String key) throws StationFault {
        try {
            var uri = new URI(text(key));
            if (!uri.isAbsolute()) {
                throw fault(key, "needs a scheme, such as sim://slap?seed=7");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new StationFault(
                    StationFault.Code.TK_630,
                    sentence(key, "is no URI: " + e.getReason() + " at " + e.getIndex()),
                    e);
        }
    }

    /// A list of texts, each once.
    List<String> texts(String key) throws StationFault {
        var value = value(key);
        if (!value.isArray()) {
            throw wrongType(key, "a list of texts");
        }
        var texts = new ArrayList<String>();
        for (var element : value) {
            if (!element.isString()) {
                throw wrongType(key, "a list of texts");
            }
            if (texts.contains(element.stringValue())) {
                throw fault(key, "\"" + element.stringValue() + "\" stands there twice");
            }
            texts.add(element.stringValue());
        }
        return texts;
    }

    /// A list of numbers, at least one.
    List<Double> numbers(String key) throws StationFault {
        var value = value(key);
        var numbers = new ArrayList<Double>();
        for (var element : value) {
            if (!element.isNumber()) {
                throw wrongType(key, "a list of numbers");
            }
            numbers.add(element.doubleValue());
        }
        if (!value.isArray() || numbers.isEmpty()) {
            throw wrongType(key, "a list of numbers");
        }
        return numbers;
    }

    <E extends Enum<E>> List<E> choices(String key, Class<E> type) throws StationFault {
        var choices = new ArrayList<E>();
        for (var text : texts(key)) {
            choices.add(constant(key, text, type));
        }
        return choices;
    }

    Table table(String key) throws StationFault {
        if (value(key) instanceof ObjectNode table) {
            return new Table(file, full(key), table);
        }
        throw wrongType(key, "a table [" + full(key) + "]");
    }

    /// The tables `[[key]]`, at least one.
    List<Table> tables(String key) throws StationFault {
        var value = value(key);
        var tables = new ArrayList<Table>();
        for (var element : value) {
            if (value.isArray() && element instanceof ObjectNode table) {
                tables.add(new Table(file, full(key) + "[" + (tables.size() + 1) + "]", table));
            } else {
                throw wrongType(key, "tables [[" + full(key) + "]]");
            }
        }
        if (tables.isEmpty()) {
            throw wrongType(key, "at least one table [[" + full(key) + "]]");
        }
        return tables;
    }

    /// A fault about one key of this table.
    StationFault fault(String key, String why) {
        return new StationFault(StationFault.Code.TK_630, sentence(key, why));
    }

    private JsonNode value(String key) throws StationFault {
        if (!node.has(key)) {
            throw fault(key, "is missing");
        }
        return node.get(key);
    }

    private LocalDate date(String key, String text) throws StationFault {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new StationFault(
                    StationFault.Code.TK_630,
                    sentence(key, "\"" + text + "\" is not a date such as 2026-11-22"),
                    e);
        }
    }

    private <E extends Enum<E>> E constant(String key, String text, Class<E> type)
            throws StationFault {
        for (var constant : type.getEnumConstants()) {
            if (lowerDash(constant).equals(text)) {
                return constant;
            }
        }
        var all =
                Arrays.stream(type.getEnumConstants())
                        .map(Table::lowerDash)
                        .collect(Collectors.joining(", "));
        throw fault(key, "\"" + text + "\" is none of " + all);
    }

    /// A constant's name as files write it.
    static String lowerDash(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private StationFault wrongType(String key, String wanted) {
        return fault(key, "must be " + wanted);
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String sentence(String key, String why) {
        return file + ": " + full(key) + ": " + why;
    }
}
