package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How cleanly ridges and valleys part in the worse part of the print.
///
/// - **Unit, range**: share, 0 to 1. More is better.
/// - **Definition**: as [LocalClarity]; of the patches of the foreground, the value that a fifth
///   falls below.
/// - **Source**: ISO/IEC 29794-4, local clarity score, there as mean and histogram.
/// - **Blind to**: how good the better four fifths are.
final class WeakClarity implements Metric<Print> {
    @Override
    public String name() {
        return "weak-clarity";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.quantile(print, name(), "share", 0.2, p -> p.profile().clarity());
    }
}
