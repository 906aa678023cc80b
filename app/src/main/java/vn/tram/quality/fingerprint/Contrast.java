package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far ridges and valleys lie apart.
///
/// - **Unit, range**: gray levels, 0 to 255. More is better, up to where the scanner saturates.
/// - **Definition**: in each patch of the foreground the mean of the pixels lighter than the mean
///   of the patch, less the mean of the others; the median over the patches.
/// - **Source**: own; the median keeps scars and wet spots from deciding.
/// - **Blind to**: what the pattern is: a checkerboard has contrast too.
final class Contrast implements Metric<Print> {
    @Override
    public String name() {
        return "contrast";
    }

    @Override
    public Reading measure(Print print) {
        return OverPatches.quantile(print, name(), "gray levels", 0.5, Patch::separation);
    }
}
