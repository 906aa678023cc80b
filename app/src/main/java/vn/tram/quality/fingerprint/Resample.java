package vn.tram.quality.fingerprint;

import vn.tram.image.Gray8;

/// Changes the number of pixels of a picture.
final class Resample {
    /// Closer to 1 than this, a picture is taken as it is: scanners may be off by 1 %.
    private static final double NEARLY_ONE = 0.011;

    private Resample() {}

    /// Scales by `x` and `y`: means over areas when it gets smaller, bilinear when larger.
    static Gray8 to(Gray8 picture, double x, double y) {
        if (Math.abs(x - 1) < NEARLY_ONE && Math.abs(y - 1) < NEARLY_ONE) {
            return picture;
        }
        int width = Math.max(1, (int) Math.round(picture.width() * x));
        int height = Math.max(1, (int) Math.round(picture.height() * y));
        var columns = taps(picture.width(), width);
        var rows = taps(picture.height(), height);
        var wide = new float[width * picture.height()];
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < width; column++) {
                var tap = columns[column];
                float sum = 0;
                for (int i = 0; i < tap.weights.length; i++) {
                    sum += tap.weights[i] * picture.at(tap.first + i, row);
                }
                wide[row * width + column] = sum;
            }
        }
        var samples = new byte[width * height];
        for (int row = 0; row < height; row++) {
            var tap = rows[row];
            for (int column = 0; column < width; column++) {
                float sum = 0.5f;
                for (int i = 0; i < tap.weights.length; i++) {
                    sum += tap.weights[i] * wide[(tap.first + i) * width + column];
                }
                samples[row * width + column] = (byte) sum;
            }
        }
        return Gray8.wrap(width, height, samples);
    }

    /// The pixels that make one new pixel, and how much of each.
    private record Tap(int first, float[] weights) {}

    private static Tap[] taps(int from, int to) {
        double scale = (double) from / to;
        double reach = Math.max(1, scale); // half the width of a triangle
        var taps = new Tap[to];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale - 0.5;
            int first = Math.max(0, (int) Math.ceil(centre - reach));
            int last = Math.min(from - 1, (int) Math.floor(centre + reach));
            var weights = new float[last - first + 1];
            float sum = 0;
            for (int k = first; k <= last; k++) {
                weights[k - first] = (float) Math.max(1e-6, 1 - Math.abs(k - centre) / reach);
                sum += weights[k - first];
            }
            for (int k = 0; k < weights.length; k++) {
                weights[k] /= sum;
            }
            taps[i] = new Tap(first, weights);
        }
        return taps;
    }
}
