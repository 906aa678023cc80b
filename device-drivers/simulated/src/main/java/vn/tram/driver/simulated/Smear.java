package vn.tram.driver.simulated;

import vn.tram.driver.simulated.Staging.Blur;

/// Blurs a picture as a lens out of focus does, or as movement does.
final class Smear {
    private static final int CHANNELS = 3;
    private static final double ROWS = 1080;

    private Smear() {}

    /// Changes interleaved samples in place. Out of focus: two means over a square, which together
    /// fall off from the middle; moving: one along the rows.
    static void over(byte[] samples, int width, int height, Blur blur) {
        int radius = Math.max(1, (int) Math.round(blur.radius() * height / ROWS));
        if (blur.moving()) {
            along(samples, width, height, CHANNELS, width * CHANNELS, radius);
            return;
        }
        for (int pass = 0; pass < 2; pass++) {
            along(samples, width, height, CHANNELS, width * CHANNELS, radius / 2 + 1);
            along(samples, height, width, width * CHANNELS, CHANNELS, radius / 2 + 1);
        }
    }

    /// A running mean along lines.
    ///
    /// @param length of a line, in places
    /// @param step from a place to the next in its line
    /// @param skip from a line to the next
    private static void along(
            byte[] samples, int length, int lines, int step, int skip, int radius) {
        var line = new int[length];
        for (int start = 0; start < lines * CHANNELS; start++) {
            int from = start / CHANNELS * skip + start % CHANNELS;
            for (int i = 0; i < length; i++) {
                line[i] = samples[from + i * step] & 0xFF;
            }
            int sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += line[Math.clamp(i, 0, length - 1)];
            }
            for (int i = 0; i < length; i++) {
                samples[from + i * step] = (byte) (sum / (2 * radius + 1));
                sum += line[Math.min(i + radius + 1, length - 1)] - line[Math.max(i - radius, 0)];
            }
        }
    }
}
