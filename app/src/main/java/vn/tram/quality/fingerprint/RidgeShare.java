package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the print is ridge.
///
/// - **Unit, range**: share, 0 to 1; about 0.5 in a good print. Less where skin is dry or touches
///   lightly, more where it is wet or pressed hard.
/// - **Definition**: share of ridge columns of [Profile]; mean over the patches of the foreground.
/// - **Source**: own, after the ridge-valley uniformity of ISO/IEC 29794-4; [RidgeImbalance] is the
///   same without the sign.
/// - **Blind to**: how dark ridges are; and smears, whose columns are neither.
final class RidgeShare implements Metric<Print> {
    @Override
    public String name() {
        return "ridge-share";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "share", p -> p.profile().ridges());
    }
}
