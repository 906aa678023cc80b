package vn.tram.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;

/// Finds people by what an operator types: the whole personal number or its last digits, or the
/// beginnings of the words of a name, with or without marks.
public final class PersonSearch {
    private static final int FEWEST_DIGITS = 3;
    private static final int EXACT = 0;
    private static final int MARKS_AGREE = 1;
    private static final int MARKS_DIFFER = 2;

    private final String query;
    private final String digits;

    public PersonSearch(String query) {
        this.query = Names.clean(query);
        var packed = this.query.replace(" ", "");
        this.digits = packed.matches("[0-9]+") ? packed : "";
    }

    /// The people that match, the best first: whole number, then names whose marks agree with the
    /// query, then the others; in each by given name, then birth.
    public List<Citizen> in(Collection<Citizen> people, int most) {
        var byName = Comparator.comparing(PersonSearch::name, Names.byGivenName());
        return people.stream()
                .filter(p -> rank(p).isPresent())
                .sorted(
                        Comparator.<Citizen>comparingInt(p -> rank(p).orElseThrow())
                                .thenComparing(byName)
                                .thenComparing(p -> p.value(Field.BIRTH_DATE).orElse("")))
                .limit(most)
                .toList();
    }

    /// How well a person matches, 0 best; empty when not at all.
    OptionalInt rank(Citizen person) {
        if (query.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!digits.isEmpty()) {
            return rankOfNumber(person.value(Field.PERSONAL_NUMBER).orElse(""));
        }
        if (!beginWords(Names.plain(query), Names.plain(name(person)))) {
            return OptionalInt.empty();
        }
        boolean agree = beginWords(Names.key(query), Names.key(name(person)));
        return OptionalInt.of(agree ? MARKS_AGREE : MARKS_DIFFER);
    }

    private OptionalInt rankOfNumber(String number) {
        if (number.equals(digits)) {
            return OptionalInt.of(EXACT);
        }
        boolean tail = digits.length() >= FEWEST_DIGITS && number.endsWith(digits);
        return tail ? OptionalInt.of(MARKS_AGREE) : OptionalInt.empty();
    }

    private static String name(Citizen person) {
        return person.value(Field.NAME).orElse("");
    }

    /// Whether each word of `query` begins a word of `name`, in the same order; words between may
    /// be left out.
    private static boolean beginWords(String query, String name) {
        var words = List.of(name.split(" "));
        int next = 0;
        for (var begin : query.split(" ")) {
            while (next < words.size() && !words.get(next).startsWith(begin)) {
                next++;
            }
            if (next++ >= words.size()) {
                return false;
            }
        }
        return true;
    }
}
