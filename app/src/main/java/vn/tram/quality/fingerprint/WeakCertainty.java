package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How surely the worse part of the print has one direction at each place.
///
/// - **Unit, range**: share, 0 to 1. More is better.
/// - **Definition**: as [OrientationCertainty]; of the patches of the foreground, the value that a
///   fifth falls below.
/// - **Source**: ISO/IEC 29794-4, orientation certainty level, there as mean and histogram.
/// - **Blind to**: how good the better four fifths are.
final class WeakCertainty implements Metric<Print> {
    @Override
    public String name() {
        return "weak-certainty";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.quantile(print, name(), "share", 0.2, p -> p.direction().certainty());
    }
}
