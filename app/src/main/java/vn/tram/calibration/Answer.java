package vn.tram.calibration;

import java.util.List;
import vn.tram.domain.Reading;

/// What a procedure says to the pictures it was given.
public sealed interface Answer {
    /// @param curves for the plots; may be none
    record Measured(List<Reading.Measured> readings, List<Curve> curves) implements Answer {
        public Measured {
            readings = List.copyOf(readings);
            curves = List.copyOf(curves);
        }

        Measured(List<Reading.Measured> readings) {
            this(readings, List.of());
        }
    }

    /// Nothing can be measured yet.
    record Do(Instruction instruction) implements Answer {}
}
