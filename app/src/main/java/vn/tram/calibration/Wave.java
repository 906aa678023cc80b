package vn.tram.calibration;

import java.util.Optional;

/// The fundamental of a pattern of bars.
///
/// @param fx and `fy`: cycles per pixel across the columns and down the rows
record Wave(double fx, double fy) {
    private static final int LARGEST = 512;
    private static final int SMALLEST = 64;

    /// Share of all contrast that the fundamental of bars must have: it has 0.8 of ideal bars and
    /// 0.27 of an ideal grid; noise has thousandths.
    private static final double LEAST_SHARE = 0.1;

    /// Bars lie at most so far from where they should to be taken for them: degrees.
    private static final double MOST_SKEW = 35;

    /// Cycles per pixel along the wave.
    double frequency() {
        return Math.hypot(fx, fy);
    }

    /// Looks for bars in the middle of a picture.
    ///
    /// @param expected cycles per pixel, right within a factor of 2
    /// @param degrees 0 for upright bars, 90 for level ones
    static Optional<Wave> find(Levels picture, double expected, double degrees) {
        int n = LARGEST;
        while (n > Math.min(picture.width(), picture.height())) {
            n /= 2;
        }
        if (n < SMALLEST) {
            return Optional.empty();
        }
        var power =
                Fourier.power(
                        picture.crop((picture.width() - n) / 2, (picture.height() - n) / 2, n, n),
                        n);
        double total = 0;
        double best = 0;
        int bestU = 0;
        int bestV = 0;
        for (int v = -n / 2; v < n / 2; v++) {
            for (int u = -n / 2; u < n / 2; u++) {
                double p = power[Math.floorMod(v, n) * n + Math.floorMod(u, n)];
                total += p;
                double frequency = Math.hypot(u, v) / n;
                double ahead =
                        u * Math.cos(Math.toRadians(degrees))
                                + v * Math.sin(Math.toRadians(degrees));
                if (p > best
                        && frequency > expected / 2
                        && frequency < expected * 2
                        && ahead / n > frequency * Math.cos(Math.toRadians(MOST_SKEW))) {
                    best = p;
                    bestU = u;
                    bestV = v;
                }
            }
        }
        double share = 2 * around(power, n, bestU, bestV) / total;
        return best > 0 && share > LEAST_SHARE
                ? Optional.of(new Wave(bestU / (double) n, bestV / (double) n))
                : Optional.empty();
    }

    /// The power of the window's main lobe.
    private static double around(double[] power, int n, int u, int v) {
        double sum = 0;
        for (int dv = -2; dv <= 2; dv++) {
            for (int du = -2; du <= 2; du++) {
                sum += power[Math.floorMod(v + dv, n) * n + Math.floorMod(u + du, n)];
            }
        }
        return sum;
    }
}
