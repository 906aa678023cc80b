package vn.tram.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/// When somebody was born: the day, or the year alone, as many old people's records have it.
///
/// @param date empty when the year alone is known
public record Birth(int year, Optional<LocalDate> date) {
    /// Days and years older than this are no birth of anybody alive.
    private static final int FIRST_YEAR = 1890;

    private static final int LAST_YEAR = 2199;

    public Birth {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("year of birth " + year);
        }
    }

    public static Birth on(LocalDate date) {
        return new Birth(date.getYear(), Optional.of(date));
    }

    public static Birth in(int year) {
        return new Birth(year, Optional.empty());
    }

    /// Reads [#text].
    public static Optional<Birth> of(String text) {
        try {
            return Optional.of(
                    text.length() == 4 ? in(Integer.parseInt(text)) : on(LocalDate.parse(text)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // an expected outcome: the reader tells which line
        }
    }

    /// Whole years on `day`: the fewest it can be when the year alone is known.
    public int age(LocalDate day) {
        return date.map(d -> Period.between(d, day).getYears())
                .orElseGet(() -> day.getYear() - year - 1);
    }

    /// `1999-02-15`, or `1947`.
    public String text() {
        return date.map(LocalDate::toString).orElseGet(() -> String.valueOf(year));
    }

    @Override
    public String toString() {
        return "Birth[]";
    }
}
