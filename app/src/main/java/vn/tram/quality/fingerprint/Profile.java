package vn.tram.quality.fingerprint;

/// What a cut across the ridges of a patch shows.
///
/// The inner 29 x 13 pixels, turned so that the ridges stand upright, give a profile of column
/// means; a straight line through it parts ridge columns (below the line) from valley columns.
/// Source: ISO/IEC 29794-4, local clarity score; NFIQ 2's block is 32 wide and 16 high, ours
/// smaller, so that it stays within the patch at every turn.
///
/// @param clarity 1 - half the shares of valley pixels darker and ridge pixels lighter than the
///   line: 0.5 (unclear) to 1. The standard gives 0 where ridges are not as wide as an adult's;
///   without that it predicts comparison scores better
/// @param separation mean of the valley columns less mean of the ridge columns, gray levels
/// @param noise root of the sum of the squared deviations of the pixels from their column's mean,
///   of ridges and of valleys, gray levels
/// @param ridges share of the columns that are ridge
record Profile(double clarity, double separation, double noise, double ridges) {
    private static final int HALF_LENGTH = 14;
    private static final int LENGTH = 2 * HALF_LENGTH + 1;
    private static final int HALF_HEIGHT = 6;
    private static final int ROWS = 2 * HALF_HEIGHT + 1;

    /// Nothing changes across the ridges.
    private static final Profile FLAT = new Profile(0, 0, 0, 0);

    /// @param origin of the picture's pixels, the patch's upper left one
    /// @param normal direction across the ridges, radians
    static Profile of(byte[] levels, int width, int origin, double normal) {
        var turned = new float[ROWS * LENGTH];
        var profile = new double[LENGTH];
        float cos = (float) Math.cos(normal);
        float sin = (float) Math.sin(normal);
        float middle = Print.PATCH / 2f; // half a pixel is added for rounding
        for (int v = 0; v < ROWS; v++) {
            float left = middle - (v - HALF_HEIGHT) * sin - HALF_LENGTH * cos;
            float top = middle + (v - HALF_HEIGHT) * cos - HALF_LENGTH * sin;
            for (int u = 0; u < LENGTH; u++) {
                int x = (int) (left + u * cos);
                int y = (int) (top + u * sin);
                int level = levels[origin + y * width + x] & 0xFF;
                turned[v * LENGTH + u] = level;
                profile[u] += level;
            }
        }
        for (int u = 0; u < LENGTH; u++) {
            profile[u] /= ROWS;
        }
        return of(turned, profile, line(profile));
    }

    private static Profile of(float[] turned, double[] profile, double[] line) {
        var valleys = new Side();
        var ridges = new Side();
        for (int u = 0; u < LENGTH; u++) {
            boolean ridge = profile[u] < line[u];
            var side = ridge ? ridges : valleys;
            side.columns++;
            side.sum += profile[u];
            for (int i = u; i < turned.length; i += LENGTH) {
                side.astray += turned[i] < line[u] == ridge ? 0 : 1;
                side.squares += (turned[i] - profile[u]) * (turned[i] - profile[u]);
            }
        }
        if (ridges.columns == 0 || valleys.columns == 0) {
            return FLAT;
        }
        return new Profile(
                1 - (valleys.perPixel(valleys.astray) + ridges.perPixel(ridges.astray)) / 2,
                valleys.sum / valleys.columns - ridges.sum / ridges.columns,
                Math.sqrt(valleys.perPixel(valleys.squares) + ridges.perPixel(ridges.squares)),
                (double) ridges.columns / LENGTH);
    }

    /// What is summed over the ridge columns, or over the valley columns.
    private static final class Side {
        private int columns;
        private double sum;
        private int astray;
        private double squares;

        double perPixel(double total) {
            return total / (columns * ROWS);
        }
    }

    /// The straight line of least squares through a profile.
    private static double[] line(double[] profile) {
        int n = profile.length;
        double mean = 0;
        double slope = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            double at = i - (n - 1) / 2.0;
            mean += profile[i] / n;
            slope += at * profile[i];
            spread += at * at;
        }
        var line = new double[n];
        for (int i = 0; i < n; i++) {
            line[i] = mean + slope / spread * (i - (n - 1) / 2.0);
        }
        return line;
    }
}
