package vn.tram.driver.simulated;

import java.util.Random;
import vn.tram.image.Gray8;

/// Draws a checkerboard as a camera with a known lens sees it: the truth for a camera's
/// calibration.
///
/// The lens is a pinhole in the middle of the picture with the radial distortion `k1` of Brown's
/// model; each pixel is averaged over 4 x 4 places.
///
/// @param focal length, pixels
/// @param k1 of the lens, 0 for none
/// @param noise standard deviation in gray levels
public record BoardPicture(
        int width, int height, double focal, double k1, double noise, long seed) {
    private static final int FINER = 4;
    private static final double DARK = 40;
    private static final double BRIGHT = 210;
    private static final double AROUND = 150;

    /// How the board is held.
    ///
    /// @param distance from the camera to its middle, mm
    /// @param right and `down`: of the middle of the picture, mm
    /// @param tilt and `turn`: about the level and the upright axis, degrees
    public record Held(double distance, double right, double down, double tilt, double turn) {}

    /// @param columns and `rows`: inner corners; the board has one square more each way and a
    ///   bright margin of one square
    public Gray8 of(Held held, int columns, int rows, double squareMm) {
        var dice = new Random(seed);
        var samples = new byte[width * height];
        var board = new Board(held, columns, rows, squareMm);
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int s = 0; s < FINER * FINER; s++) {
                double x = i % width + (s % FINER + 0.5) / FINER - width / 2.0;
                double y = i / width + (s / FINER + 0.5) / FINER - height / 2.0;
                sum += board.seen(x / focal, y / focal);
            }
            double level = sum / (FINER * FINER) + noise * dice.nextGaussian();
            samples[i] = (byte) Math.round(Math.clamp(level, 0.0, 255.0));
        }
        return Gray8.wrap(width, height, samples);
    }

    /// Where the light of a place in the picture comes from, without the lens's distortion.
    private double straight(double distorted) {
        double r = distorted;
        for (int i = 0; i < 8; i++) {
            r = distorted / (1 + k1 * r * r);
        }
        return r;
    }

    private final class Board {
        private final Held held;
        private final int columns;
        private final int rows;
        private final double squareMm;
        private final double[] right;
        private final double[] down;
        private final double[] normal;

        Board(Held held, int columns, int rows, double squareMm) {
            this.held = held;
            this.columns = columns;
            this.rows = rows;
            this.squareMm = squareMm;
            double a = Math.toRadians(held.tilt());
            double b = Math.toRadians(held.turn());
            right = new double[] {Math.cos(b), 0, -Math.sin(b)};
            down = new double[] {Math.sin(a) * Math.sin(b), Math.cos(a), Math.sin(a) * Math.cos(b)};
            normal =
                    new double[] {
                        right[1] * down[2] - right[2] * down[1],
                        right[2] * down[0] - right[0] * down[2],
                        right[0] * down[1] - right[1] * down[0]
                    };
        }

        double seen(double x, double y) {
            double r = Math.hypot(x, y);
            double scale = r == 0 ? 1 : straight(r) / r;
            double dx = x * scale;
            double dy = y * scale;
            double ahead =
                    (held.right() * normal[0]
                                    + held.down() * normal[1]
                                    + held.distance() * normal[2])
                            / (dx * normal[0] + dy * normal[1] + normal[2]);
            double px = ahead * dx - held.right();
            double py = ahead * dy - held.down();
            double pz = ahead - held.distance();
            double u = (px * right[0] + py * right[1] + pz * right[2]) / squareMm;
            double v = (px * down[0] + py * down[1] + pz * down[2]) / squareMm;
            double across = u + (columns + 1) / 2.0;
            double along = v + (rows + 1) / 2.0;
            if (across < -1 || along < -1 || across > columns + 2 || along > rows + 2) {
                return AROUND;
            }
            boolean margin = across < 0 || along < 0 || across > columns + 1 || along > rows + 1;
            boolean dark = ((int) Math.floor(across) + (int) Math.floor(along)) % 2 == 0;
            return !margin && dark ? DARK : BRIGHT;
        }
    }
}
