package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far two ways of reading the ridges' direction disagree.
///
/// - **Unit, range**: degrees, 0 to 90; noise has about 30. Less is better.
/// - **Definition**: angle between the direction across the ridges by gradients, which see the
///   finest lines, and by the power of all waves of 5 to 14 pixels; mean over the patches of the
///   foreground.
/// - **Source**: own. Cracks, pores and noise pull the gradients aside, not the ridges' wave; on
///   the public sets it predicts comparison scores better than either direction's own certainty.
/// - **Blind to**: strong parallel dirt, on which both agree.
final class DirectionDisagreement implements Metric<Print> {
    @Override
    public String name() {
        return "direction-disagreement";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "deg", Patch::disagreement);
    }
}
