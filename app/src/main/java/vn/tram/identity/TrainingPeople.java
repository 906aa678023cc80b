package vn.tram.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;

/// Invented citizens for training and for runs without people. The same seed and index always give
/// the same one; nobody real has such a name or number (numbers begin with 000, a place where no
/// birth is registered).
public final class TrainingPeople {
    /// How many people of one seed have different numbers.
    public static final int MOST = 1_000_000;

    private static final List<String> FAMILIES =
            List.of(
                    "NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "HUỲNH", "PHAN", "VŨ", "VÕ", "ĐẶNG",
                    "BÙI", "ĐỖ", "HỒ", "NGÔ", "DƯƠNG", "LÝ");
    private static final List<String> GIVEN =
            List.of(
                    "MẪU", "THỬ", "NHÁP", "TẬP", "DỤ", "GIẢ", "LUYỆN", "ĐỊNH", "KIỂM", "SOÁT",
                    "ƯỚM", "VÍ");
    private static final List<String> GROUPS =
            List.of("Kinh", "Kinh", "Kinh", "Kinh", "Tày", "Thái", "Mường", "Nùng", "HMông");
    private static final List<List<String>> UNITS =
            Lines.of(TrainingPeople.class, "training-units.tsv");

    private static final LocalDate OLDEST = LocalDate.of(1946, 1, 1);
    private static final LocalDate YOUNGEST = LocalDate.of(2012, 1, 1);
    private static final LocalDate OLDEST_CHILD = LocalDate.of(2014, 1, 1);
    private static final LocalDate YOUNGEST_CHILD = LocalDate.of(2019, 1, 1);

    /// One in so many is a child with a representative.
    private static final int CHILD_EVERY = 20;

    /// Prime to [#MOST], so that every index has a serial number of its own.
    private static final long STRIDE = 700_001;

    private final long seed;

    public TrainingPeople(long seed) {
        this.seed = seed;
    }

    /// The first `count` of them.
    public List<Citizen> first(int count) {
        return IntStream.range(0, count).mapToObj(this::person).toList();
    }

    /// @param index 0 to [#MOST] - 1
    public Citizen person(int index) {
        if (index < 0 || index >= MOST) {
            throw new IllegalArgumentException("index " + index + " is not in 0 to " + (MOST - 1));
        }
        var random = new SplittableRandom(seed * MOST + index);
        boolean child = random.nextInt(CHILD_EVERY) == 0;
        boolean female = random.nextBoolean();
        var birth =
                child ? day(OLDEST_CHILD, YOUNGEST_CHILD, random) : day(OLDEST, YOUNGEST, random);
        long serial = (index * STRIDE + Math.floorMod(seed, (long) MOST)) % MOST;
        var citizen =
                with(Field.PERSONAL_NUMBER, number(birth, female, serial), new Citizen(Map.of()));
        citizen = with(Field.NAME, name(female, random), citizen);
        citizen = with(Field.BIRTH_DATE, birth.toString(), citizen);
        citizen = with(Field.SEX, female ? "F" : "M", citizen);
        citizen = with(Field.NATIONALITY, "Việt Nam", citizen);
        citizen = with(Field.ETHNIC_GROUP, one(GROUPS, random), citizen);
        citizen = with(Field.RESIDENCE, String.join(", ", one(UNITS, random)), citizen);
        citizen = with(Field.PHONE, "0000%06d".formatted(serial), citizen);
        if (child) {
            var parentBirth = birth.minusYears(20 + random.nextInt(20));
            boolean mother = random.nextBoolean();
            citizen = with(Field.GUARDIAN_NAME, name(mother, random), citizen);
            citizen = with(Field.GUARDIAN_NUMBER, number(parentBirth, mother, serial), citizen);
        }
        return citizen;
    }

    private static Citizen with(Field field, String value, Citizen citizen) {
        return citizen.with(field, value, Source.ROSTER);
    }

    private static LocalDate day(LocalDate from, LocalDate to, SplittableRandom random) {
        return LocalDate.ofEpochDay(random.nextLong(from.toEpochDay(), to.toEpochDay()));
    }

    private static String name(boolean female, SplittableRandom random) {
        return one(FAMILIES, random) + (female ? " THỊ " : " VĂN ") + one(GIVEN, random);
    }

    private static String number(LocalDate birth, boolean female, long serial) {
        int century = birth.getYear() / 100 - 19;
        return "000%d%02d%06d"
                .formatted(century * 2 + (female ? 1 : 0), birth.getYear() % 100, serial);
    }

    private static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }
}
