package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.image.Box;
import vn.tram.quality.Metric;

/// Whether a finger is cut off by one side of the picture and not by the other.
///
/// - **Unit, range**: share, 0 to 1. Less is better.
/// - **Definition**: down each upright side of the finger's box, at 32 heights, whether the side
///   lies less than 1.2 mm from the picture's left or right edge, or beyond it, and the square at
///   that edge, half a square inside, is marked, see [OnGlass]: the share of the heights at the
///   left less that at the right, without its sign.
/// - **Source**: own. On a scanner that is smaller than a finger both sides are cut, and nobody can
///   help it; on one side only, the finger lies beside the middle.
/// - **Blind to**: top and bottom: how far down a finger is seen hangs on the scanner.
final class EdgeImbalance implements Metric<OnGlass> {
    private static final double NEAR_MM = 1.2;
    private static final int HEIGHTS = 32;

    @Override
    public String name() {
        return "edge-imbalance";
    }

    @Override
    public Reading measure(OnGlass glass) {
        var box = glass.fingers().getFirst();
        var axes = box.axes();
        int left = 0;
        int right = 0;
        for (int i = 0; i < HEIGHTS; i++) {
            double down = ((i + 0.5) / HEIGHTS - 0.5) * box.height();
            left += cut(glass, axes, -box.width() / 2, down) ? 1 : 0;
            right += cut(glass, axes, box.width() / 2, down) ? 1 : 0;
        }
        return new Reading.Measured(name(), Math.abs(left - right) / (double) HEIGHTS, "share");
    }

    /// @param across from the box's middle to its side, pixels; negative to the left
    /// @param down from its middle, pixels
    private static boolean cut(OnGlass glass, Box.Axes axes, double across, double down) {
        double x = axes.x(across, down);
        double y = axes.y(across, down);
        double near = glass.pixels(NEAR_MM);
        int side = glass.square();
        int width = glass.picture().width();
        int height = glass.picture().height();
        boolean beyond = across < 0 ? x < near : x > width - near;
        int top = (int) y - side / 2;
        int skipped = side / 2; // many scanners have a dark line at the very edge
        boolean seen = width >= side + skipped && top >= 0 && top + side <= height;
        return beyond && seen && glass.isMarked(across < 0 ? skipped : width - side - skipped, top);
    }
}
