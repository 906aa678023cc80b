package vn.tram.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.tram.domain.Field;

/// How items are written by hand and shown on paper and screen, and how they are kept
/// ([vn.tram.domain.Item]).
public final class Writing {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4})");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[-./ ]\\s*");

    private Writing() {}

    /// What is kept of what was typed. What cannot be understood comes back cleaned only, for the
    /// data rules to find.
    public static String kept(Field field, String typed) {
        var clean = Names.clean(typed);
        return switch (field) {
            case NAME, GUARDIAN_NAME -> Names.shown(clean);
            case PERSONAL_NUMBER, GUARDIAN_NUMBER, OLD_NUMBER, PHONE ->
                    clean.replaceAll("[ .-]", "");
            case BIRTH_DATE, CARD_ISSUED -> date(clean).map(LocalDate::toString).orElse(clean);
            case SEX, NATIONALITY, ETHNIC_GROUP, RESIDENCE, CURRENT_ADDRESS, EMAIL -> clean;
        };
    }

    /// How a kept value is read by people: dates `15/02/1999`, numbers in groups; the rest as it
    /// is.
    public static String shown(Field field, String kept) {
        return switch (field) {
            case PERSONAL_NUMBER, GUARDIAN_NUMBER -> PersonalNumbers.grouped(kept);
            case BIRTH_DATE, CARD_ISSUED -> iso(kept).map(SHOWN::format).orElse(kept);
            case NAME,
                    GUARDIAN_NAME,
                    OLD_NUMBER,
                    PHONE,
                    SEX,
                    NATIONALITY,
                    ETHNIC_GROUP,
                    RESIDENCE,
                    CURRENT_ADDRESS,
                    EMAIL ->
                    kept;
        };
    }

    /// A date as typed: `15/2/1999`, `15-02-1999`, `15021999`.
    private static Optional<LocalDate> date(String typed) {
        var digits = EIGHT_DIGITS.matcher(typed);
        var text =
                digits.matches()
                        ? digits.replaceAll("$1/$2/$3")
                        : BETWEEN.matcher(typed).replaceAll("/");
        try {
            return Optional.of(LocalDate.parse(text, TYPED));
        } catch (DateTimeException e) {
            return Optional.empty(); // an expected outcome: the data rules tell it
        }
    }

    private static Optional<LocalDate> iso(String kept) {
        try {
            return Optional.of(LocalDate.parse(kept));
        } catch (DateTimeException e) {
            return Optional.empty(); // shown as it was typed
        }
    }
}
