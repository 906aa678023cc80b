package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Dynamic range of the face as the Shannon entropy of its gray levels.
///
/// - **Unit, range**: bits, 0 (one level only) to 8 (all 256 equally often). More is better.
/// - **Definition**: −Σ p log₂ p over the levels inside the face's outline, p their shares.
/// - **Source**: ISO/IEC 29794-5, *dynamic range*.
/// - **Blind to**: where the levels are; noise raises it.
final class DynamicRange implements Metric<Face> {
    @Override
    public String name() {
        return "dynamic-range";
    }

    @Override
    public Reading measure(Face face) {
        var histogram = FaceLuma.histogram(face);
        double bits = 0;
        for (int level = 0; level < histogram.length; level++) {
            double share = FaceLuma.share(histogram, level, level);
            if (share > 0) {
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return new Reading.Measured(name(), bits, "bits");
    }
}
