package vn.tram.calibration;

import vn.tram.domain.Reading;

/// A reading held against its limit.
public record Measure(Reading.Measured reading, Limit limit) {
    public boolean passed() {
        return limit.holds(reading.value());
    }
}
