package vn.tram.quality.fingerprint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.tram.domain.Reading;

/// Whether lines can be ridges of skin. What cannot gets no score.
final class Skin {
    /// Lines that are ridges go on in the same direction: the steady share of the foreground is at
    /// least this part of the certainty of directions. The least of 640 public prints has 0.22; a
    /// face, full of edges that lead nowhere, has up to 0.17.
    private static final double LEAST_STEADINESS = 0.2;

    /// In any case at least this share is steady; the least of the prints has 0.080.
    private static final double LEAST_STEADY = 0.06;

    /// Drawn lines, printed patterns and cloth are as far apart everywhere, writing is not: of 640
    /// public prints the least has 0.047, the largest 0.22.
    private static final double LEAST_VARIATION = 0.02;

    private static final double MOST_VARIATION = 0.25;

    /// Ridges of 640 public prints, children's among them, are 0.32 to 0.63 mm apart.
    private static final double NARROWEST = 0.3;

    private static final double WIDEST = 0.67;

    private Skin() {}

    /// Why a print has no score.
    ///
    /// @param metric whose reading tells it
    record Doubt(String metric, String why) {}

    /// @param readings of the print, of [FingerprintJudge#metrics]
    static Optional<Doubt> doubt(Print print, List<Reading> readings) {
        double certainty = Reading.value(readings, "orientation-certainty").orElse(0);
        double steady = Reading.value(readings, "steady-area").orElse(0);
        double least = Math.max(LEAST_STEADY, LEAST_STEADINESS * certainty);
        if (steady < least * print.foregroundMm2()) {
            return Optional.of(new Doubt("steady-area", "no ridges of a finger"));
        }
        double period = Reading.value(readings, RidgePeriod.NAME).orElse(NARROWEST);
        if (period < NARROWEST || period > WIDEST) {
            return Optional.of(
                    new Doubt(
                            RidgePeriod.NAME,
                            String.format(
                                    Locale.ROOT,
                                    "lines %.2f mm apart are no finger's: is the stated resolution right?",
                                    period)));
        }
        double variation = Reading.value(readings, "frequency-variation").orElse(LEAST_VARIATION);
        return variation < LEAST_VARIATION || variation > MOST_VARIATION
                ? Optional.of(new Doubt("frequency-variation", "lines as no finger has them"))
                : Optional.empty();
    }
}
