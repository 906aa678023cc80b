package vn.tram.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/// The three lines and where things stand in them.
record MrzZone(String top, String middle, String bottom) {
    private static final int[] WEIGHTS = {7, 3, 1};
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    String number() {
        return top.substring(15, 27);
    }

    boolean holds() {
        var composite =
                top.substring(5, 30)
                        + middle.substring(0, 7)
                        + middle.substring(8, 15)
                        + middle.substring(18, 29);
        return top.charAt(14) == check(top.substring(5, 14))
                && top.charAt(29) == check(number())
                && middle.charAt(6) == check(middle.substring(0, 6))
                && middle.charAt(14) == check(middle.substring(8, 14))
                && middle.charAt(29) == check(composite)
                && number().endsWith(top.substring(5, 14));
    }

    Mrz.Card card() {
        int born = PersonalNumbers.birthYearOf(number());
        var birth = LocalDate.parse(born / 100 + middle.substring(0, 6), DATE);
        // cards with this zone exist since 2021 only
        var expiry = LocalDate.parse("20" + middle.substring(8, 14), DATE);
        var name = bottom.replace('<', ' ').replaceAll(" +", " ").strip();
        return new Mrz.Card(number(), birth, middle.substring(7, 8), expiry, name);
    }

    /// The check digit of ICAO 9303-3, 4.9: values weighed 7, 3, 1, sum modulo 10; `<` counts 0, A
    /// 10 and so on.
    static char check(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int value = c == '<' ? 0 : Character.digit(c, 36);
            sum += value * WEIGHTS[i % 3];
        }
        return Character.forDigit(sum % 10, 10);
    }
}
