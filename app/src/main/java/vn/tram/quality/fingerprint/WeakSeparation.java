package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far ridges and valleys lie apart, measured by the noise on them, in the worse part of the
/// print.
///
/// - **Unit, range**: ratio, 0 to about 10. More is better.
/// - **Definition**: mean of the valley columns less mean of the ridge columns of [Profile], over
///   its noise plus 3 gray levels (the noise of a scanner, without which an empty glass would be
///   good); of the patches of the foreground, the value that a fifth falls below.
/// - **Source**: own, after the local clarity score of ISO/IEC 29794-4.
/// - **Blind to**: the width of ridges, and the better four fifths.
final class WeakSeparation implements Metric<Print> {
    /// Gray levels.
    private static final double SCANNER_NOISE = 3;

    @Override
    public String name() {
        return "weak-separation";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.quantile(
                print,
                name(),
                "ratio",
                0.2,
                p -> p.profile().separation() / (p.profile().noise() + SCANNER_NOISE));
    }
}
