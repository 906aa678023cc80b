package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the print has ridges that go on from patch to patch in nearly the same direction.
///
/// - **Unit, range**: square millimetres, 0 to the foreground's. More is better.
/// - **Definition**: patches of the foreground whose direction (by the power of the waves of 5 to
///   14 pixels) differs from those of the patches around it by at most 0.2 radians on the mean;
///   0.66 mm² each.
/// - **Source**: after the orientation flow of ISO/IEC 29794-4; the limit was tuned on FVC2000 and
///   FVC2002, 2026-11.
/// - **Blind to**: the strength of the ridges; and core and delta of a good print are not steady.
final class SteadyArea implements Metric<Print> {
    /// Radians.
    private static final double STEADY = 0.2;

    @Override
    public String name() {
        return "steady-area";
    }

    @Override
    public Reading measure(Print print) {
        return new Reading.Measured(name(), mm2(print), "mm2");
    }

    static double mm2(Print print) {
        return print.patches().stream().filter(p -> isSteady(print, p)).count()
                * Print.MM2_PER_PATCH;
    }

    private static boolean isSteady(Print print, Patch patch) {
        var around = print.neighbours(patch);
        double sum = 0;
        for (var other : around) {
            sum += Directions.between(patch.spectrum().normal(), other.spectrum().normal());
        }
        return !around.isEmpty() && sum <= STEADY * around.size();
    }
}
