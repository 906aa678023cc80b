package vn.tram.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// So many people of an invented hamlet, sorted into households: couples, their children, their old
/// parents, and who lives alone.
final class InventedHamlet {
    /// Somebody with a place in a household.
    record Member(LocalDate birth, boolean female, String family, String group, int household) {}

    private static final int GROWN_UP = 22;
    private static final int OLD = 65;
    private static final int YOUNGEST_PARENT = 18;
    private static final int OLDEST_MOTHER = 43;
    private static final int TRIES = 30;

    /// Of ten grown-up men, so many have a wife where there is one of their age.
    private static final int MARRIED = 8;

    private final LocalDate day;
    private final SplittableRandom random;
    private final InventedNames names;
    private final String group;
    private final List<Member> members = new ArrayList<>();

    /// The parents of each household that has some, the youngest last.
    private final List<Member> mothers = new ArrayList<>();

    private int households;

    /// @param names draws from `random` too
    InventedHamlet(LocalDate day, SplittableRandom random, InventedNames names) {
        this.day = day;
        this.random = random;
        this.names = names;
        this.group = names.ethnicGroup();
    }

    /// Exactly `count` people, household by household.
    List<Member> people(int count) {
        var men = new ArrayList<LocalDate>();
        var women = new ArrayList<LocalDate>();
        var young = new ArrayList<LocalDate>();
        for (int i = 0; i < count; i++) {
            var birth = AgePyramid.birth(day, random);
            if (age(birth) < GROWN_UP) {
                young.add(birth);
            } else {
                (random.nextInt(1000) < 488 ? men : women).add(birth);
            }
        }
        couples(men, women);
        men.forEach(m -> single(m, false));
        women.forEach(w -> single(w, true));
        young.forEach(this::child);
        members.sort(Comparator.comparingInt(Member::household).thenComparing(Member::birth));
        return members;
    }

    private void couples(List<LocalDate> men, List<LocalDate> women) {
        for (var man : List.copyOf(men)) {
            if (random.nextInt(10) >= MARRIED) {
                continue;
            }
            var wife =
                    women.stream()
                            .filter(w -> Math.abs(w.getYear() - man.getYear() - 2) <= 6)
                            .findFirst();
            if (wife.isPresent()) {
                men.remove(man);
                women.remove(wife.get());
                var family = names.family(group);
                int household = ++households;
                members.add(new Member(man, false, family, group, household));
                members.add(new Member(wife.get(), true, names.family(group), group, household));
                mothers.add(new Member(wife.get(), true, family, group, household));
            }
        }
    }

    /// Somebody without a partner: with grown-up children when old, with the parents when young,
    /// else alone.
    private void single(LocalDate birth, boolean female) {
        boolean old = age(birth) >= OLD;
        var with =
                old
                        ? household(m -> between(birth, m.birth()))
                        : household(m -> between(m.birth(), birth));
        var family = with.filter(_ -> !female || !old).map(Member::family);
        int household = with.map(Member::household).orElseGet(() -> ++households);
        members.add(
                new Member(
                        birth,
                        female,
                        family.orElseGet(() -> names.family(group)),
                        group,
                        household));
    }

    private void child(LocalDate birth) {
        boolean female = random.nextInt(1000) < 475;
        var parents = household(m -> between(m.birth(), birth)).or(() -> household(_ -> true));
        var family = parents.map(Member::family).orElseGet(() -> names.family(group));
        int household = parents.map(Member::household).orElseGet(() -> ++households);
        members.add(new Member(birth, female, family, group, household));
    }

    /// Whether a woman born on the one day may be the mother of somebody born on the other.
    private static boolean between(LocalDate mother, LocalDate child) {
        int years = child.getYear() - mother.getYear();
        return years >= YOUNGEST_PARENT && years <= OLDEST_MOTHER;
    }

    private Optional<Member> household(java.util.function.Predicate<Member> fits) {
        for (int i = 0; i < TRIES && !mothers.isEmpty(); i++) {
            var mother = mothers.get(random.nextInt(mothers.size()));
            if (fits.test(mother)) {
                return Optional.of(mother);
            }
        }
        return Optional.empty();
    }

    private int age(LocalDate birth) {
        return Birth.on(birth).age(day);
    }
}
