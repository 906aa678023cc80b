package vn.tram.domain;

import java.util.List;
import java.util.OptionalDouble;

/// What one metric measured.
public sealed interface Reading {
    /// The metric's name, lower-dash, such as `orientation-certainty`.
    String metric();

    /// What a metric measured; empty where it was not read, or could not tell.
    static OptionalDouble value(List<Reading> readings, String metric) {
        for (var reading : readings) {
            if (reading instanceof Measured(var name, var value, _) && name.equals(metric)) {
                return OptionalDouble.of(value);
            }
        }
        return OptionalDouble.empty();
    }

    /// A number in the metric's unit.
    record Measured(String metric, double value, String unit) implements Reading {
        public Measured {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(metric + " measured " + value);
            }
        }
    }

    /// The metric cannot tell here, and why.
    record NotMeasurable(String metric, String why) implements Reading {}
}
