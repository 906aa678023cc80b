package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far one eye is open. Its definition, range and source are those of [EyesOpen], which holds
/// the smaller one.
///
/// @param side the citizen's own left or right, in a picture that is not mirrored
record EyeOpen(Side side) implements Metric<Face> {
    enum Side {
        LEFT,
        RIGHT
    }

    @Override
    public String name() {
        return switch (side) {
            case LEFT -> "left-eye-open";
            case RIGHT -> "right-eye-open";
        };
    }

    @Override
    public Reading measure(Face face) {
        double open = openness(face);
        return Double.isFinite(open)
                ? new Reading.Measured(name(), open, "1")
                : new Reading.NotMeasurable(name(), "the eye has no width");
    }

    /// Not a number when the eye has no width.
    double openness(Face face) {
        var mesh = face.landmarks();
        return switch (side) {
            case RIGHT ->
                    (mesh.distance(159, 145) + mesh.distance(158, 153))
                            / (2 * mesh.distance(Landmarks.LEFT_OUTER, Landmarks.LEFT_INNER));
            case LEFT ->
                    (mesh.distance(386, 374) + mesh.distance(385, 380))
                            / (2 * mesh.distance(Landmarks.RIGHT_OUTER, Landmarks.RIGHT_INNER));
        };
    }
}
