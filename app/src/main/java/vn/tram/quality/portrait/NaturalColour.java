package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether skin has the colour of skin.
///
/// - **Unit, range**: CIELAB units, from 0 (natural). Less is better.
/// - **Definition**: distance of the cheeks' mean (a, b) from the rectangle a 5 to 25, b 5 to 35;
///   cheeks as in [IlluminationUniformity], mean colour taken in sRGB.
/// - **Source**: ISO/IEC 29794-5, *natural colour*; the rectangle is OFIQ 1.0's.
/// - **Blind to**: a slight cast; and where make-up ends and light begins.
final class NaturalColour implements Metric<Face> {
    private static final double LEAST_A = 5;
    private static final double MOST_A = 25;
    private static final double LEAST_B = 5;
    private static final double MOST_B = 35;

    @Override
    public String name() {
        return "natural-colour";
    }

    @Override
    public Reading measure(Face face) {
        double distance = off(face);
        return Double.isNaN(distance)
                ? new Reading.NotMeasurable(name(), "a cheek lies outside the frame")
                : new Reading.Measured(name(), distance, "CIELAB");
    }

    /// Not a number when a cheek lies outside the frame.
    static double off(Face face) {
        var left = Zone.at(Zone.LEFT_CHEEK).means(face.aligned());
        var right = Zone.at(Zone.RIGHT_CHEEK).means(face.aligned());
        var skin =
                Lab.of(
                        (left[0] + right[0]) / 2,
                        (left[1] + right[1]) / 2,
                        (left[2] + right[2]) / 2);
        return Math.hypot(outside(skin.a(), LEAST_A, MOST_A), outside(skin.b(), LEAST_B, MOST_B));
    }

    private static double outside(double value, double least, double most) {
        return Math.max(0, Math.max(least - value, value - most));
    }
}
