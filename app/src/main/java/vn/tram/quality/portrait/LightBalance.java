package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether forehead, cheeks and chin are lit alike.
///
/// - **Unit, range**: 1, from 0 to 1 (all alike). More is better.
/// - **Definition**: mean of the darkest zone over mean of the brightest, in the worst of red,
///   green and blue; zones are squares of 0.3 of the distance between the eyes on forehead, cheeks
///   and chin (mesh points 151, 50, 280, 199).
/// - **Source**: the four measurement zones of ISO/IEC 19794-5:2011, lighting.
/// - **Blind to**: hair over the forehead and beards, which it takes for shade.
final class LightBalance implements Metric<Face> {
    private static final int[] ZONES = {
        Zone.FOREHEAD, Zone.LEFT_CHEEK, Zone.RIGHT_CHEEK, Zone.CHIN
    };

    @Override
    public String name() {
        return "light-balance";
    }

    @Override
    public Reading measure(Face face) {
        double worst = 1;
        for (int channel = 0; channel < 3; channel++) {
            double darkest = Double.POSITIVE_INFINITY;
            double brightest = 0;
            for (int point : ZONES) {
                double mean = Zone.at(point).means(face.aligned())[channel];
                darkest = Math.min(darkest, mean);
                brightest = Math.max(brightest, mean);
            }
            worst = Math.min(worst, brightest == 0 ? 1 : darkest / brightest);
        }
        return Double.isNaN(worst)
                ? new Reading.NotMeasurable(name(), "a zone lies outside the frame")
                : new Reading.Measured(name(), worst, "1");
    }
}
