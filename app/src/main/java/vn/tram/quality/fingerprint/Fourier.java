package vn.tram.quality.fingerprint;

/// The discrete Fourier transform of one patch.
final class Fourier {
    private static final int SIZE = Print.PATCH;
    private static final float[] COS = new float[SIZE / 2];
    private static final float[] SIN = new float[SIZE / 2];

    static {
        for (int i = 0; i < SIZE / 2; i++) {
            COS[i] = (float) Math.cos(2 * Math.PI * i / SIZE);
            SIN[i] = (float) -Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    private Fourier() {}

    /// Transforms rows and then columns, in place.
    static void square(float[] re, float[] im) {
        for (int row = 0; row < SIZE; row++) {
            line(re, im, row * SIZE, 1);
        }
        for (int column = 0; column < SIZE; column++) {
            line(re, im, column, SIZE);
        }
    }

    /// Cooley and Tukey's fast transform of one row or column, radix 2.
    private static void line(float[] re, float[] im, int offset, int stride) {
        int shift = 32 - Integer.numberOfTrailingZeros(SIZE);
        for (int i = 0; i < SIZE; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                swap(re, offset + i * stride, offset + j * stride);
                swap(im, offset + i * stride, offset + j * stride);
            }
        }
        for (int half = 1; half < SIZE; half *= 2) {
            int turn = SIZE / 2 / half;
            for (int start = 0; start < SIZE; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = offset + (start + k) * stride;
                    int b = a + half * stride;
                    float c = COS[k * turn];
                    float s = SIN[k * turn];
                    float x = re[b] * c - im[b] * s;
                    float y = re[b] * s + im[b] * c;
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    private static void swap(float[] values, int i, int j) {
        float kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
