package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the print shows ridges that a matcher can use.
///
/// - **Unit, range**: square millimetres, 0 to the foreground's. More is better.
/// - **Definition**: patches of the foreground whose strongest wave has at least 0.4 of the power
///   and a period of 5 to 14 pixels, and differs by at most 15 % from the median of the patches
///   around it; 0.66 mm² each.
/// - **Source**: own; an area of steady ridge period predicted comparison scores as well as NFIQ 2
///   in a study of eight public sets.
/// - **Blind to**: minutiae: an area of straight ridges counts like one full of them.
final class RidgeArea implements Metric<Print> {
    private static final double LEAST_CONCENTRATION = 0.4;
    private static final double SLOWEST = (double) Print.PATCH / 14;
    private static final double FASTEST = (double) Print.PATCH / 5;
    private static final double STEADY = 0.15;

    @Override
    public String name() {
        return "ridge-area";
    }

    @Override
    public Reading measure(Print print) {
        long good = print.patches().stream().filter(p -> isSteady(print, p)).count();
        return new Reading.Measured(name(), good * Print.MM2_PER_PATCH, "mm2");
    }

    private static boolean isSteady(Print print, Patch patch) {
        double peak = patch.spectrum().peak();
        if (patch.spectrum().concentration() < LEAST_CONCENTRATION
                || peak < SLOWEST
                || peak > FASTEST) {
            return false;
        }
        var around = print.medianAround(patch, p -> p.spectrum().peak());
        return around.isPresent()
                && Math.abs(peak - around.getAsDouble()) <= STEADY * around.getAsDouble();
    }
}
