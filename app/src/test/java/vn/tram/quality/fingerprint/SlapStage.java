package vn.tram.quality.fingerprint;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import vn.tram.driver.simulated.LaidFinger;
import vn.tram.image.Box;
import vn.tram.image.Gray8;

/// Lays simulated fingertips out anew and adds what real slaps show besides.
final class SlapStage {
    private static final int GROUND = 245;

    /// Kept around a fingertip that is taken over, pixels.
    private static final int MARGIN = 22;

    private final StagedSlap.Story story;
    private final RandomGenerator random;
    private double fromX;
    private double fromY;
    private double toX;
    private double toY;

    SlapStage(StagedSlap.Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    /// The picture: as wide and high as given, more where the turned hand needs it.
    Gray8 picture(Gray8 from, List<LaidFinger> fingers, int width, int height) {
        aim(from, fingers, width, height);
        var canvas = new double[height()][width()];
        for (var row : canvas) {
            java.util.Arrays.fill(row, GROUND);
        }
        if (story.palm()) {
            palm(canvas);
        }
        for (var finger : fingers) {
            tip(canvas, from, finger.box());
            if (story.phalanges()) {
                phalanx(canvas, placed(finger.box()));
            }
            if (story.halo()) {
                halo(canvas, placed(finger.box()));
            }
        }
        if (story.dirt()) {
            dirt(canvas);
        }
        return exposed(canvas);
    }

    /// Where a fingertip of the simulated slap comes to lie.
    Box placed(Box box) {
        double cos = Math.cos(Math.toRadians(story.turn()));
        double sin = Math.sin(Math.toRadians(story.turn()));
        double x = story.spread() * (box.centreX() - fromX);
        double y = box.centreY() - fromY;
        return new Box(
                toX + x * cos - y * sin,
                toY + x * sin + y * cos,
                box.width(),
                box.height(),
                box.angle() + story.turn());
    }

    private int height() {
        return (int) (2 * toY);
    }

    private int width() {
        return (int) (2 * toX);
    }

    /// Turns about the middle of the fingertips and keeps all of them on the glass.
    private void aim(Gray8 from, List<LaidFinger> fingers, int width, int height) {
        fromX = from.width() / 2.0;
        fromY = fingers.stream().mapToDouble(f -> f.box().centreY()).average().orElseThrow();
        double reachX = 0;
        double reachY = 0;
        for (var finger : fingers) {
            var box = placed(finger.box());
            double far = Math.hypot(box.width(), box.height()) / 2;
            reachX = Math.max(reachX, Math.abs(box.centreX()) + far);
            reachY = Math.max(reachY, Math.abs(box.centreY()) + far);
        }
        toX = Math.max(width / 2, (int) reachX + 20);
        toY = Math.max(height / 2, (int) reachY + 20);
    }

    private void tip(double[][] canvas, Gray8 from, Box box) {
        var to = placed(box);
        double cos = Math.cos(Math.toRadians(story.turn()));
        double sin = Math.sin(Math.toRadians(story.turn()));
        double boxCos = Math.cos(Math.toRadians(box.angle()));
        double boxSin = Math.sin(Math.toRadians(box.angle()));
        int far = (int) Math.hypot(to.width(), to.height()) / 2 + MARGIN;
        for (int y = (int) to.centreY() - far; y < to.centreY() + far; y++) {
            for (int x = (int) to.centreX() - far; x < to.centreX() + far; x++) {
                double dx = x - to.centreX();
                double dy = y - to.centreY();
                double ox = dx * cos + dy * sin;
                double oy = -dx * sin + dy * cos;
                double u = ox * boxCos + oy * boxSin;
                double v = -ox * boxSin + oy * boxCos;
                boolean near =
                        Math.abs(u) < box.width() / 2 + MARGIN
                                && Math.abs(v) < box.height() / 2 + MARGIN;
                if (near) {
                    darken(canvas, x, y, level(from, box.centreX() + ox, box.centreY() + oy));
                }
            }
        }
    }

    private static double level(Gray8 from, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= from.width() || top + 1 >= from.height()) {
            return GROUND;
        }
        double fx = x - left;
        double fy = y - top;
        return (1 - fy) * ((1 - fx) * from.at(left, top) + fx * from.at(left + 1, top))
                + fy * ((1 - fx) * from.at(left, top + 1) + fx * from.at(left + 1, top + 1));
    }

    private static void darken(double[][] canvas, int x, int y, double level) {
        if (y >= 0 && y < canvas.length && x >= 0 && x < canvas[0].length) {
            canvas[y][x] = Math.min(canvas[y][x], level);
        }
    }

    /// The middle phalanx under a tip: ridges across the finger below a pale crease.
    private void phalanx(double[][] canvas, Box tip) {
        double gap = random.nextDouble(8, 40);
        double length = random.nextDouble(150, 420);
        double half = 0.42 * tip.width() * random.nextDouble(0.8, 1.1);
        double depth = random.nextDouble(60, 120);
        double bow = random.nextDouble(-3, 3);
        double period = random.nextDouble(9, 10.5);
        double from = tip.height() / 2 + gap;
        double cos = Math.cos(Math.toRadians(tip.angle()));
        double sin = Math.sin(Math.toRadians(tip.angle()));
        for (double v = from; v < from + length; v += 0.5) {
            double down = (v - from) / length;
            double wide = half * Math.min(1, 0.75 + 2 * down * (1.05 - down));
            for (double u = -wide; u < wide; u += 0.5) {
                double rim = Math.max(Math.abs(u) / wide, Math.abs(2 * down - 1));
                double wave = Math.sin(2 * Math.PI * (v + bow * Math.sin(u / 40) * 4) / period);
                double fade = Math.clamp((1 - rim) * 6, 0, 1);
                int x = (int) (tip.centreX() + u * cos - v * sin);
                int y = (int) (tip.centreY() + u * sin + v * cos);
                darken(canvas, x, y, GROUND - depth * fade * (0.6 + 0.55 * wave));
            }
        }
    }

    /// The front of the palm at the lower edge of the hand.
    private void palm(double[][] canvas) {
        double cos = Math.cos(Math.toRadians(story.turn()));
        double sin = Math.sin(Math.toRadians(story.turn()));
        double from = random.nextDouble(780, 900);
        for (int y = 0; y < canvas.length; y++) {
            for (int x = 0; x < canvas[0].length; x++) {
                double u = (x - toX) * cos + (y - toY) * sin;
                double v = -(x - toX) * sin + (y - toY) * cos;
                if (v > from + 60 * Math.sin(u / 150) && Math.abs(u) < 650) {
                    double wave = Math.sin(2 * Math.PI * (0.8 * v + 0.6 * u) / 9.5);
                    darken(canvas, x, y, 160 + 70 * wave);
                }
            }
        }
    }

    /// Moisture around a finger on cold glass: a veil without ridges.
    private static void halo(double[][] canvas, Box tip) {
        double far = 0.85 * Math.max(tip.width(), tip.height());
        int top = Math.max(0, (int) (tip.centreY() - far));
        int left = Math.max(0, (int) (tip.centreX() - far));
        for (int y = top; y < Math.min(canvas.length, tip.centreY() + far); y++) {
            for (int x = left; x < Math.min(canvas[0].length, tip.centreX() + far); x++) {
                double out = Math.hypot(x - tip.centreX(), y - tip.centreY()) / far;
                canvas[y][x] *= 1 - 0.25 * Math.clamp(2 * (1 - out), 0, 1);
            }
        }
    }

    /// Specks, and remains of earlier prints, pale and in patches.
    private void dirt(double[][] canvas) {
        for (int i = 0; i < 60; i++) {
            int cx = random.nextInt(canvas[0].length);
            int cy = random.nextInt(canvas.length);
            int size = random.nextInt(1, 7);
            double level = random.nextDouble(80, 220);
            for (int y = cy - size; y <= cy + size; y++) {
                for (int x = cx - size; x <= cx + size; x++) {
                    if (Math.hypot(x - cx, y - cy) <= size) {
                        darken(canvas, x, y, level);
                    }
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            int cx = random.nextInt(canvas[0].length);
            int cy = random.nextInt(canvas.length);
            double size = random.nextDouble(60, 130);
            double depth = random.nextDouble(10, 35);
            double way = random.nextDouble(0, Math.PI);
            for (int y = (int) (cy - size); y <= cy + size; y++) {
                for (int x = (int) (cx - size); x <= cx + size; x++) {
                    double out = Math.hypot(x - cx, y - cy) / size;
                    double wave =
                            Math.sin(0.66 * (x * Math.cos(way) + y * Math.sin(way) + 20 * out));
                    darken(canvas, x, y, GROUND - depth * Math.clamp(1 - out, 0, 1) * (1 + wave));
                }
            }
        }
    }

    private Gray8 exposed(double[][] canvas) {
        double contrast = random.nextDouble(0.55, 1);
        return Ridges.painted(
                canvas[0].length,
                canvas.length,
                (x, y) -> {
                    double level = GROUND - contrast * (GROUND - canvas[(int) y][(int) x]);
                    double shown = story.dark() ? 255 - level : level;
                    return shown + (story.noise() > 0 ? story.noise() * random.nextGaussian() : 0);
                });
    }
}
