package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.image.Box;
import vn.tram.quality.Metric;

/// How much of the glass beside the fingers is marked: remains of earlier prints, dust, smears.
///
/// - **Unit, range**: share, 0 (blank) to 1. Less is better.
/// - **Definition**: of the squares of 8 x 8 pixels (at 500 ppi) that lie at least 1.2 mm from the
///   picture's edges, from every finger's box and from the way down from it, where the rest of the
///   finger lies: those that are marked, see [OnGlass]: gray levels deviate by at least 4.5, and do
///   not jump from pixel to pixel as noise does.
/// - **Source**: own.
/// - **Blind to**: what lies under the finger, and dirt that is even. Other skin beside the fingers
///   counts as dirt.
final class GlassResidue implements Metric<OnGlass> {
    private static final double CLEAR_MM = 1.2;

    /// Where fewer squares are left there is no bare glass to judge by.
    private static final double LEAST_MM2 = 20;

    @Override
    public String name() {
        return "glass-residue";
    }

    @Override
    public Reading measure(OnGlass glass) {
        int side = glass.square();
        int clear = (int) Math.round(glass.pixels(CLEAR_MM));
        var picture = glass.picture();
        int bare = 0;
        int marked = 0;
        for (int y = clear; y + side <= picture.height() - clear; y += side) {
            for (int x = clear; x + side <= picture.width() - clear; x += side) {
                if (isBare(glass, x + side / 2.0, y + side / 2.0, clear)) {
                    bare++;
                    marked += glass.isMarked(x, y) ? 1 : 0;
                }
            }
        }
        return bare * OnGlass.SQUARE_MM * OnGlass.SQUARE_MM < LEAST_MM2
                ? new Reading.NotMeasurable(name(), "no bare glass in the picture")
                : new Reading.Measured(name(), (double) marked / bare, "share");
    }

    private static boolean isBare(OnGlass glass, double x, double y, double clear) {
        for (var box : glass.fingers()) {
            if (isOn(box, x, y, clear)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a place lies on the finger, or on what may lie below it.
    private static boolean isOn(Box box, double x, double y, double clear) {
        double cos = Math.cos(Math.toRadians(box.angle()));
        double sin = Math.sin(Math.toRadians(box.angle()));
        double across = (x - box.centreX()) * cos + (y - box.centreY()) * sin;
        double down = (y - box.centreY()) * cos - (x - box.centreX()) * sin;
        return Math.abs(across) < box.width() / 2 + clear && down > -box.height() / 2 - clear;
    }
}
