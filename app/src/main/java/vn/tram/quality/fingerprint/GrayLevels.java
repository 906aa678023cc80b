package vn.tram.quality.fingerprint;

import java.util.stream.IntStream;
import vn.tram.domain.Reading;
import vn.tram.image.Gray8;

/// How many gray levels the scanner tells apart between black and white.
///
/// - **Unit, range**: levels, 1 to 256; a picture of eight bits has 256, one of four bits blown up
///   to eight has 15 or 16, one whose contrast was stretched to twice has 128.
/// - **Definition**: 256 over the mean distance of neighbouring levels in use, the widest one left
///   out, because paper or glass may lie far off the print. In use is a level of the picture's
///   histogram between its first and its last hundredth of pixels. Of a picture of one or two
///   levels: their number.
/// - **Source**: own, for *256 gray levels* of Circular 110/2020/TT-BCA. Distinct levels alone
///   would refuse a faint print of a good scanner.
/// - **Blind to**: noise that fills the gaps of a coarse picture, and resampling, which does too.
final class GrayLevels {
    static final String NAME = "gray-levels";

    private static final double TAIL = 0.01;

    /// Of a larger picture only every so-manieth row is looked at.
    private static final int ENOUGH = 400_000;

    private GrayLevels() {}

    static Reading of(Gray8 picture) {
        var histogram = new int[256];
        var row = new byte[picture.width()];
        int pixels = 0;
        int step = 1 + picture.width() * picture.height() / ENOUGH;
        for (int y = 0; y < picture.height(); y += step) {
            picture.copyRow(y, row, 0);
            for (byte level : row) {
                histogram[level & 0xFF]++;
            }
            pixels += row.length;
        }
        return new Reading.Measured(NAME, Math.round(levels(histogram, pixels)), "levels");
    }

    private static double levels(int[] histogram, int pixels) {
        int low = quantile(histogram, TAIL * pixels);
        int high = quantile(histogram, (1 - TAIL) * pixels);
        var used = IntStream.rangeClosed(low, high).filter(i -> histogram[i] > 0).toArray();
        if (used.length <= 2) {
            return used.length;
        }
        int widest =
                IntStream.range(1, used.length).map(i -> used[i] - used[i - 1]).max().orElseThrow();
        return 256.0 * (used.length - 2) / (high - low - widest);
    }

    /// The first level with which at least so many pixels are passed.
    private static int quantile(int[] histogram, double pixels) {
        int level = 0;
        long passed = histogram[0];
        while (passed < pixels) {
            passed += histogram[++level];
        }
        return level;
    }
}
