package vn.tram.papers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// Counts working days: Monday to Friday, holidays off.
public final class WorkingDays {
    private WorkingDays() {}

    /// The `count`-th working day after `day`; `day` itself does not count.
    ///
    /// @param count at least 1
    /// @throws IllegalArgumentException when `count` is less
    public static LocalDate after(LocalDate day, int count, Set<LocalDate> holidays) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " working days");
        }
        var due = day;
        for (int left = count; left > 0; ) {
            due = due.plusDays(1);
            if (isWorking(due, holidays)) {
                left--;
            }
        }
        return due;
    }

    private static boolean isWorking(LocalDate day, Set<LocalDate> holidays) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
