package vn.tram.quality.portrait;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Some of a picture's pixels.
final class Region {
    private final int width;
    private final BitSet pixels;

    private Region(int width, BitSet pixels) {
        this.width = width;
        this.pixels = pixels;
    }

    /// The pixels of a `width` by `height` picture whose centres lie inside a closed polygon
    /// (even-odd rule).
    static Region inside(List<Point> corners, int width, int height) {
        var pixels = new BitSet(width * height);
        var crossings = new double[corners.size()];
        for (int row = 0; row < height; row++) {
            int count = crossings(corners, row + 0.5, crossings);
            for (int i = 0; i + 1 < count; i += 2) {
                int first = Math.clamp((long) Math.ceil(crossings[i] - 0.5), 0, width);
                int end = Math.clamp((long) Math.ceil(crossings[i + 1] - 0.5), first, width);
                pixels.set(row * width + first, row * width + end);
            }
        }
        return new Region(width, pixels);
    }

    /// The pixels for which `test` holds.
    static Region where(int width, int height, PixelTest test) {
        var pixels = new BitSet(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.set(y * width + x, test.holds(x, y));
            }
        }
        return new Region(width, pixels);
    }

    private static int crossings(List<Point> corners, double y, double[] crossings) {
        int count = 0;
        for (int i = 0; i < corners.size(); i++) {
            var a = corners.get(i);
            var b = corners.get((i + 1) % corners.size());
            if ((a.y() <= y) != (b.y() <= y)) {
                crossings[count++] = a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
            }
        }
        Arrays.sort(crossings, 0, count);
        return count;
    }

    boolean contains(int x, int y) {
        return pixels.get(y * width + x);
    }

    /// These pixels less those of another region of the same picture.
    Region without(Region other) {
        var rest = (BitSet) pixels.clone();
        rest.andNot(other.pixels);
        return new Region(width, rest);
    }

    /// How many pixels.
    int size() {
        return pixels.cardinality();
    }

    /// Each pixel as `row * width + column`.
    IntStream indices() {
        return pixels.stream();
    }

    /// Decides on a pixel.
    interface PixelTest {
        boolean holds(int x, int y);
    }
}
