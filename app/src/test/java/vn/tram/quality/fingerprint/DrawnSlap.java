package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.List;
import vn.tram.image.Box;
import vn.tram.image.Gray8;

/// A slap drawn on white paper: fingertips are ellipses of concentric ridges, each box known.
final class DrawnSlap {
    static final int WIDTH = 1600;
    static final int HEIGHT = 1500;

    /// Of an upright right hand from index to little: centre from the middle of the hand, and half
    /// axes, pixels at 500 ppi.
    private static final double[][] RIGHT = {
        {-540, 30, 150, 220}, {-170, -160, 160, 235}, {200, -80, 155, 225}, {545, 200, 125, 185}
    };

    private final List<Box> boxes = new ArrayList<>();

    /// Draws the fingers of a right hand, or mirrored of a left one, turned clockwise.
    ///
    /// @param fingers which of index, middle, ring, little: 0 to 3
    static DrawnSlap of(boolean left, double degrees, double scale, int... fingers) {
        var slap = new DrawnSlap();
        for (int finger : fingers) {
            var at = RIGHT[finger];
            double x = scale * (left ? -at[0] : at[0]);
            double y = scale * at[1];
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            slap.boxes.add(
                    new Box(
                            WIDTH / 2.0 + x * cos - y * sin,
                            HEIGHT / 2.0 + x * sin + y * cos,
                            2 * scale * at[2],
                            2 * scale * at[3],
                            degrees));
        }
        return slap;
    }

    /// The boxes of the fingers in the order in which they were asked for.
    List<Box> boxes() {
        return boxes;
    }

    Gray8 picture() {
        return Ridges.painted(WIDTH, HEIGHT, this::level);
    }

    private double level(double x, double y) {
        for (var box : boxes) {
            double cos = Math.cos(Math.toRadians(box.angle()));
            double sin = Math.sin(Math.toRadians(box.angle()));
            double dx = x - box.centreX();
            double dy = y - box.centreY();
            double u = dx * cos + dy * sin;
            double v = -dx * sin + dy * cos;
            double rim = Math.hypot(2 * u / box.width(), 2 * v / box.height());
            if (rim < 1) {
                return 130 + 90 * Math.sin(2 * Math.PI * Math.hypot(u, v - 0.2 * box.height()) / 9);
            }
        }
        return 245;
    }
}
