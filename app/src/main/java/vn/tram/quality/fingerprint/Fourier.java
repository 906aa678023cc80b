package vn.tram.quality.fingerprint;

/// The discrete Fourier transform of many patches at once.
///
/// Value `i` of all patches lies side by side, so that one instruction of the processor works on
/// several patches.
final class Fourier {
    /// How many transforms are made at once.
    static final int LANES = 32;

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

    /// Transforms rows and then columns, in place; pixel `i` of lane `l` is at `i * LANES + l`.
    static void squares(float[] re, float[] im) {
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
                swap(re, (offset + i * stride) * LANES, (offset + j * stride) * LANES);
                swap(im, (offset + i * stride) * LANES, (offset + j * stride) * LANES);
            }
        }
        for (int half = 1; half < SIZE; half *= 2) {
            int turn = SIZE / 2 / half;
            for (int start = 0; start < SIZE; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = (offset + (start + k) * stride) * LANES;
                    int b = a + half * stride * LANES;
                    butterfly(re, im, a, b, COS[k * turn], SIN[k * turn]);
                }
            }
        }
    }

    private static void butterfly(float[] re, float[] im, int a, int b, float cos, float sin) {
        for (int lane = 0; lane < LANES; lane++) {
            float x = re[b + lane] * cos - im[b + lane] * sin;
            float y = re[b + lane] * sin + im[b + lane] * cos;
            re[b + lane] = re[a + lane] - x;
            im[b + lane] = im[a + lane] - y;
            re[a + lane] += x;
            im[a + lane] += y;
        }
    }

    private static void swap(float[] values, int i, int j) {
        for (int lane = 0; lane < LANES; lane++) {
            float kept = values[i + lane];
            values[i + lane] = values[j + lane];
            values[j + lane] = kept;
        }
    }
}
