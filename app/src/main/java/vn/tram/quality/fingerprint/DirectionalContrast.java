package vn.tram.quality.fingerprint;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much the contrast of ridges hangs on their direction.
///
/// - **Unit, range**: ratio, 0 (not at all) to about 1. Less is better.
/// - **Definition**: over the patches of the foreground the distance of valley columns from ridge
///   columns ([Profile]) is fitted, by least squares, with a + b cos 2t + c sin 2t, where t is the
///   direction across the ridges; the value is the length of (b, c) over a. Where all ridges run
///   one way nothing can be told and the value is near 0: a small constant is added to the
///   variances.
/// - **Source**: own. A finger that slides while the picture is taken wipes out the ridges that lie
///   across its way and leaves those along it.
/// - **Blind to**: blur that is the same in all directions, and a slide while all ridges run one
///   way.
final class DirectionalContrast implements Metric<Print> {
    /// Of the variances of cos 2t and sin 2t, each 0.5 where all directions are alike frequent.
    private static final double DAMPING = 0.02;

    @Override
    public String name() {
        return "directional-contrast";
    }

    @Override
    public Reading measure(Print print) {
        var patches = print.patches();
        if (patches.isEmpty()) {
            return OverPatches.none(name());
        }
        var fit = new Fit();
        for (var patch : patches) {
            fit.add(2 * patch.direction().normal(), patch.profile().separation());
        }
        return new Reading.Measured(name(), fit.length(), "ratio");
    }

    /// Sums over patches.
    private static final class Fit {
        private int count;
        private double sum;
        private double cos;
        private double sin;
        private double cosCos;
        private double cosSin;
        private double sinSin;
        private double cosSum;
        private double sinSum;

        void add(double doubled, double value) {
            double c = Math.cos(doubled);
            double s = Math.sin(doubled);
            count++;
            sum += value;
            cos += c;
            sin += s;
            cosCos += c * c;
            cosSin += c * s;
            sinSin += s * s;
            cosSum += c * value;
            sinSum += s * value;
        }

        double length() {
            double mean = sum / count;
            double meanCos = cos / count;
            double meanSin = sin / count;
            double vcc = cosCos / count - meanCos * meanCos + DAMPING;
            double vss = sinSin / count - meanSin * meanSin + DAMPING;
            double vcs = cosSin / count - meanCos * meanSin;
            double vc = cosSum / count - meanCos * mean;
            double vs = sinSum / count - meanSin * mean;
            double determinant = vcc * vss - vcs * vcs; // above 0 by the damping
            double b = (vc * vss - vs * vcs) / determinant;
            double c = (vs * vcc - vc * vcs) / determinant;
            double a = mean - b * meanCos - c * meanSin;
            return Math.hypot(b, c) / Math.max(1, Math.max(a, mean / 2));
        }
    }
}
