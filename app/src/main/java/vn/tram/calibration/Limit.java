package vn.tram.calibration;

import java.util.OptionalDouble;

/// What a reading may be.
///
/// @param least and `most`: empty where there is no limit on that side; a limit without either only
///   records
/// @param source whose limit it is, with the clause, as written in certificates
public record Limit(OptionalDouble least, OptionalDouble most, String source) {
    /// Recorded, not judged.
    public static Limit none() {
        return new Limit(OptionalDouble.empty(), OptionalDouble.empty(), "");
    }

    public boolean holds(double value) {
        return (least.isEmpty() || value >= least.getAsDouble())
                && (most.isEmpty() || value <= most.getAsDouble());
    }
}
