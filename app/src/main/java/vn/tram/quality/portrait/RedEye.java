package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether a flash has lit the eyes' ground.
///
/// - **Unit, range**: 1, from 0 to 1; no eye of the portraits at hand has any. Less is better.
/// - **Definition**: share of the pixels within 0.8 of the iris's radius whose CIELAB a* lies 25 or
///   more above the cheeks', in the worse eye; the cheeks take a cast of colour out.
/// - **Source**: own; that pupils show no red is ISO/IEC 39794-5, *eye colour*.
/// - **Blind to**: eyes that are closed; coloured lenses.
final class RedEye implements Metric<Face> {
    private static final double REDDER = 25;
    private static final double WITHIN = 0.8;

    @Override
    public String name() {
        return "red-eye";
    }

    @Override
    public Reading measure(Face face) {
        double cheeks =
                (Zone.at(Zone.LEFT_CHEEK).colour(face.aligned()).a()
                                + Zone.at(Zone.RIGHT_CHEEK).colour(face.aligned()).a())
                        / 2;
        double worse =
                Math.max(
                        red(face.aligned(), Landmarks.LEFT_IRIS, cheeks),
                        red(face.aligned(), Landmarks.RIGHT_IRIS, cheeks));
        return Double.isFinite(worse)
                ? new Reading.Measured(name(), worse, "1")
                : new Reading.NotMeasurable(name(), "an iris or a cheek lies outside the frame");
    }

    private static double red(Aligned face, int iris, double cheeks) {
        var mesh = face.landmarks();
        var centre = mesh.at(iris);
        double radius = 0;
        for (int i = 1; i <= 4; i++) {
            radius += WITHIN * mesh.distance(iris, iris + i) / 4;
        }
        var picture = face.picture();
        int all = 0;
        int red = 0;
        int bottom = (int) Math.min(picture.height() - 1, centre.y() + radius);
        int right = (int) Math.min(picture.width() - 1, centre.x() + radius);
        for (int y = (int) Math.max(0, centre.y() - radius); y <= bottom; y++) {
            for (int x = (int) Math.max(0, centre.x() - radius); x <= right; x++) {
                if (centre.distance(new Point(x, y)) <= radius) {
                    all++;
                    red += Lab.of(picture.at(x, y)).a() > cheeks + REDDER ? 1 : 0;
                }
            }
        }
        return all == 0 || Double.isNaN(cheeks) ? Double.NaN : (double) red / all;
    }
}
