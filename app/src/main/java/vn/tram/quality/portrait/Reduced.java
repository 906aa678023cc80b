package vn.tram.quality.portrait;

import java.util.Arrays;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// A picture in colour that is small enough to look at in bounded time and memory.
///
/// @param picture the picture, or the means of its square blocks of `factor` pixels' side; what is
///   left over at the right and lower border is dropped
/// @param factor how many pixels of the original lie along one of these, at least 1
record Reduced(Rgb8 picture, int factor) {
    /// The longest side that is looked at, pixels: full HD as it is, anything larger in blocks.
    private static final int LONGEST = 1920;

    static Reduced of(Pixels pixels) {
        int factor = Math.ceilDiv(Math.max(pixels.width(), pixels.height()), LONGEST);
        if (factor == 1 && pixels instanceof Rgb8 colours) {
            return new Reduced(colours, 1);
        }
        // a ribbon thinner than a block keeps its one row or column of pixels
        int width = Math.max(1, pixels.width() / factor);
        int height = Math.max(1, pixels.height() / factor);
        var samples = new byte[3 * width * height];
        var row = new byte[3 * pixels.width()];
        var sums = new int[3 * width];
        int blockRows = Math.min(factor, pixels.height());
        int blockColumns = Math.min(factor, pixels.width());
        int count = blockRows * blockColumns;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            for (int dy = 0; dy < blockRows; dy++) {
                copyRow(pixels, y * factor + dy, row);
                add(row, sums, blockColumns);
            }
            for (int i = 0; i < sums.length; i++) {
                samples[y * sums.length + i] = (byte) ((sums[i] + count / 2) / count);
            }
        }
        return new Reduced(Rgb8.wrap(width, height, samples), factor);
    }

    private static void add(byte[] row, int[] sums, int blockColumns) {
        int from = 0;
        for (int i = 0; i < sums.length; i += 3) {
            for (int dx = 0; dx < blockColumns; dx++) {
                sums[i] += row[from++] & 0xFF;
                sums[i + 1] += row[from++] & 0xFF;
                sums[i + 2] += row[from++] & 0xFF;
            }
        }
    }

    private static void copyRow(Pixels pixels, int y, byte[] row) {
        switch (pixels) {
            case Rgb8 colours -> colours.copyRow(y, row, 0);
            case Gray8 gray -> {
                for (int x = 0; x < gray.width(); x++) {
                    byte level = (byte) gray.at(x, y);
                    row[3 * x] = level;
                    row[3 * x + 1] = level;
                    row[3 * x + 2] = level;
                }
            }
        }
    }
}
