package vn.tram.driver.simulated;

import java.util.Arrays;

/// Marks on the grown ridges: pores, creases and scars, rubbed places.
final class Wear {
    private final int width;
    private final int height;
    private final float[] ridges;

    Wear(int width, int height, float[] ridges) {
        this.width = width;
        this.height = height;
        this.ridges = ridges;
    }

    /// Pits along the middle of the ridges, one in about 10 pixels (0.5 mm) of ridge.
    void pores(Dice dice) {
        int tries = width * height / 90;
        for (int i = 0; i < tries; i++) {
            int x = 3 + dice.below(width - 6);
            int y = 3 + dice.below(height - 6);
            if (ridges[y * width + x] > 0.93f) {
                pit(x, y, dice.between(0.5, 1.3));
            }
        }
    }

    private void pit(int x, int y, double depth) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                ridges[(y + dy) * width + x + dx] -=
                        (float) (depth * Math.exp(-(dx * dx + dy * dy) / 1.6));
            }
        }
    }

    /// White lines across the ridges: many and long on worn skin, few and short elsewhere.
    void creases(Skin skin, Dice dice) {
        int lines =
                switch (skin) {
                    case NORMAL, WET -> dice.below(3);
                    case DRY -> 3 + dice.below(5);
                    case WORN -> 6 + dice.below(7);
                };
        for (int i = 0; i < lines; i++) {
            double length = (skin == Skin.WORN ? 0.30 : 0.22) * height * dice.between(0.4, 1.3);
            cut(dice, length, dice.between(0.8, skin == Skin.WORN ? 2.6 : 1.6));
        }
    }

    /// A slightly bent cut of that half width, fading at both ends.
    private void cut(Dice dice, double length, double halfWidth) {
        double x = dice.between(0.1, 0.9) * width;
        double y = dice.between(0.1, 0.9) * height;
        double angle = dice.between(0, Math.PI);
        double bend = dice.between(-0.006, 0.006);
        for (double run = 0; run < length; run += 0.7) {
            double end = Math.min(1, 6 * Math.min(run, length - run) / length);
            groove(x, y, halfWidth * end);
            angle += bend + dice.between(-0.05, 0.05);
            x += 0.7 * Math.cos(angle);
            y += 0.7 * Math.sin(angle);
        }
    }

    private void groove(double x, double y, double radius) {
        int around = (int) Math.ceil(radius) + 1;
        for (int dy = -around; dy <= around; dy++) {
            for (int dx = -around; dx <= around; dx++) {
                int column = (int) x + dx;
                int row = (int) y + dy;
                if (column < 0 || row < 0 || column >= width || row >= height) {
                    continue;
                }
                double away = Math.hypot(column - x, row - y);
                float floor = (float) Math.clamp(2 * (away - radius), -1.0, 1.0);
                int i = row * width + column;
                ridges[i] = Math.min(ridges[i], floor);
            }
        }
    }

    /// How much relief is left, 255 sound to 0 flat, for each pixel.
    static byte[] relief(int width, int height, Skin skin, Dice dice) {
        var relief = new byte[width * height];
        Arrays.fill(relief, (byte) 255);
        int patches = skin == Skin.WORN ? 4 + dice.below(4) : skin == Skin.DRY ? dice.below(3) : 0;
        double ground = skin == Skin.WORN ? dice.between(0.7, 0.95) : 1;
        var left = new float[relief.length];
        Arrays.fill(left, (float) ground);
        for (int i = 0; i < patches; i++) {
            double x = dice.between(0.05, 0.95) * width;
            double y = dice.between(0.05, 0.95) * height;
            double radius = dice.between(0.08, 0.22) * width;
            rub(left, width, height, x, y, radius, dice.between(0.45, 0.9));
        }
        for (int i = 0; i < left.length; i++) {
            relief[i] = (byte) Math.round(255 * left[i]);
        }
        return relief;
    }

    private static void rub(
            float[] left, int width, int height, double x, double y, double radius, double by) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double away = Math.hypot(column - x, row - y) / radius;
                left[row * width + column] *= (float) (1 - by * Math.exp(-away * away * away));
            }
        }
    }
}
