package vn.tram.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;

/// Communes of invented people, for training and measurements: the same seed and number always give
/// the same ones, in the midst of a campaign. Everybody's number begins with 000, a place where no
/// birth is registered, and everybody lives in a commune *Mẫu* (model) of a province *Mẫu*, which
/// is on no map.
public final class InventedCommunes {
    /// More people than this would not have different numbers by a wide margin.
    public static final int MOST = 100_000;

    /// The day on which ages are as the pyramid has them. Fixed: today must not change a commune.
    public static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private static final int SERIALS = 1_000_000;

    /// Prime to [#SERIALS], so that everybody has a serial number of his own.
    private static final long STRIDE = 700_001;

    private static final int LARGEST_HAMLET = 560;
    private static final int SMALLEST_HAMLET = 240;
    private static final int HAMLETS = 12;
    private static final int HOUSEHOLDS_OF_GROUP = 12;
    private static final int CAMPAIGN_DAYS = 60;

    private final long seed;

    public InventedCommunes(long seed) {
        this.seed = seed;
    }

    /// @param count 1 to [#MOST]
    public List<Person> people(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " people are not 1 to " + MOST);
        }
        var random = new SplittableRandom(seed);
        var people = new ArrayList<Person>(count);
        for (int hamlet = 0; people.size() < count; hamlet++) {
            int size = random.nextInt(SMALLEST_HAMLET, LARGEST_HAMLET + 1);
            hamlet(hamlet, Math.min(size, count - people.size()), random.split(), people);
        }
        return List.copyOf(people);
    }

    private void hamlet(int hamlet, int size, SplittableRandom random, List<Person> people) {
        var commune = "xã Mẫu " + (hamlet / HAMLETS + 1);
        var name = "Thôn " + (hamlet % HAMLETS + 1);
        var names = new InventedNames(random);
        for (var member : new InventedHamlet(DAY, random, names).people(size)) {
            var home =
                    new Home(
                            name + " – " + commune,
                            "Liên gia " + ((member.household() - 1) / HOUSEHOLDS_OF_GROUP + 1),
                            "Hộ " + member.household());
            var residence = String.join(", ", home.household(), name, commune, "tỉnh Mẫu");
            people.add(person(member, home, residence, names, random, people.size()));
        }
    }

    private Person person(
            InventedHamlet.Member member,
            Home home,
            String residence,
            InventedNames names,
            SplittableRandom random,
            int index) {
        int age = Birth.on(member.birth()).age(DAY);
        long serial = (index * STRIDE + Math.floorMod(seed, (long) SERIALS)) % SERIALS;
        var name = names.name(member.group(), member.family(), member.female());
        var citizen = new Citizen(Map.of());
        citizen = with(Field.PERSONAL_NUMBER, number(member, serial), citizen);
        citizen = with(Field.NAME, name, citizen);
        citizen = with(Field.BIRTH_DATE, member.birth().toString(), citizen);
        citizen = with(Field.SEX, member.female() ? "F" : "M", citizen);
        citizen = with(Field.ETHNIC_GROUP, member.group(), citizen);
        citizen = with(Field.RESIDENCE, residence, citizen);
        if (age >= 15 && random.nextInt(10) < 8) {
            citizen = with(Field.PHONE, "0000%06d".formatted(serial), citizen);
        }
        var absence = absence(age, random);
        return new Person(
                citizen,
                Birth.on(member.birth()),
                home,
                categories(age, random),
                absence,
                done(age, absence.isPresent(), random));
    }

    private static Citizen with(Field field, String value, Citizen citizen) {
        return citizen.with(field, value, Source.ROSTER);
    }

    /// As Circular 59/2021/TT-BCA made numbers up: place, century and sex, year, serial number.
    private static String number(InventedHamlet.Member member, long serial) {
        int century = member.birth().getYear() / 100 - 19;
        return "000%d%02d%06d"
                .formatted(
                        century * 2 + (member.female() ? 1 : 0),
                        member.birth().getYear() % 100,
                        serial);
    }

    private static Set<Category> categories(int age, SplittableRandom random) {
        var categories = EnumSet.noneOf(Category.class);
        if (age >= 75) {
            categories.add(Category.OLD);
        }
        if (random.nextInt(1000) < (age >= 60 ? 40 : 5)) {
            categories.add(Category.ILL);
        }
        if (random.nextInt(1000) < 20) {
            categories.add(Category.DISABLED);
        }
        if (random.nextInt(1000) < (age >= 75 ? 40 : 1)) {
            categories.add(Category.BEDRIDDEN);
        }
        return categories;
    }

    private static Optional<Absence> absence(int age, SplittableRandom random) {
        if (age < 16 || age > 55 || random.nextInt(100) >= (age <= 35 ? 18 : 8)) {
            return Optional.empty();
        }
        var reasons = Absence.Reason.values();
        var reason =
                age <= 22 && random.nextBoolean()
                        ? Absence.Reason.STUDY
                        : reasons[random.nextInt(reasons.length)];
        var back =
                random.nextInt(3) == 0
                        ? Optional.<LocalDate>empty()
                        : Optional.of(DAY.plusDays(random.nextInt(1, 120)));
        return Optional.of(new Absence(reason, back));
    }

    private static Optional<Done> done(int age, boolean away, SplittableRandom random) {
        if (age < 14 || random.nextInt(100) >= (away ? 10 : 70)) {
            return Optional.empty();
        }
        return Optional.of(new Done(Optional.of(DAY.minusDays(random.nextInt(1, CAMPAIGN_DAYS)))));
    }
}
