package vn.tram.quality.fingerprint;

/// How cleanly a patch parts into ridges and valleys: the local clarity score.
///
/// The inner 32 x 13 pixels, turned so that the ridges stand upright, give a profile of column
/// means; a straight line through it parts ridge from valley columns. Pixels on the wrong side of
/// the line are unclear. Source: ISO/IEC 29794-4, local clarity score; NFIQ 2's block is 16 high,
/// ours lower, so that it stays within the patch at every turn.
final class Clarity {
    private static final int LENGTH = 29;
    private static final int HALF_HEIGHT = 6;

    /// Widths of ridges and valleys that fingers have, pixels at 500 ppi.
    private static final double NARROWEST_RIDGE = 3;

    private static final double NARROWEST_VALLEY = 2;
    private static final double WIDEST = 10;

    private Clarity() {}

    /// 0 (unclear, or no ridges of a finger) to 1.
    ///
    /// @param normal direction across the ridges, radians
    static double of(float[] window, double normal) {
        int rows = 2 * HALF_HEIGHT + 1;
        var turned = new float[rows * LENGTH];
        var profile = new double[LENGTH];
        double cos = Math.cos(normal);
        double sin = Math.sin(normal);
        double centre = (Print.PATCH - 1) / 2.0;
        for (int v = 0; v < rows; v++) {
            for (int u = 0; u < LENGTH; u++) {
                double du = u - (LENGTH - 1) / 2.0;
                double dv = v - HALF_HEIGHT;
                int x = clamped(centre + du * cos - dv * sin);
                int y = clamped(centre + du * sin + dv * cos);
                float level = window[y * Print.PATCH + x];
                turned[v * LENGTH + u] = level;
                profile[u] += level / rows;
            }
        }
        return score(turned, profile);
    }

    private static int clamped(double at) {
        return Math.clamp(Math.round(at), 0, Print.PATCH - 1);
    }

    private static double score(float[] turned, double[] profile) {
        var line = line(profile);
        if (!widthsOfAFinger(profile, line)) {
            return 0;
        }
        int valleys = 0;
        int darkInValley = 0;
        int ridges = 0;
        int lightInRidge = 0;
        for (int i = 0; i < turned.length; i++) {
            int u = i % LENGTH;
            if (profile[u] < line[u]) {
                ridges++;
                lightInRidge += turned[i] >= line[u] ? 1 : 0;
            } else {
                valleys++;
                darkInValley += turned[i] < line[u] ? 1 : 0;
            }
        }
        return 1 - ((double) darkInValley / valleys + (double) lightInRidge / ridges) / 2;
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

    /// Whether whole ridges and valleys, those not cut by the ends, are as wide as a finger's.
    private static boolean widthsOfAFinger(double[] profile, double[] line) {
        int[] widths = new int[2];
        int[] runs = new int[2];
        int start = -1;
        for (int i = 1; i < profile.length; i++) {
            boolean ridge = profile[i] < line[i];
            boolean before = profile[i - 1] < line[i - 1];
            if (ridge != before) {
                if (start >= 0) {
                    widths[before ? 0 : 1] += i - start;
                    runs[before ? 0 : 1]++;
                }
                start = i;
            }
        }
        if (runs[0] == 0 || runs[1] == 0) {
            return false;
        }
        double ridge = (double) widths[0] / runs[0];
        double valley = (double) widths[1] / runs[1];
        return ridge >= NARROWEST_RIDGE
                && ridge <= WIDEST
                && valley >= NARROWEST_VALLEY
                && valley <= WIDEST;
    }
}
