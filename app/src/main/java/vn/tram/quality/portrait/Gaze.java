package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether the eyes look aside.
///
/// - **Unit, range**: 1, from −0.5 to 0.5; 0 is ahead, above 0 towards the picture's right, which
///   is the citizen's left.
/// - **Definition**: (a − b) / 2, a the place of the left iris along its eye from outer corner (0)
///   to inner corner (1), b that of the right iris along its own.
/// - **Source**: own; irises by MediaPipe's attention mesh.
/// - **Blind to**: looking up and down; eyes that are closed or covered.
final class Gaze implements Metric<Face> {
    @Override
    public String name() {
        return "gaze";
    }

    @Override
    public Reading measure(Face face) {
        var mesh = face.landmarks();
        double left =
                along(
                        mesh.at(Landmarks.LEFT_IRIS),
                        mesh.at(Landmarks.LEFT_OUTER),
                        mesh.at(Landmarks.LEFT_INNER));
        double right =
                along(
                        mesh.at(Landmarks.RIGHT_IRIS),
                        mesh.at(Landmarks.RIGHT_OUTER),
                        mesh.at(Landmarks.RIGHT_INNER));
        double gaze = (left - right) / 2;
        return Double.isFinite(gaze)
                ? new Reading.Measured(name(), gaze, "1")
                : new Reading.NotMeasurable(name(), "the eyes have no width");
    }

    /// 0 at `from`, 1 at `to`.
    private static double along(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / (dx * dx + dy * dy);
    }
}
