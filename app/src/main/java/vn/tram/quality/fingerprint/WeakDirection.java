package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How surely the worse part of the print has directions.
///
/// - **Unit, range**: share, 0 to 1. More is better.
/// - **Definition**: length of the mean of the doubled directions of all waves of 5 to 14 pixels,
///   weighted with their power; of the patches of the foreground, the value that a fifth falls
///   below.
/// - **Source**: own.
/// - **Blind to**: how good the better four fifths are.
final class WeakDirection implements Metric<Print> {
    @Override
    public String name() {
        return "weak-direction";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.quantile(print, name(), "share", 0.2, p -> p.spectrum().direction());
    }
}
