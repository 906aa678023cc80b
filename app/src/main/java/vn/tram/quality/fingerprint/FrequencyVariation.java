package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much the ridge frequency jumps from patch to patch.
///
/// - **Unit, range**: share, 0 (steady) to about 0.6. Less is better.
/// - **Definition**: difference of a patch's strongest wave from the median of the patches around
///   it, over that median; mean over the patches of the foreground that have neighbours.
/// - **Source**: own. Ridges of one finger change width slowly; cracks and noise do not.
/// - **Blind to**: prints that are wrong all over in the same way.
final class FrequencyVariation implements Metric<Print> {
    @Override
    public String name() {
        return "frequency-variation";
    }

    @Override
    public Reading measure(Print print) {
        double sum = 0;
        int count = 0;
        for (var patch : print.patches()) {
            double middle = print.medianAround(patch, p -> p.spectrum().peak()).orElse(0);
            if (middle > 0) {
                sum += Math.abs(patch.spectrum().peak() - middle) / middle;
                count++;
            }
        }
        return count == 0
                ? OverPatches.none(name())
                : new Reading.Measured(name(), sum / count, "share");
    }
}
