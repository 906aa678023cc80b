package vn.tram.domain;

/// What one metric measured.
public sealed interface Reading {
    /// The metric's name, lower-dash, such as `orientation-certainty`.
    String metric();

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
