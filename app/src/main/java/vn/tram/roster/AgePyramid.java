package vn.tram.roster;

import java.time.LocalDate;
import java.util.SplittableRandom;

/// Births in the shape of Vietnam's population: shares of five-year groups, rounded, of the order
/// that the census of 2019 and the survey of 2024 show (recalled, for training only).
final class AgePyramid {
    /// Of 1,000 people, from 0 to 4 years up to 85 to 89.
    private static final int[] OF_THOUSAND = {
        69, 80, 82, 69, 65, 70, 82, 81, 76, 66, 61, 56, 50, 40, 25, 13, 8, 7
    };

    private static final int YEARS = 5;

    private AgePyramid() {}

    /// @param day on which the shares hold
    static LocalDate birth(LocalDate day, SplittableRandom random) {
        int at = random.nextInt(1000);
        int group = 0;
        while (at >= OF_THOUSAND[group]) {
            at -= OF_THOUSAND[group];
            group++;
        }
        var youngest = day.minusYears((long) group * YEARS);
        var oldest = youngest.minusYears(YEARS).plusDays(1);
        return LocalDate.ofEpochDay(
                random.nextLong(oldest.toEpochDay(), youngest.toEpochDay() + 1));
    }
}
