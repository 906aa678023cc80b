package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How unequal ridges and valleys are in width.
///
/// - **Unit, range**: share, 0 (equal) to 0.5. Less is better: wet or hard pressed ridges flow into
///   each other, dry ones thin out.
/// - **Definition**: share of ridge columns of [Profile] less one half, without its sign; mean over
///   the patches of the foreground.
/// - **Source**: own, after the ridge-valley uniformity of ISO/IEC 29794-4.
/// - **Blind to**: which of the two is wider; [MeanGray] tells.
final class RidgeImbalance implements Metric<Print> {
    @Override
    public String name() {
        return "ridge-imbalance";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "share", p -> Math.abs(p.profile().ridges() - 0.5));
    }
}
