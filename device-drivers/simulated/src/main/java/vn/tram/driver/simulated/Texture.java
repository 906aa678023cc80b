package vn.tram.driver.simulated;

/// Smooth noise, mean 0 and deviation 1, that repeats every 512 pixels without a seam.
final class Texture {
    static final int SIDE = 512;
    private static final int MASK = SIDE - 1;

    private final float[] values;

    private Texture(float[] values) {
        this.values = values;
    }

    /// @param grain size of its blobs: the radius of the box that white noise is blurred with three
    ///   times, in pixels; 0 is white noise
    static Texture of(Dice dice, int grain) {
        var values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (dice.unit() + dice.unit() + dice.unit() - 1.5);
        }
        for (int pass = 0; pass < 3 && grain > 0; pass++) {
            values = boxAcross(boxAcross(values, grain), grain); // transposed twice
        }
        normalise(values);
        return new Texture(values);
    }

    float at(int x, int y) {
        return values[(y & MASK) * SIDE + (x & MASK)];
    }

    /// Mean of `2 radius + 1` pixels in each row; the result is transposed.
    private static float[] boxAcross(float[] from, int radius) {
        var to = new float[from.length];
        for (int y = 0; y < SIDE; y++) {
            double sum = 0;
            for (int x = -radius; x <= radius; x++) {
                sum += from[y * SIDE + (x & MASK)];
            }
            for (int x = 0; x < SIDE; x++) {
                to[x * SIDE + y] = (float) sum;
                sum += from[y * SIDE + (x + radius + 1 & MASK)];
                sum -= from[y * SIDE + (x - radius & MASK)];
            }
        }
        return to;
    }

    private static void normalise(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(squares / values.length - mean * mean);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((values[i] - mean) / deviation);
        }
    }
}
