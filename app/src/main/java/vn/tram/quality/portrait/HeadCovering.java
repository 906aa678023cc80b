package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of what lies above the forehead has a colour that hair has not.
///
/// - **Unit, range**: 1, from 0 to 1. Less is better; none is no proof of a bare head.
/// - **Definition**: share of the person's pixels in the scene, from 0.08 to 0.8 of the face's
///   height above the forehead and as wide as the face, whose CIELAB chroma is above 12, or above
///   22 where L* is under 20 (black hair shines blue), and whose hue angle is below 0 or above 115
///   degrees (green, blue, violet). Not measured where there are fewer than 20 such pixels, or
///   where the cheeks are off the range of skin by more than 5: then the light has a cast.
/// - **Source**: own; ISO/IEC 29794-5 *no head covering* asks a parsing network that is not free.
/// - **Blind to**: coverings that are black, white, gray, brown or red, which is most of them:
///   policies ask the operator whatever this says. Takes hair dyed blue for a covering.
final class HeadCovering implements Metric<Face> {
    private static final double FROM = 0.08;
    private static final double TO = 0.8;
    private static final double BLACK = 20;
    private static final double LEAST_CHROMA_OF_BLACK = 22;
    private static final double LEAST_CHROMA = 12;
    private static final double REDDEST = 0;
    private static final double GREENEST = 115;
    private static final int LEAST = 20;
    private static final double MOST_CAST = 5;

    @Override
    public String name() {
        return "no-head-covering";
    }

    @Override
    public Reading measure(Face face) {
        if (!(NaturalColour.off(face) <= MOST_CAST)) {
            return new Reading.NotMeasurable(name(), "the light has a cast");
        }
        double across = (double) Scene.SIDE / face.width();
        double down = (double) Scene.SIDE / face.height();
        var mesh = face.landmarks();
        double forehead = mesh.y(Landmarks.FOREHEAD) * down;
        double height = mesh.y(Landmarks.CHIN) * down - forehead;
        int left = column(mesh.x(Landmarks.LEFT_SIDE) * across);
        int right = column(mesh.x(Landmarks.RIGHT_SIDE) * across);
        int top = column(forehead - TO * height);
        int bottom = column(forehead - FROM * height);
        int all = 0;
        int strange = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (face.scene().showsPerson(x, y)) {
                    all++;
                    strange += strange(Lab.of(face.scene().picture().at(x, y))) ? 1 : 0;
                }
            }
        }
        return all < LEAST
                ? new Reading.NotMeasurable(name(), "too little is seen above the forehead")
                : new Reading.Measured(name(), (double) strange / all, "1");
    }

    private static int column(double place) {
        return Math.clamp(Math.round(place), 0, Scene.SIDE);
    }

    private static boolean strange(Lab colour) {
        double hue = Math.toDegrees(Math.atan2(colour.b(), colour.a()));
        double least = colour.l() < BLACK ? LEAST_CHROMA_OF_BLACK : LEAST_CHROMA;
        return Math.hypot(colour.a(), colour.b()) > least && (hue < REDDEST || hue > GREENEST);
    }
}
