package vn.tram.matching;

import java.util.Random;
import vn.tram.image.Gray8;

/// Pictures turned, stretched, swollen and blurred.
final class Warp {
    /// A blur of 0.8 pixels' standard deviation, which a kernel of five holds.
    private static final float[] KERNEL = kernel(0.8, 2);

    /// Side of the piece of noise that is laid over a picture again and again, pixels.
    private static final int TILE = 256;

    /// Noise of deviation 1, smoothed over a deviation of 1.2 pixels: finer noise no scanner's
    /// optics lets through. Always the same.
    private static final float[] NOISE = noise(1.2);

    private Warp() {}

    /// Clockwise by 90 degrees.
    static Gray8 quarterTurned(Gray8 picture) {
        int width = picture.height();
        int height = picture.width();
        var samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                samples[y * width + x] = (byte) picture.at(y, width - 1 - x);
            }
        }
        return Gray8.wrap(width, height, samples);
    }

    /// Clockwise about the middle, bilinear, all of it kept; the corners get the picture's mean.
    ///
    /// @param degrees -90 to 90
    static Gray8 turned(Gray8 picture, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double slant = Math.abs(sin);
        int width = (int) Math.ceil(picture.width() * cos + picture.height() * slant);
        int height = (int) Math.ceil(picture.width() * slant + picture.height() * cos);
        byte mean = (byte) Math.round(mean(picture));
        var source = picture.toBytes();
        var samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double dy = y + 0.5 - height / 2.0;
            for (int x = 0; x < width; x++) {
                double dx = x + 0.5 - width / 2.0;
                double fromX = picture.width() / 2.0 + dx * cos + dy * sin - 0.5;
                double fromY = picture.height() / 2.0 - dx * sin + dy * cos - 0.5;
                boolean inside =
                        fromX >= 0
                                && fromY >= 0
                                && fromX < picture.width() - 1
                                && fromY < picture.height() - 1;
                samples[y * width + x] =
                        inside ? bilinear(source, picture.width(), fromX, fromY) : mean;
            }
        }
        return Gray8.wrap(width, height, samples);
    }

    /// Every pixel taken from up to one and a half times `most` pixels away in both directions,
    /// smoothly.
    ///
    /// @param period of the waves, pixels
    static Gray8 stretched(Gray8 picture, double most, double period) {
        int width = picture.width();
        int height = picture.height();
        if (width < 2 || height < 2) {
            return picture;
        }
        var columns = new double[2][width];
        var rows = new double[2][height];
        waves(columns, most, period);
        waves(rows, most, period);
        var source = picture.toBytes();
        var samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = Math.clamp(x + rows[0][y] + columns[1][x] / 2, 0, width - 1.001);
                double fromY = Math.clamp(y + columns[0][x] + rows[1][y] / 2, 0, height - 1.001);
                samples[y * width + x] = bilinear(source, width, fromX, fromY);
            }
        }
        return Gray8.wrap(width, height, samples);
    }

    /// Two waves of one period, one a little later than the other.
    private static void waves(double[][] shifts, double most, double period) {
        for (int i = 0; i < shifts[0].length; i++) {
            double phase = 2 * Math.PI * i / period;
            shifts[0][i] = most * Math.sin(phase + 0.7);
            shifts[1][i] = most * Math.sin(phase + 1.4);
        }
    }

    /// Each pixel the darkest of the nine around it: ridges grow.
    static Gray8 swollen(Gray8 picture) {
        int width = picture.width();
        int height = picture.height();
        var source = picture.toBytes();
        var across = new int[source.length];
        for (int i = 0; i < source.length; i++) {
            int x = i % width;
            int level = source[i] & 0xFF;
            level = x > 0 ? Math.min(level, source[i - 1] & 0xFF) : level;
            across[i] = x < width - 1 ? Math.min(level, source[i + 1] & 0xFF) : level;
        }
        var samples = new byte[source.length];
        for (int i = 0; i < source.length; i++) {
            int level = i >= width ? Math.min(across[i], across[i - width]) : across[i];
            samples[i] =
                    (byte) (i < width * (height - 1) ? Math.min(level, across[i + width]) : level);
        }
        return Gray8.wrap(width, height, samples);
    }

    static Gray8 blurred(Gray8 picture) {
        int width = picture.width();
        int height = picture.height();
        var source = picture.toBytes();
        var across = new float[source.length];
        int reach = KERNEL.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = -reach; k <= reach; k++) {
                    int at = y * width + Math.clamp(x + k, 0, width - 1);
                    sum += KERNEL[k + reach] * (source[at] & 0xFF);
                }
                across[y * width + x] = sum;
            }
        }
        var samples = new byte[source.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0.5f;
                for (int k = -reach; k <= reach; k++) {
                    sum += KERNEL[k + reach] * across[Math.clamp(y + k, 0, height - 1) * width + x];
                }
                samples[y * width + x] = (byte) sum;
            }
        }
        return Gray8.wrap(width, height, samples);
    }

    /// With noise about each pixel that shows something, the same for pictures of one size. Bare
    /// glass stays bare: a matcher that looked for ridges in its noise would need twice the time.
    ///
    /// @param share the noise's deviation over the picture's
    static Gray8 noisy(Gray8 picture, double share) {
        var shown = Shown.of(picture);
        float strength = (float) (share * shown.deviation());
        var samples = picture.toBytes();
        for (int i = 0; i < samples.length; i++) {
            if (!shown.at(i % picture.width(), i / picture.width())) {
                continue;
            }
            int tile = i / picture.width() % TILE * TILE + i % picture.width() % TILE;
            float level = (samples[i] & 0xFF) + strength * NOISE[tile];
            samples[i] = (byte) Math.round(Math.clamp(level, 0, 255));
        }
        return Gray8.wrap(picture.width(), picture.height(), samples);
    }

    private static float[] noise(double smoothed) {
        var random = new Random(5);
        var white = new float[TILE * TILE];
        for (int i = 0; i < white.length; i++) {
            white[i] = (float) random.nextGaussian();
        }
        var kernel = kernel(smoothed, 4);
        var noise = new float[white.length];
        double squares = 0;
        for (int i = 0; i < noise.length; i++) {
            float sum = 0;
            for (int y = 0; y < kernel.length; y++) { // the tile's far side follows its near one
                for (int x = 0; x < kernel.length; x++) {
                    int at = (i / TILE + y) % TILE * TILE + (i + x) % TILE;
                    sum += kernel[y] * kernel[x] * white[at];
                }
            }
            noise[i] = sum;
            squares += sum * sum;
        }
        float deviation = (float) Math.sqrt(squares / noise.length);
        for (int i = 0; i < noise.length; i++) {
            noise[i] /= deviation;
        }
        return noise;
    }

    private static byte bilinear(byte[] samples, int width, double x, double y) {
        int left = (int) x;
        int top = (int) y;
        double fx = x - left;
        double fy = y - top;
        int i = top * width + left;
        double upper = (1 - fx) * (samples[i] & 0xFF) + fx * (samples[i + 1] & 0xFF);
        double lower =
                (1 - fx) * (samples[i + width] & 0xFF) + fx * (samples[i + width + 1] & 0xFF);
        return (byte) Math.round((1 - fy) * upper + fy * lower);
    }

    private static double mean(Gray8 picture) {
        var histogram = picture.histogram();
        double sum = 0;
        for (int level = 0; level < histogram.length; level++) {
            sum += (double) level * histogram[level];
        }
        return sum / picture.width() / picture.height();
    }

    private static float[] kernel(double deviation, int reach) {
        var kernel = new float[2 * reach + 1];
        float total = 0;
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = (float) Math.exp(-k * k / (2 * deviation * deviation));
            total += kernel[k + reach];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= total;
        }
        return kernel;
    }
}
