package vn.tram.enroll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/// Port: what happened to each device, for its technician. Nothing of people is in it. A device is
/// known by its identity, make, model and serial number. Every method may block and refuses the
/// JavaFX thread.
public interface DeviceHistory {
    /// How many days of a device are kept, the newest ones.
    int DAYS = 180;

    /// How many events of a device are kept, the newest ones.
    int EVENTS = 500;

    /// What can happen to a device.
    enum What {
        /// It was opened.
        FOUND,
        /// It was open and went.
        LOST,
        /// It was asked for a picture and gave a fault.
        FAULT,
        /// A certificate was issued that passed.
        PASSED,
        /// A certificate was issued that failed.
        FAILED,
        /// A supervisor lets it be used for a while.
        EXTENDED
    }

    /// @param detail the fault's type, or nothing; at most 300 characters
    record Event(Instant at, What what, String detail) {}

    /// What a device did in one day, or a part of that.
    ///
    /// @param captures attempts that were stored
    /// @param retries those of them that were not the first at their position
    /// @param scores fingers and faces that were scored, and `scoreSum` the sum of their scores
    record Day(LocalDate day, int captures, int retries, int faults, int scores, long scoreSum) {
        /// Nothing yet.
        public static Day of(LocalDate day) {
            return new Day(day, 0, 0, 0, 0, 0);
        }

        /// Both together, on the day of this one.
        public Day plus(Day more) {
            return new Day(
                    day,
                    captures + more.captures,
                    retries + more.retries,
                    faults + more.faults,
                    scores + more.scores,
                    scoreSum + more.scoreSum);
        }

        /// Mean score, 0 to 100; empty when nothing was scored.
        public OptionalDouble mean() {
            return scores == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) scoreSum / scores);
        }
    }

    /// @param days the oldest first
    /// @param events the newest first
    record Past(List<Day> days, List<Event> events) {
        public Past {
            days = List.copyOf(days);
            events = List.copyOf(events);
        }
    }

    /// Adds to what is known of a device, and lets go of what is too old. Durable when it returns.
    void add(String device, Day more, List<Event> events) throws StationFault;

    /// Empty for a device never heard of.
    Past of(String device) throws StationFault;
}
