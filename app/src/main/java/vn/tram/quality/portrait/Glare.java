package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the eyes lies under a reflection of a lamp on glasses.
///
/// - **Unit, range**: 1, from 0 to 1; bare eyes and clear glasses stay under 0.02. Less is better.
/// - **Definition**: share of pixels that are bright (greatest channel above 235) and without
///   colour (least channel above 82 % of it) around the worse eye: its contour drawn 1.9 times as
///   large, as far as it lies inside the face's outline, for the wall beside a turned face is no
///   lamp; less the share of such pixels on the cheek below: skin that is burnt out there as well
///   is over-exposed, not a reflection.
/// - **Source**: own; part of ISO/IEC 29794-5 *eyes visible*, which asks a parsing network that is
///   not free.
/// - **Blind to**: weak streaks; a reflection on a face that is burnt out, which [OverExposure]
///   refuses.
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
                        excess(face.aligned(), Contour.LEFT_EYE, Zone.LEFT_CHEEK),
                        excess(face.aligned(), Contour.RIGHT_EYE, Zone.RIGHT_CHEEK));
        return Double.isFinite(worse)
                ? new Reading.Measured(name(), worse, "1")
                : new Reading.NotMeasurable(name(), "an eye or a cheek lies outside the frame");
    }

    /// Not a number when the eye or the cheek lies outside the frame.
    private static double excess(Aligned face, Contour eye, int cheek) {
        var eyes = new Count();
        var picture = face.picture();
        var around = eye.inside(face, AROUND);
        around.without(around.without(face.oval()))
                .indices()
                .forEach(i -> eyes.add(picture.at(i % picture.width(), i / picture.width())));
        var skin = new Count();
        Zone.at(cheek).forEach(face, skin::add);
        double excess = eyes.share() - skin.share();
        return Double.isNaN(excess) ? excess : Math.max(0, excess);
    }

    /// Pixels, and those that glare.
    private static final class Count {
        private int all;
        private int glaring;

        void add(int rgb) {
            all++;
            glaring += glares(rgb) ? 1 : 0;
        }

        /// Not a number of none.
        double share() {
            return (double) glaring / all;
        }
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
