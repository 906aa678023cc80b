package vn.tram.quality.fingerprint;

/// The covariance of a picture's gradients, by central differences, summed over tiles of a patch's
/// step: a patch is two by two tiles.
final class Gradients {
    private static final int TILE = Print.STEP;

    private final int columns;
    private final long[] xx;
    private final long[] yy;
    private final long[] xy;

    Gradients(byte[] levels, int width, int height) {
        columns = width / TILE;
        int rows = height / TILE;
        xx = new long[columns * rows];
        yy = new long[columns * rows];
        xy = new long[columns * rows];
        for (int y = 1; y < Math.min(rows * TILE, height - 1); y++) {
            for (int column = 0; column < columns; column++) {
                int from = Math.max(1, column * TILE);
                int to = Math.min((column + 1) * TILE, width - 1);
                add(levels, width, y * width + from, y * width + to, y / TILE * columns + column);
            }
        }
    }

    private void add(byte[] levels, int width, int from, int to, int tile) {
        int sumXx = 0;
        int sumYy = 0;
        int sumXy = 0;
        for (int i = from; i < to; i++) {
            int x = (levels[i + 1] & 0xFF) - (levels[i - 1] & 0xFF);
            int y = (levels[i + width] & 0xFF) - (levels[i - width] & 0xFF);
            sumXx += x * x;
            sumYy += y * y;
            sumXy += x * y;
        }
        xx[tile] += sumXx;
        yy[tile] += sumYy;
        xy[tile] += sumXy;
    }

    /// What the gradients of a patch say of the direction across its ridges.
    ///
    /// @param certainty 1 - smaller / larger eigenvalue, 0 to 1 (ISO/IEC 29794-4, orientation
    ///   certainty level)
    /// @param normal radians
    record Direction(double certainty, double normal) {}

    Direction of(int column, int row) {
        int at = row * columns + column;
        double sumXx = over(xx, at);
        double sumYy = over(yy, at);
        double sumXy = over(xy, at);
        double spread = Math.hypot(sumXx - sumYy, 2 * sumXy);
        double total = sumXx + sumYy;
        double larger = (total + spread) / 2;
        double certainty = larger <= 0 ? 0 : 1 - (total - spread) / 2 / larger;
        return new Direction(certainty, Math.atan2(2 * sumXy, sumXx - sumYy) / 2);
    }

    private double over(long[] sums, int tile) {
        return sums[tile] + sums[tile + 1] + sums[tile + columns] + sums[tile + columns + 1];
    }
}
