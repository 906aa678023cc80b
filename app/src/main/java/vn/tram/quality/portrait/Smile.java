package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far the corners of the mouth are drawn up.
///
/// - **Unit, range**: 1, about −0.1 (drawn down) to 0.2; at rest about 0.02, a broad smile 0.1 and
///   up. Neither is neutral.
/// - **Definition**: height of the mouth's corners (mesh points 61, 291) above the middle of the
///   lips (midpoint of 0 and 17), along the line from chin to eyes, over that line's length.
/// - **Source**: own; stands in for ISO/IEC 29794-5 *expression neutrality*, which asks networks
///   that are not free.
/// - **Blind to**: frowns, raised brows, a smile of the eyes alone: the operator looks.
final class Smile implements Metric<Face> {
    private static final int LEFT_CORNER = 61;
    private static final int RIGHT_CORNER = 291;
    private static final int UPPER = 0;
    private static final int LOWER = 17;

    @Override
    public String name() {
        return "expression-neutrality";
    }

    @Override
    public Reading measure(Face face) {
        var mesh = face.landmarks();
        var chin = mesh.at(Landmarks.CHIN);
        var eyes = mesh.betweenEyes();
        var corners = Point.between(mesh.at(LEFT_CORNER), mesh.at(RIGHT_CORNER));
        var lips = Point.between(mesh.at(UPPER), mesh.at(LOWER));
        double upX = eyes.x() - chin.x();
        double upY = eyes.y() - chin.y();
        double length = Math.hypot(upX, upY);
        double lift =
                ((corners.x() - lips.x()) * upX + (corners.y() - lips.y()) * upY)
                        / (length * length);
        return Double.isFinite(lift)
                ? new Reading.Measured(name(), lift, "1")
                : new Reading.NotMeasurable(name(), "the face has no height");
    }
}
