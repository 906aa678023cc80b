package vn.tram.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How far an area is: always of the eligible and of the present, for *100 %* of those who are
/// there hides everybody who is not.
///
/// @param hamlets one each, by name, numbers in names in their order
public record Coverage(List<Row> hamlets) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /// One hamlet, or all.
    ///
    /// @param people everybody listed
    /// @param eligible those of them who should be enrolled
    /// @param present the eligible who are not away
    /// @param away the eligible who are
    /// @param done the eligible who have been enrolled, wherever they are
    /// @param donePresent those of them who are present
    public record Row(
            String hamlet,
            int people,
            int eligible,
            int present,
            int away,
            int done,
            int donePresent) {
        /// Percent of the eligible that are done; empty where nobody is eligible.
        public OptionalDouble ofEligible() {
            return percent(done, eligible);
        }

        /// Percent of the present that are done; empty where nobody is present.
        public OptionalDouble ofPresent() {
            return percent(donePresent, present);
        }

        private static OptionalDouble percent(int part, int whole) {
            return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / whole);
        }

        private Row plus(Row more) {
            return new Row(
                    hamlet,
                    people + more.people,
                    eligible + more.eligible,
                    present + more.present,
                    away + more.away,
                    done + more.done,
                    donePresent + more.donePresent);
        }
    }

    /// Counts people one after the other.
    public static final class Count {
        private final Eligibility eligibility;
        private final LocalDate day;
        private final Map<String, Row> rows = new TreeMap<>(Coverage::inOrder);

        /// @param day on which ages are reckoned
        public Count(Eligibility eligibility, LocalDate day) {
            this.eligibility = eligibility;
            this.day = day;
        }

        public void add(Person person) {
            boolean eligible = eligibility.holds(person.birth(), day);
            boolean away = person.absence().isPresent();
            boolean done = person.done().isPresent();
            var one =
                    new Row(
                            person.home().hamlet(),
                            1,
                            one(eligible),
                            one(eligible && !away),
                            one(eligible && away),
                            one(eligible && done),
                            one(eligible && done && !away));
            rows.merge(one.hamlet(), one, Row::plus);
        }

        private static int one(boolean counts) {
            return counts ? 1 : 0;
        }

        public Coverage coverage() {
            return new Coverage(new ArrayList<>(rows.values()));
        }
    }

    public Coverage {
        hamlets = List.copyOf(hamlets);
    }

    /// The whole area, under this name.
    public Row whole(String name) {
        return hamlets.stream().reduce(new Row(name, 0, 0, 0, 0, 0, 0), Row::plus);
    }

    /// `Thôn 2` before `Thôn 10`.
    static int inOrder(String a, String b) {
        int order = numbered(a).compareTo(numbered(b));
        return order == 0 ? a.compareTo(b) : order;
    }

    private static String numbered(String name) {
        return DIGITS.matcher(name)
                .replaceAll(m -> "0".repeat(Math.max(0, 9 - m.group().length())) + m.group());
    }
}
