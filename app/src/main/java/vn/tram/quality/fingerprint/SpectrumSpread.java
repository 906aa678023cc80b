package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How widely the frequencies of each patch lie apart.
///
/// - **Unit, range**: waves a patch of 1.6 mm, 0 to about 4. Less is better.
/// - **Definition**: standard deviation of the frequency, weighted with the power, over all waves
///   between 2.5 and 21 pixels; mean over the patches of the foreground.
/// - **Source**: own, after the frequency domain analysis of ISO/IEC 29794-4.
/// - **Blind to**: directions.
final class SpectrumSpread implements Metric<Print> {
    @Override
    public String name() {
        return "spectrum-spread";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "waves per patch", p -> p.spectrum().spread());
    }
}
