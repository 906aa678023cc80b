package vn.tram.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;

/// The seven fields of 2021.
final class CardLayout {
    static final int FIELDS = 7;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("ddMMuuuu").withResolverStyle(ResolverStyle.STRICT);

    private CardLayout() {}

    static CardQr.Card card(List<String> fields) {
        var values = new LinkedHashMap<Field, String>();
        var unread = EnumSet.noneOf(Field.class);
        put(Field.PERSONAL_NUMBER, Optional.of(fields.get(0).strip()), values, unread);
        if (!fields.get(1).isBlank()) {
            put(Field.OLD_NUMBER, Optional.of(fields.get(1).strip()), values, unread);
        }
        var name = Names.shown(fields.get(2));
        put(Field.NAME, Optional.of(name).filter(CardLayout::isName), values, unread);
        put(Field.BIRTH_DATE, date(fields.get(3)), values, unread);
        put(Field.SEX, sex(fields.get(4)), values, unread);
        var address = Names.clean(fields.get(5));
        put(Field.RESIDENCE, Optional.of(address).filter(a -> !a.isEmpty()), values, unread);
        put(Field.CARD_ISSUED, date(fields.get(6)), values, unread);
        return new CardQr.Card(values, unread, fields.subList(FIELDS, fields.size()));
    }

    /// The day of issue is that of no card in particular.
    static String written(Citizen citizen) {
        return String.join(
                "|",
                value(citizen, Field.PERSONAL_NUMBER),
                "",
                value(citizen, Field.NAME),
                DATE.format(LocalDate.parse(value(citizen, Field.BIRTH_DATE))),
                value(citizen, Field.SEX).equals("F") ? "Nữ" : "Nam",
                value(citizen, Field.RESIDENCE),
                "01012021");
    }

    private static String value(Citizen citizen, Field field) {
        return citizen.value(field).orElse("");
    }

    private static void put(
            Field field, Optional<String> value, Map<Field, String> values, Set<Field> unread) {
        value.ifPresentOrElse(v -> values.put(field, v), () -> unread.add(field));
    }

    private static boolean isName(String name) {
        return Names.problems(name).isEmpty();
    }

    private static Optional<String> sex(String word) {
        return switch (Names.plain(word)) {
            case "nam" -> Optional.of("M");
            case "nu" -> Optional.of("F");
            default -> Optional.empty();
        };
    }

    private static Optional<String> date(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits.strip(), DATE).toString());
        } catch (DateTimeException e) {
            return Optional.empty(); // an expected outcome: the field is told as unread
        }
    }
}
