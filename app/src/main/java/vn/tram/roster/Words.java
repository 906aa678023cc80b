package vn.tram.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tram.identity.Lines;
import vn.tram.identity.Names;

/// The words of lists, as people write them: heads of columns, categories, reasons. Compared
/// without marks, signs and capitals. `words.tsv` has them.
final class Words {
    /// A cell that says yes and no more.
    static final String YES = "x";

    /// By kind, then by word.
    private static final Map<String, Map<String, String>> MEANINGS = meanings();

    private Words() {}

    /// As the station's own lists write it, such as `other-province`.
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As people here write it; a list that has it is understood again.
    static String shown(Category category) {
        return switch (category) {
            case OLD -> "cao tuổi";
            case ILL -> "ốm đau";
            case DISABLED -> "khuyết tật";
            case BEDRIDDEN -> "liệt giường";
        };
    }

    static String shown(Absence.Reason reason) {
        return switch (reason) {
            case OTHER_PROVINCE -> "tỉnh khác";
            case ABROAD -> "nước ngoài";
            case STUDY -> "đi học";
            case WORK -> "đi làm ăn xa";
            case FOREST_OR_FIELD -> "đi rừng";
            case OTHER -> "khác";
        };
    }

    static Optional<Column> column(String head) {
        return meaning("column", head).map(Column::valueOf);
    }

    /// `M` or `F`.
    static Optional<String> sex(String text) {
        return meaning("sex", text);
    }

    static Optional<Absence.Reason> reason(String text) {
        return meaning("away", text).map(Absence.Reason::valueOf);
    }

    /// Whether a cell says yes; empty when it says neither yes nor no.
    static Optional<Boolean> yes(String text) {
        return meaning("yes", text).map(Boolean::valueOf);
    }

    /// All categories that a cell names, whatever stands between them; empty when one is no known
    /// word.
    static Optional<Set<Category>> categories(String text) {
        var found = EnumSet.noneOf(Category.class);
        for (var part : parts(text)) {
            var category = meaning("category", part);
            if (category.isEmpty()) {
                return Optional.empty();
            }
            found.add(Category.valueOf(category.get()));
        }
        return Optional.of(found);
    }

    /// Several words make one name (`người già`): a comma or semicolon parts them, or else a space
    /// between single known words.
    private static Collection<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (var part : text.split("[,;/+]")) {
            if (part.isBlank()) {
                continue;
            }
            if (meaning("category", part).isPresent()) {
                parts.add(part);
            } else {
                parts.addAll(List.of(part.strip().split("\\s+")));
            }
        }
        return parts;
    }

    private static Optional<String> meaning(String kind, String text) {
        return Optional.ofNullable(MEANINGS.getOrDefault(kind, Map.of()).get(bare(text)));
    }

    /// Letters and digits without marks, in lower case, with single spaces between.
    private static String bare(String text) {
        return Names.plain(text).replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static Map<String, Map<String, String>> meanings() {
        var meanings = new HashMap<String, Map<String, String>>();
        for (var line : Lines.of(Words.class, "words.tsv")) {
            var words = meanings.computeIfAbsent(line.get(0), _ -> new HashMap<>());
            for (var word : line.get(2).split(";")) {
                var before = words.put(bare(word), line.get(1));
                if (before != null && !before.equals(line.get(1))) {
                    throw new IllegalStateException("words.tsv: " + word + " means two things");
                }
            }
        }
        return meanings;
    }
}
