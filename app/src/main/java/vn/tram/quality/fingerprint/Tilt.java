package vn.tram.quality.fingerprint;

/// The common turn of the fingers of a slap.
///
/// Fingers stand side by side with gaps between them: seen along the fingers the gaps open and the
/// silhouette has steep sides, seen askew they close.
final class Tilt {
    /// Segmenters must take slaps turned up to 45 degrees (BSI TR-03121-3).
    static final int MOST = 45;

    private static final int COARSE = 5;
    private static final int FINE = 1;

    private Tilt() {}

    /// Degrees clockwise, -45 to 45; 0 where nothing is set.
    static double of(Mask mask) {
        double best = steepest(mask, -MOST, MOST, COARSE);
        return steepest(mask, Math.max(-MOST, best - COARSE), Math.min(MOST, best + COARSE), FINE);
    }

    private static double steepest(Mask mask, double from, double to, double step) {
        double best = 0;
        double bestSteepness = 0;
        for (double angle = from; angle <= to; angle += step) {
            double steepness = steepness(mask, angle);
            if (steepness > bestSteepness) {
                best = angle;
                bestSteepness = steepness;
            }
        }
        return best;
    }

    /// Sum of squared differences of the silhouette over three cells, a little more for upright.
    private static double steepness(Mask mask, double angle) {
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        int reach = mask.columns + mask.rows;
        var silhouette = new double[2 * reach + 2];
        for (int y = 0; y < mask.rows; y++) {
            for (int x = 0; x < mask.columns; x++) {
                if (mask.at(x, y)) {
                    double at = reach + x * cos + y * sin;
                    int bin = (int) at;
                    silhouette[bin] += 1 - (at - bin);
                    silhouette[bin + 1] += at - bin;
                }
            }
        }
        double sum = 0;
        for (int u = 4; u < silhouette.length; u++) {
            // over pairs of bins: single ones ripple where the cells' rows interfere with them
            double difference =
                    silhouette[u] + silhouette[u - 1] - silhouette[u - 3] - silhouette[u - 4];
            sum += difference * difference;
        }
        return sum * (1 - 0.1 * Math.abs(angle) / MOST);
    }
}
