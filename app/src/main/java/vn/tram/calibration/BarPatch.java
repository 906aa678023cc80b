package vn.tram.calibration;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// A patch of upright bars of one frequency inside a chart.
///
/// @param wave its exact fundamental, with the phase counted from the patch's own corner
/// @param contrast of the fundamental from its mean to its peak, levels
record BarPatch(Levels pixels, Wave wave, double contrast) {
    private static final int REFINEMENTS = 4;

    /// A bin with fewer pixels says little.
    private static final int LEAST_PIXELS = 5;

    /// Looks where the picture holds most of the frequency.
    ///
    /// @param wave as it should be; right to half a cycle over the part
    /// @param side of the part to find, pixels
    /// @return empty where the picture is smaller than that
    static Optional<BarPatch> find(Levels picture, Wave wave, double side) {
        int size = (int) Math.floor(side);
        if (size < 8 || size > Math.min(picture.width(), picture.height())) {
            return Optional.empty();
        }
        var turns =
                IntStream.range(0, size).mapToDouble(x -> 2 * Math.PI * wave.fx() * x).toArray();
        var cos = balanced(Arrays.stream(turns).map(Math::cos).toArray());
        var sin = balanced(Arrays.stream(turns).map(Math::sin).toArray());
        int step = Math.max(2, size / 8);
        double best = 0;
        int left = 0;
        int top = 0;
        for (int y = 0; y + size <= picture.height(); y += step) {
            for (int x = 0; x + size <= picture.width(); x += step) {
                double contrast = contrast(picture, x, y, cos, sin);
                if (contrast > best) {
                    best = contrast;
                    left = x;
                    top = y;
                }
            }
        }
        var pixels = picture.crop(left, top, size, size);
        return Optional.of(new BarPatch(pixels, refined(pixels, wave), best));
    }

    /// The fundamental's contrast in the mean of every fourth row's lock-in.
    ///
    /// @param cos and `sin`: of the wave, one a column of the part, less their means
    private static double contrast(Levels picture, int left, int top, double[] cos, double[] sin) {
        int size = cos.length;
        double sum = 0;
        int rows = 0;
        for (int y = top; y < top + size; y += 4, rows++) {
            double re = 0;
            double im = 0;
            for (int x = 0; x < size; x++) {
                double level = picture.at(left + x, y);
                re += level * cos[x];
                im += level * sin[x];
            }
            sum += 2 * Math.hypot(re, im) / size;
        }
        return sum / rows;
    }

    /// Without its mean, so that a flat part of a picture gives nothing.
    private static double[] balanced(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    /// Quarters of the patch are compared: what their phases drift is the wave's error.
    private static Wave refined(Levels pixels, Wave guess) {
        var wave = guess;
        int half = pixels.width() / 2;
        for (int i = 0; i < REFINEMENTS; i++) {
            var a = lockIn(pixels, 0, 0, half, wave);
            var b = lockIn(pixels, half, 0, half, wave);
            var c = lockIn(pixels, 0, half, half, wave);
            var d = lockIn(pixels, half, half, half, wave);
            wave =
                    new Wave(
                            wave.fx() + drift(sum(a, c), sum(b, d)) / half,
                            wave.fy() + drift(a, c, b, d) / half);
        }
        return wave;
    }

    private static double[] lockIn(Levels pixels, int left, int top, int size, Wave wave) {
        var z = new double[2];
        double mean = pixels.crop(left, top, size, size).mean();
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                double weight =
                        Fourier.hann(x - left + 0.5, size) * Fourier.hann(y - top + 0.5, size);
                double turn = 2 * Math.PI * (wave.fx() * x + wave.fy() * y);
                double level = weight * (pixels.at(x, y) - mean);
                z[0] += level * Math.cos(turn);
                z[1] -= level * Math.sin(turn);
            }
        }
        return z;
    }

    private static double[] sum(double[] a, double[] b) {
        return new double[] {a[0] + b[0], a[1] + b[1]};
    }

    /// Cycles from the first to the second.
    private static double drift(double[] from, double[] to) {
        return Math.atan2(to[1] * from[0] - to[0] * from[1], to[0] * from[0] + to[1] * from[1])
                / 2
                / Math.PI;
    }

    /// Cycles from `a` to `c` and from `b` to `d`, together.
    private static double drift(double[] a, double[] c, double[] b, double[] d) {
        double re = c[0] * a[0] + c[1] * a[1] + d[0] * b[0] + d[1] * b[1];
        double im = c[1] * a[0] - c[0] * a[1] + d[1] * b[0] - d[0] * b[1];
        return Math.atan2(im, re) / 2 / Math.PI;
    }

    /// From the darkest to the brightest part of the mean bar, levels; empty when the bars stand so
    /// that parts of a period are never seen.
    Optional<Double> span(int bins) {
        var sums = new double[bins];
        var counts = new int[bins];
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                double cycles = wave.fx() * x + wave.fy() * y;
                int bin = (int) ((cycles - Math.floor(cycles)) * bins) % bins;
                sums[bin] += pixels.at(x, y);
                counts[bin]++;
            }
        }
        if (Arrays.stream(counts).min().orElseThrow() < LEAST_PIXELS) {
            return Optional.empty();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bins; i++) {
            low = Math.min(low, sums[i] / counts[i]);
            high = Math.max(high, sums[i] / counts[i]);
        }
        return Optional.of(high - low);
    }
}
