package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the eyes lies under a reflection of a lamp on glasses.
///
/// - **Unit, range**: 1, from 0 to 1; bare eyes and clear glasses stay under 0.02. Less is better.
/// - **Definition**: share of pixels that are bright (greatest channel above 235) and without
///   colour (least channel above 82 % of it) around the worse eye: its contour drawn 1.9 times as
///   large.
/// - **Source**: own; part of ISO/IEC 29794-5 *eyes visible*, which asks a parsing network that is
///   not free.
/// - **Blind to**: weak streaks; an overexposed face is all glare.
final class Glare implements Metric<Face> {
    private static final int BRIGHT = 235;
    private static final double COLOURLESS = 0.82;
    private static final double AROUND = 1.9;

    @Override
    public String name() {
        return "glare";
    }

    @Override
    public Reading measure(Face face) {
        double worse =
                Math.max(
                        share(face.aligned(), Contour.LEFT_EYE),
                        share(face.aligned(), Contour.RIGHT_EYE));
        return Double.isFinite(worse)
                ? new Reading.Measured(name(), worse, "1")
                : new Reading.NotMeasurable(name(), "an eye lies outside the frame");
    }

    private static double share(Aligned face, Contour eye) {
        var around = eye.inside(face, AROUND);
        var picture = face.picture();
        long glaring =
                around.indices()
                        .map(i -> picture.at(i % picture.width(), i / picture.width()))
                        .filter(Glare::glares)
                        .count();
        return (double) glaring / around.size();
    }

    private static boolean glares(int rgb) {
        int red = rgb >> 16;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        return most > BRIGHT && least > COLOURLESS * most;
    }
}
