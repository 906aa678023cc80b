package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much the gray levels change along the ridges.
///
/// - **Unit, range**: ratio, 0 (smooth) upwards; about 0.5 in a good print. Less is better.
/// - **Definition**: deviation of ridge and valley pixels from the mean of their column over the
///   distance of valley columns from ridge columns, see [Profile]; the median over the patches of
///   the foreground, each at most 9.
/// - **Source**: own. Dry ridges break into dots, wet valleys fill in places; both change along the
///   ridge, the pattern itself does not.
/// - **Blind to**: what breaks the ridges: dots, pores, scars, noise of the sensor.
final class RidgeRoughness implements Metric<Print> {
    private static final double MOST = 9;

    @Override
    public String name() {
        return "ridge-roughness";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.quantile(print, name(), "ratio", 0.5, RidgeRoughness::of);
    }

    private static double of(Patch patch) {
        var profile = patch.profile();
        return Math.min(MOST, profile.noise() / Math.max(1, profile.separation()));
    }
}
