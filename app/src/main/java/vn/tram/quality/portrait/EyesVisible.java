package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether the eyes are hidden behind dark glasses.
///
/// - **Unit, range**: 1, from 0; bare eyes have 0.5 and up, in hard light from above down to 0.3;
///   dark glasses to 0.28. More is better.
/// - **Definition**: mean luma in squares of 0.3 of the distance between the eyes at both eyes'
///   lower lids (mesh points 145 and 374), the darker one, over the mean luma of the cheeks.
/// - **Source**: own; ISO/IEC 29794-5 *eyes visible* asks a parsing network that is not free.
/// - **Blind to**: clear glasses, slight tints, mirror glasses, hair over the eyes.
final class EyesVisible implements Metric<Face> {
    private static final int LEFT_LID = 145;
    private static final int RIGHT_LID = 374;

    @Override
    public String name() {
        return "eyes-visible";
    }

    @Override
    public Reading measure(Face face) {
        double eyes = Math.min(luma(face, LEFT_LID), luma(face, RIGHT_LID));
        double cheeks = (luma(face, Zone.LEFT_CHEEK) + luma(face, Zone.RIGHT_CHEEK)) / 2;
        double ratio = eyes / cheeks;
        return Double.isFinite(ratio)
                ? new Reading.Measured(name(), ratio, "1")
                : new Reading.NotMeasurable(name(), "the cheeks are black or outside the frame");
    }

    private static double luma(Face face, int point) {
        var means = Zone.at(point).means(face.aligned());
        return 0.299 * means[0] + 0.587 * means[1] + 0.114 * means[2];
    }
}
