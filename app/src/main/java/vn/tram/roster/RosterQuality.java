package vn.tram.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.tram.domain.Field;
import vn.tram.identity.DataRules;
import vn.tram.identity.Finding;
import vn.tram.identity.Rule;
import vn.tram.identity.Units;

/// How good the roster's data are, hamlet by hamlet, in the four families: correct (what the rules
/// of a citizen's data say), complete (number, day of birth, sex and residence are known), clean
/// (tidy texts, and nobody who may be listed twice), alive (no address with units that are no more,
/// nobody away who should be back).
public final class RosterQuality {
    /// One hamlet.
    ///
    /// @param sound people with nothing to mend
    /// @param faulty people with something, by family; somebody may be in several
    public record Row(String hamlet, int people, int sound, Map<Rule.Family, Integer> faulty) {
        public Row {
            faulty = Map.copyOf(faulty);
        }

        public int faulty(Rule.Family family) {
            return faulty.getOrDefault(family, 0);
        }
    }

    private static final List<Field> NEEDED =
            List.of(Field.PERSONAL_NUMBER, Field.BIRTH_DATE, Field.SEX, Field.RESIDENCE);

    private final DataRules rules;
    private final Units units;
    private final LocalDate day;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<String, Twins> twins = new HashMap<>();

    /// What is left of a person until all were seen.
    private record Seen(String hamlet, String twin, Set<Rule.Family> faults) {}

    /// People of one name and birth.
    private record Twins(int all, int withoutNumber) {
        Twins plus(boolean numbered) {
            return new Twins(all + 1, withoutNumber + (numbered ? 0 : 1));
        }

        /// Two numbers are two people; where one is not known there may be one.
        boolean mayBeOne() {
            return all > 1 && withoutNumber > 0;
        }
    }

    /// @param day on which it is reckoned
    public RosterQuality(DataRules rules, Units units, LocalDate day) {
        this.rules = rules;
        this.units = units;
        this.day = day;
    }

    public void add(Person person) {
        var faults = EnumSet.noneOf(Rule.Family.class);
        rules.findings(person.citizen(), List.of(), day).stream()
                .map(Finding::rule)
                .filter(r -> r.family() != Rule.Family.COMPLETE)
                .forEach(r -> faults.add(r.family()));
        if (NEEDED.stream().anyMatch(f -> person.citizen().value(f).isEmpty())) {
            faults.add(Rule.Family.COMPLETE);
        }
        if (hasOldUnits(person) || isOverdue(person)) {
            faults.add(Rule.Family.ALIVE);
        }
        var twin = person.twinKey();
        seen.add(new Seen(person.home().hamlet(), twin, faults));
        twins.put(
                twin, twins.getOrDefault(twin, new Twins(0, 0)).plus(person.number().isPresent()));
    }

    private boolean hasOldUnits(Person person) {
        return person.citizen()
                .value(Field.RESIDENCE)
                .filter(r -> !(units.on(day, r) instanceof Units.Address.AsItIs))
                .isPresent();
    }

    private boolean isOverdue(Person person) {
        return person.absence()
                .flatMap(Absence::expectedReturn)
                .filter(back -> back.isBefore(day))
                .isPresent();
    }

    /// A row a hamlet, by name.
    public List<Row> rows() {
        var counts = new TreeMap<String, Counts>(Coverage::inOrder);
        for (var one : seen) {
            if (twins.getOrDefault(one.twin(), new Twins(0, 0)).mayBeOne()) {
                one.faults().add(Rule.Family.CLEAN);
            }
            counts.computeIfAbsent(one.hamlet(), _ -> new Counts()).add(one.faults());
        }
        var rows = new ArrayList<Row>();
        counts.forEach((hamlet, c) -> rows.add(c.row(hamlet)));
        return rows;
    }

    private static final class Counts {
        private int people;
        private int sound;
        private final Map<Rule.Family, Integer> faulty = new EnumMap<>(Rule.Family.class);

        void add(Set<Rule.Family> faults) {
            people++;
            sound += faults.isEmpty() ? 1 : 0;
            faults.forEach(f -> faulty.merge(f, 1, Integer::sum));
        }

        Row row(String hamlet) {
            return new Row(hamlet, people, sound, faulty);
        }
    }
}
