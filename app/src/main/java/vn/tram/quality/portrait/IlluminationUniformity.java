package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether both cheeks are lit alike.
///
/// - **Unit, range**: 1, from 0 (no level in common) to 1 (the same histogram). More is better.
/// - **Definition**: Σ min(l, r) over luma levels, l and r the shares in squares of 0.3 of the
///   distance between the eyes on the left and the right cheek (mesh points 50 and 280), shares of
///   16 neighbouring levels taken together.
/// - **Source**: ISO/IEC 29794-5, *illumination uniformity*.
/// - **Blind to**: light from above or below; [LightBalance] sees that.
final class IlluminationUniformity implements Metric<Face> {
    private static final int BIN = 16;

    @Override
    public String name() {
        return "illumination-uniformity";
    }

    @Override
    public Reading measure(Face face) {
        var left = shares(Zone.at(Zone.LEFT_CHEEK).histogram(face.aligned()));
        var right = shares(Zone.at(Zone.RIGHT_CHEEK).histogram(face.aligned()));
        double common = 0;
        for (int i = 0; i < left.length; i++) {
            common += Math.min(left[i], right[i]);
        }
        return Double.isNaN(common)
                ? new Reading.NotMeasurable(name(), "a cheek lies outside the frame")
                : new Reading.Measured(name(), common, "1");
    }

    private static double[] shares(int[] histogram) {
        var shares = new double[histogram.length / BIN];
        double all = 0;
        for (int count : histogram) {
            all += count;
        }
        for (int level = 0; level < histogram.length; level++) {
            shares[level / BIN] += histogram[level] / all;
        }
        return shares;
    }
}
