package vn.tram.calibration;

/// The discrete Fourier transform, in place, for lengths that are powers of two (Cooley and Tukey).
final class Fourier {
    private Fourier() {}

    static void transform(double[] re, double[] im, int offset, int stride, int n) {
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, offset + i * stride, offset + j * stride);
                swap(im, offset + i * stride, offset + j * stride);
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            double step = -2 * Math.PI / length;
            for (int k = 0; k < length / 2; k++) {
                double cos = Math.cos(step * k);
                double sin = Math.sin(step * k);
                for (int start = k; start < n; start += length) {
                    int a = offset + start * stride;
                    int b = offset + (start + length / 2) * stride;
                    double real = re[b] * cos - im[b] * sin;
                    double imaginary = re[b] * sin + im[b] * cos;
                    re[b] = re[a] - real;
                    im[b] = im[a] - imaginary;
                    re[a] += real;
                    im[a] += imaginary;
                }
            }
        }
    }

    /// The power at each pair of frequencies of an n x n square: `[v * n + u]`, negative ones from
    /// n / 2 on.
    static double[] power(Levels square, int n) {
        var re = new double[n * n];
        var im = new double[n * n];
        double mean = square.mean();
        for (int y = 0; y < n; y++) {
            for (int x = 0; x < n; x++) {
                re[y * n + x] = (square.at(x, y) - mean) * hann(x + 0.5, n) * hann(y + 0.5, n);
            }
        }
        for (int y = 0; y < n; y++) {
            transform(re, im, y * n, 1, n);
        }
        for (int x = 0; x < n; x++) {
            transform(re, im, x, n, n);
        }
        var power = new double[n * n];
        for (int i = 0; i < power.length; i++) {
            power[i] = re[i] * re[i] + im[i] * im[i];
        }
        return power;
    }

    /// Hann's window at `x` of 0 to `length`.
    static double hann(double x, double length) {
        double s = Math.sin(Math.PI * x / length);
        return s * s;
    }

    private static void swap(double[] a, int i, int j) {
        double kept = a[i];
        a[i] = a[j];
        a[j] = kept;
    }
}
