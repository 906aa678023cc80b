package vn.tram.quality.fingerprint;

import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.DoubleBinaryOperator;
import vn.tram.image.Gray8;

/// A print drawn by a formula, whole and with known damage: arched ridges 9 pixels apart in an
/// ellipse on light ground.
final class DrawnPrint {
    static final int WIDTH = 300;
    static final int HEIGHT = 380;
    private static final int PAPER = 220;

    private DrawnPrint() {}

    /// The whole print, then the same one damaged, by the name of the damage.
    static SequencedMap<String, Gray8> all() {
        var prints = new LinkedHashMap<String, Gray8>();
        prints.put("whole", drawn((_, _) -> 1, 0, 60));
        prints.put("faint", drawn((_, _) -> 1, 0, 14));
        prints.put("wet", drawn((_, _) -> 1, 0.6, 60));
        prints.put("dry", drawn((_, _) -> 1, -0.6, 60));
        prints.put("half", drawn((_, y) -> y < HEIGHT / 2.0 ? 1 : 0, 0, 60));
        prints.put("creased", drawn(DrawnPrint::creases, 0, 60));
        prints.put("uneven", drawn((x, _) -> 0.15 + 0.85 * x / WIDTH, 0, 60));
        prints.put("noisy", noisy(prints.get("whole"), 25));
        prints.put(
                "coarse",
                Resample.to(Resample.to(prints.get("whole"), 0.3, 0.3), 10 / 3.0, 10 / 3.0));
        prints.put("loop", loop());
        return prints;
    }

    /// Half circles around the middle, straight legs below it.
    private static Gray8 loop() {
        return Ridges.painted(
                WIDTH,
                HEIGHT,
                (x, y) -> {
                    double dx = x - WIDTH / 2.0;
                    double dy = y - HEIGHT / 2.0;
                    if (Math.hypot(dx / 0.43 / WIDTH, dy / 0.45 / HEIGHT) > 1) {
                        return PAPER;
                    }
                    double from = dy < 0 ? Math.hypot(dx, dy) : Math.abs(dx);
                    return PAPER - 75 + 60 * Math.tanh(2 * Math.sin(2 * Math.PI * from / 9));
                });
    }

    /// White lines across the ridges, 40 pixels apart.
    private static double creases(double x, double y) {
        double across = (x * 0.8 + y * 0.6) % 40;
        return across < 5 ? 0 : 1;
    }

    /// @param strength of the ridges at a place, 0 to 1
    /// @param wet above 0 widens ridges, below 0 valleys; less than 1 from 0
    private static Gray8 drawn(DoubleBinaryOperator strength, double wet, double amplitude) {
        return Ridges.painted(
                WIDTH,
                HEIGHT,
                (x, y) -> {
                    double dx = (x - WIDTH / 2.0) / (0.43 * WIDTH);
                    double dy = (y - HEIGHT / 2.0) / (0.45 * HEIGHT);
                    if (dx * dx + dy * dy > 1) {
                        return PAPER;
                    }
                    double arch = y + 45 * Math.cos(2.2 * dx) * (1 - 0.5 * dy);
                    double wave = Math.sin(2 * Math.PI * arch / 9) - wet;
                    double level = PAPER - 75 + amplitude * Math.tanh(2 * wave);
                    return PAPER + strength.applyAsDouble(x, y) * (level - PAPER);
                });
    }

    private static Gray8 noisy(Gray8 print, double deviation) {
        var random = new Random(5);
        return Ridges.painted(
                WIDTH,
                HEIGHT,
                (x, y) -> {
                    int level = print.at((int) x, (int) y);
                    return level == PAPER ? level : level + deviation * random.nextGaussian();
                });
    }
}
