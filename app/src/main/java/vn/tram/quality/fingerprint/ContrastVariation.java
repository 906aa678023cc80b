package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How unevenly ridges and valleys lie apart over the print.
///
/// - **Unit, range**: ratio, 0 (even) to about 1. Less is better.
/// - **Definition**: mean of the valley columns less mean of the ridge columns of [Profile], over
///   the patches of the foreground: its standard deviation by its mean plus 1 gray level.
/// - **Source**: own. Uneven pressure, wet spots and remains of earlier prints show in it.
/// - **Blind to**: how strong the contrast is.
final class ContrastVariation implements Metric<Print> {
    @Override
    public String name() {
        return "contrast-variation";
    }

    @Override
    public Reading measure(Print print) {
        var values = print.patches().stream().mapToDouble(p -> p.profile().separation()).toArray();
        if (values.length == 0) {
            return OverPatches.none(name());
        }
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        return new Reading.Measured(name(), Math.sqrt(variance) / (mean + 1), "ratio");
    }
}
