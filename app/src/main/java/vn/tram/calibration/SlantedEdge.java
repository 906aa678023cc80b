package vn.tram.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sharpness from one slanted edge: the spatial frequency response of ISO 12233:2017, annex D
/// (e-SFR), of a part of a picture that holds a nearly upright edge and nothing else.
///
/// Frequencies are counted across the edge. What binning and differences add is taken off.
///
/// @param degrees that the edge leans from upright, above 0 when its foot lies to the left
/// @param response from 0 cycles per pixel on in steps of [#STEP]
record SlantedEdge(double degrees, double contrast, List<Double> response) {
    /// Cycles per pixel from one value to the next.
    static final double STEP = 0.01;

    /// Parts of a pixel that the edge is sampled in.
    private static final int FINER = 4;

    private static final double LAST = 0.6;

    SlantedEdge {
        response = List.copyOf(response);
    }

    /// @return empty when there is no clear edge
    static Optional<SlantedEdge> of(Levels part) {
        var line = line(part);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        double base = line.get()[0];
        double slope = line.get()[1];
        double cos = 1 / Math.hypot(1, slope);
        int reach = (int) Math.floor(part.width() / 2.0 * cos) - 2;
        // the edge must stay inside for the whole height
        double ends = Math.abs(slope) * part.height() / 2;
        reach = Math.min(reach, (int) Math.floor(part.width() / 2.0 - ends - 1));
        if (reach < 6) {
            return Optional.empty();
        }
        var profile = profile(part, base, slope, cos, reach);
        return profile.map(
                p -> new SlantedEdge(-Math.toDegrees(Math.atan(slope)), contrast(p), response(p)));
    }

    /// Where the steepest place of each row lies: `x = [0] + [1] * y`.
    private static Optional<double[]> line(Levels part) {
        var fit = new double[] {part.width() / 2.0, 0};
        double window = part.width();
        for (int pass = 0; pass < 3; pass++) {
            var next = fitted(part, fit, window);
            if (next.isEmpty()) {
                return next;
            }
            fit = next.get();
            window = Math.max(12, window / 3);
        }
        return Optional.of(fit);
    }

    private static Optional<double[]> fitted(Levels part, double[] near, double window) {
        double n = 0;
        double sy = 0;
        double sx = 0;
        double syy = 0;
        double sxy = 0;
        for (int y = 0; y < part.height(); y++) {
            double expected = near[0] + near[1] * y;
            double weights = 0;
            double places = 0;
            for (int x = 1; x < part.width(); x++) {
                double off = (x - 0.5 - expected) / (window / 2);
                if (Math.abs(off) < 1) {
                    double weight =
                            (part.at(x, y) - part.at(x - 1, y))
                                    * square(Math.cos(Math.PI / 2 * off));
                    weights += weight;
                    places += weight * (x - 0.5);
                }
            }
            if (Math.abs(weights) > 4) {
                double x = places / weights;
                if (x > -part.width() && x < 2.0 * part.width()) {
                    n++;
                    sy += y;
                    sx += x;
                    syy += (double) y * y;
                    sxy += x * y;
                }
            }
        }
        double spread = syy - sy * sy / n;
        if (n < part.height() * 0.6 || !(spread > 0)) {
            return Optional.empty();
        }
        double slope = (sxy - sx * sy / n) / spread;
        return Optional.of(new double[] {(sx - slope * sy) / n, slope});
    }

    /// The edge, `2 * reach` pixels across it in quarter pixels.
    private static Optional<double[]> profile(
            Levels part, double base, double slope, double cos, int reach) {
        int bins = 2 * reach * FINER;
        var sums = new double[bins];
        var counts = new int[bins];
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                double across = (x - base - slope * y) * cos;
                int bin = (int) Math.floor((across + reach) * FINER);
                if (bin >= 0 && bin < bins) {
                    sums[bin] += part.at(x, y);
                    counts[bin]++;
                }
            }
        }
        for (int i = 0; i < bins; i++) {
            if (counts[i] == 0) {
                return Optional.empty();
            }
            sums[i] /= counts[i];
        }
        return Optional.of(sums);
    }

    private static double contrast(double[] profile) {
        return Math.abs(profile[profile.length - 1] - profile[0]);
    }

    private static List<Double> response(double[] profile) {
        int n = profile.length - 1;
        var spread = new double[n];
        for (int i = 0; i < n; i++) {
            double hamming = 0.54 - 0.46 * Math.cos(2 * Math.PI * (i + 0.5) / n);
            spread[i] = (profile[i + 1] - profile[i]) * hamming;
        }
        double still = modulus(spread, 0);
        var response = new ArrayList<Double>();
        for (double f = 0; f < LAST; f += STEP) {
            // binning and the two-point difference each average over a quarter pixel
            double taken = square(sinc(f / FINER));
            response.add(modulus(spread, f / FINER) / still / taken);
        }
        return response;
    }

    private static double modulus(double[] values, double cyclesPerValue) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < values.length; i++) {
            re += values[i] * Math.cos(2 * Math.PI * cyclesPerValue * i);
            im += values[i] * Math.sin(2 * Math.PI * cyclesPerValue * i);
        }
        return Math.hypot(re, im);
    }

    /// The response at a frequency, between the two nearest values.
    ///
    /// @param frequency 0 to 0.58 cycles per pixel
    double at(double frequency) {
        int i = Math.min((int) (frequency / STEP), response.size() - 2);
        double part = frequency / STEP - i;
        return response.get(i) * (1 - part) + response.get(i + 1) * part;
    }

    /// The lowest frequency at which half of the contrast is left, cycles per pixel; the last one
    /// where more is left throughout.
    double half() {
        for (int i = 1; i < response.size(); i++) {
            if (response.get(i) < 0.5) {
                double before = response.get(i - 1);
                return STEP * (i - 1 + (before - 0.5) / (before - response.get(i)));
            }
        }
        return STEP * (response.size() - 1);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
