package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of each patch is one wave.
///
/// - **Unit, range**: share, 0 to 1; parallel ridges of one width have more than 0.9. More is
///   better.
/// - **Definition**: power at the strongest wave of 5 to 14 pixels and its eight neighbours, over
///   the power of all waves between 2.5 and 21 pixels; mean over the patches of the foreground.
/// - **Source**: after ISO/IEC 29794-4, frequency domain analysis, in two dimensions.
/// - **Blind to**: the direction of neighbouring patches.
final class SpectrumConcentration implements Metric<Print> {
    @Override
    public String name() {
        return "spectrum-concentration";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "share", p -> p.spectrum().concentration());
    }
}
