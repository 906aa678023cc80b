package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How dark the touched part is.
///
/// - **Unit, range**: gray levels, 0 (black) to 255 (white). Light prints come from dry skin or a
///   light touch, dark ones from wet skin or a hard press.
/// - **Definition**: mean over the patches of the foreground of their mean.
/// - **Source**: after the mean of the region of interest of ISO/IEC 29794-4.
/// - **Blind to**: the exposure of the scanner, which it mixes with the skin.
final class MeanGray implements Metric<Print> {
    @Override
    public String name() {
        return "mean-gray";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.mean(print, name(), "gray levels", Patch::mean);
    }
}
