package vn.tram.quality.fingerprint;

import java.util.List;
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
        var fingers = glass.fingers().stream().map(Box::axes).toList();
        int bare = 0;
        int marked = 0;
        for (int y = clear; y + side <= picture.height() - clear; y += side) {
            for (int x = clear; x + side <= picture.width() - clear; x += side) {
                if (isBare(fingers, x + side / 2.0, y + side / 2.0, clear)) {
                    bare++;
                    marked += glass.isMarked(x, y) ? 1 : 0;
                }
            }
        }
        return bare * OnGlass.SQUARE_MM * OnGlass.SQUARE_MM < LEAST_MM2
                ? new Reading.NotMeasurable(name(), "no bare glass in the picture")
                : new Reading.Measured(name(), (double) marked / bare, "share");
    }

    private static boolean isBare(List<Box.Axes> fingers, double x, double y, double clear) {
        for (var finger : fingers) {
            if (isOn(finger, x, y, clear)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a place lies on the finger, or on what may lie below it.
    private static boolean isOn(Box.Axes finger, double x, double y, double clear) {
        var box = finger.box();
        return Math.abs(finger.across(x, y)) < box.width() / 2 + clear
                && finger.down(x, y) > -box.height() / 2 - clear;
    }
}
