package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of what is seen is as wide as ridges.
///
/// - **Unit, range**: share, 0 to 1. More is better.
/// - **Definition**: power of the waves of 5 to 14 pixels over that of all between 2.5 and 21
///   pixels; mean over the patches of the foreground.
/// - **Source**: own, after the frequency domain analysis of ISO/IEC 29794-4.
/// - **Blind to**: the waves' directions.
final class RidgePower implements Metric<Print> {
    @Override
    public String name() {
        return "ridge-power";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "share", p -> p.spectrum().ridgePower());
    }
}
