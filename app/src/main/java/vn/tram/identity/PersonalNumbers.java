package vn.tram.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The 12-digit personal number.
///
/// Hard is only that there are twelve digits; it has no check digit. The rest of its make-up
/// (registration place, century and sex, year of birth) was defined by Circular 59/2021/TT-BCA,
/// which lapsed on 2024-07-01: what does not fit is doubted with a reason, never refused.
public final class PersonalNumbers {
    /// Why a well-formed number is doubted.
    public enum Doubt {
        /// The first three digits are in no list the station has; it may be a country's.
        UNKNOWN_PLACE,
        /// The fourth digit says another sex.
        OTHER_SEX,
        /// The fourth to sixth digit say another year of birth.
        OTHER_BIRTH_YEAR
    }

    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
    private static final int FIRST_CENTURY = 1900;
    private static final String MASK = "•••• •••• ";

    private final Set<String> places;

    private PersonalNumbers(Set<String> places) {
        this.places = Set.copyOf(places);
    }

    /// Knows the provinces' codes.
    public static PersonalNumbers production() {
        return new PersonalNumbers(codes("birth-registration-codes.tsv"));
    }

    /// Knows the provinces' codes and the one of invented people.
    public static PersonalNumbers training() {
        var places = codes("birth-registration-codes.tsv");
        places.addAll(codes("training-registration-codes.tsv"));
        return new PersonalNumbers(places);
    }

    public static boolean wellFormed(String text) {
        return TWELVE_DIGITS.matcher(text).matches();
    }

    /// The last four digits behind dots, for lists and papers: `•••• •••• 0123`.
    public static String masked(String number) {
        return MASK + number.substring(Math.max(0, number.length() - 4));
    }

    /// In groups of three, for reading aloud: `001 199 000 123`. Anything else than twelve digits
    /// comes back as it is.
    public static String grouped(String number) {
        return wellFormed(number) ? number.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", " ") : number;
    }

    /// What does not fit the legacy make-up. What is not known is not compared.
    ///
    /// @param sex `M` or `F`
    /// @throws IllegalArgumentException when the number is not [#wellFormed]
    public List<Doubt> doubts(String number, Optional<LocalDate> birth, Optional<String> sex) {
        if (!wellFormed(number)) {
            throw new IllegalArgumentException("only a well-formed number can be doubted");
        }
        var doubts = new ArrayList<Doubt>();
        if (!places.contains(number.substring(0, 3))) {
            doubts.add(Doubt.UNKNOWN_PLACE);
        }
        if (sex.isPresent() && !sex.get().equals(sexOf(number))) {
            doubts.add(Doubt.OTHER_SEX);
        }
        if (birth.isPresent() && birth.get().getYear() != birthYearOf(number)) {
            doubts.add(Doubt.OTHER_BIRTH_YEAR);
        }
        return doubts;
    }

    /// `M` for an even fourth digit, `F` for an odd one.
    private static String sexOf(String number) {
        return digit(number, 3) % 2 == 0 ? "M" : "F";
    }

    /// The fourth digit counts from 1900 on, two a century: male, female.
    static int birthYearOf(String number) {
        return FIRST_CENTURY
                + digit(number, 3) / 2 * 100
                + digit(number, 4) * 10
                + digit(number, 5);
    }

    private static int digit(String number, int index) {
        return number.charAt(index) - '0';
    }

    private static Set<String> codes(String resource) {
        var codes = new HashSet<String>();
        Lines.of(PersonalNumbers.class, resource).forEach(line -> codes.add(line.getFirst()));
        return codes;
    }
}
