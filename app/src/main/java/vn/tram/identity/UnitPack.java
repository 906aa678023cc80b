package vn.tram.identity;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which administrative units became which on one day, as a data pack tells it.
///
/// The text is lines of columns with tabs between: `from` and the day; `unit`, its number in the
/// pack, its code or `-`, name and province, for each unit there is since; `was`, province,
/// district or `-`, and `name=number+number;name=number` for what there was. `#` begins a remark.
public final class UnitPack {
    /// A unit as it is since the pack's day.
    ///
    /// @param code of the statistics office; empty when the pack has none
    public record Unit(Optional<String> code, String name, String province) {
        /// As the end of an address.
        public String text() {
            return name + ", " + province;
        }
    }

    /// A pack that cannot be read; its message tells the line.
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private Malformed(int line, String why) {
            super("line " + line + ": " + why);
        }

        private Malformed(int line, String why, Throwable cause) {
            super("line " + line + ": " + why, cause);
        }
    }

    private static final String NONE = "-";

    private final LocalDate from;

    /// @param district empty where there was none
    private record Was(String province, String district, String name, List<Unit> now) {}

    private final List<Was> was;

    /// By province, district and commune, each as [UnitNames#key] has it. Made when first asked
    /// for: it takes longer than reading, and the station's start waits for that.
    private @Nullable Map<List<String>, List<Was>> index;

    private UnitPack(LocalDate from, List<Was> was) {
        this.from = from;
        this.was = List.copyOf(was);
    }

    /// @throws Malformed for any line that is not as told above
    public static UnitPack read(String text) throws Malformed {
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new Malformed(1, "the pack must be Unicode NFC");
        }
        var reading = new Reading();
        int number = 0;
        for (var line : text.lines().toList()) {
            reading.take(++number, line);
        }
        return reading.pack(number);
    }

    /// The day on which it took effect.
    public LocalDate from() {
        return from;
    }

    /// What a commune became: none when the pack does not know it, several when it was parted. A
    /// kind in front (`xã`, `Phường`) may be left out, and decides where two have one name.
    ///
    /// @param district empty where there was none
    List<Unit> since(String commune, String district, String province) {
        var found = index().getOrDefault(key(commune, district, province), List.of());
        var exact =
                found.stream().filter(w -> Names.key(w.name()).equals(Names.key(commune))).toList();
        return (exact.isEmpty() ? found : exact)
                .stream().flatMap(w -> w.now().stream()).distinct().toList();
    }

    private static List<String> key(String commune, String district, String province) {
        return List.of(UnitNames.key(province), UnitNames.key(district), UnitNames.key(commune));
    }

    private synchronized Map<List<String>, List<Was>> index() {
        var made = index;
        if (made == null) {
            made = new HashMap<>();
            for (var one : was) {
                made.computeIfAbsent(
                                key(one.name(), one.district(), one.province()),
                                _ -> new ArrayList<>(1))
                        .add(one);
            }
            index = made;
        }
        return made;
    }

    /// A pack being read.
    private static final class Reading {
        private Optional<LocalDate> from = Optional.empty();
        private final Map<String, Unit> units = new HashMap<>();
        private final List<Was> was = new ArrayList<>();

        void take(int number, String line) throws Malformed {
            if (line.isBlank() || line.startsWith("#")) {
                return;
            }
            var columns = line.split("\t", -1);
            switch (columns[0] + " " + columns.length) {
                case "from 2" -> from = Optional.of(day(number, columns[1]));
                case "unit 5" -> unit(number, columns);
                case "was 4" -> was(number, columns);
                default -> throw new Malformed(number, "no line of a pack of units");
            }
        }

        private static LocalDate day(int number, String text) throws Malformed {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new Malformed(number, "no day", e);
            }
        }

        private void unit(int number, String[] columns) throws Malformed {
            var code = Optional.of(columns[2]).filter(c -> !c.equals(NONE));
            var unit = new Unit(code, columns[3], columns[4]);
            if (unit.name().isBlank() || unit.province().isBlank()) {
                throw new Malformed(number, "a unit without a name");
            }
            if (units.put(columns[1], unit) != null) {
                throw new Malformed(number, "the unit " + columns[1] + " stands there twice");
            }
        }

        private void was(int number, String[] columns) throws Malformed {
            var district = columns[2].equals(NONE) ? "" : columns[2];
            for (var commune : columns[3].split(";")) {
                var pair = commune.split("=");
                if (pair.length != 2) {
                    throw new Malformed(number, "no name=number");
                }
                var now = new ArrayList<Unit>();
                for (var one : pair[1].split("\\+")) {
                    var unit = units.get(one);
                    if (unit == null) {
                        throw new Malformed(number, "no unit has the number " + one);
                    }
                    now.add(unit);
                }
                was.add(new Was(columns[1], district, pair[0], List.copyOf(now)));
            }
        }

        UnitPack pack(int lines) throws Malformed {
            if (from.isEmpty()) {
                throw new Malformed(lines, "it does not tell from when it holds");
            }
            return new UnitPack(from.get(), was);
        }
    }
}
