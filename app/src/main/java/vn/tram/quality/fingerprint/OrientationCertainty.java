package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How surely each patch of the print has one direction.
///
/// - **Unit, range**: share, 0 (none) to 1 (perfectly parallel ridges). More is better.
/// - **Definition**: 1 - smaller / larger eigenvalue of the covariance of the gradients, mean over
///   the patches of the foreground.
/// - **Source**: ISO/IEC 29794-4, orientation certainty level; there over all blocks of the
///   picture, here on the foreground only.
/// - **Blind to**: whether the parallel lines are ridges; and it is low at cores and deltas of a
///   good print.
final class OrientationCertainty implements Metric<Print> {
    @Override
    public String name() {
        return "orientation-certainty";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "share", p -> p.direction().certainty());
    }
}
