package vn.tram.calibration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What stands off its neighbourhood in a field that should be uniform.
final class Spots {
    /// How much of a sine of 2 cycles per millimetre at 500 ppi [#ridgeBand] leaves: two box means,
    /// sinc(3 f) less sinc(21 f) at 0.1 cycles a pixel, along one direction.
    static final double BAND_GAIN = sinc(3 * 0.1016) - sinc(21 * 0.1016);

    /// Up to so many joined pixels are a fault of the sensor; more are dust or a smear.
    private static final int MOST_DEAD = 4;

    /// Least distance from the neighbourhood, levels, and in deviations of the whole field.
    private static final double LEAST_LEVELS = 20;

    private static final double LEAST_DEVIATIONS = 8;

    private static final int RIDGE = 3;
    private static final int AROUND = 21;

    private Spots() {}

    private static double sinc(double x) {
        return Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// Pixels in spots of at most four in either picture, each counted once.
    static int dead(Levels clean, Levels dark) {
        var dead = small(clean);
        dead.or(small(dark));
        return dead.cardinality();
    }

    /// Spots of more than four joined pixels.
    static int specks(Levels clean) {
        var off = off(clean);
        int specks = 0;
        for (int i = off.nextSetBit(0); i >= 0; i = off.nextSetBit(i)) {
            if (taken(off, i, clean).size() > MOST_DEAD) {
                specks++;
            }
        }
        return specks;
    }

    private static BitSet small(Levels levels) {
        var off = off(levels);
        var small = new BitSet();
        for (int i = off.nextSetBit(0); i >= 0; i = off.nextSetBit(i)) {
            var spot = taken(off, i, levels);
            if (spot.size() <= MOST_DEAD) {
                spot.forEach(small::set);
            }
        }
        return small;
    }

    /// Takes the spot that holds pixel `start` out of `off`.
    private static List<Integer> taken(BitSet off, int start, Levels levels) {
        var spot = new ArrayList<Integer>();
        var queue = new ArrayDeque<>(List.of(start));
        off.clear(start);
        while (!queue.isEmpty()) {
            int i = queue.removeFirst();
            spot.add(i);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = i % levels.width() + dx;
                    int y = i / levels.width() + dy;
                    if (x >= 0 && y >= 0 && x < levels.width() && y < levels.height()) {
                        int j = y * levels.width() + x;
                        if (off.get(j)) {
                            off.clear(j);
                            queue.addLast(j);
                        }
                    }
                }
            }
        }
        return spot;
    }

    private static BitSet off(Levels levels) {
        var around = box(levels, AROUND);
        var distance = new double[levels.width() * levels.height()];
        for (int i = 0; i < distance.length; i++) {
            int x = i % levels.width();
            int y = i / levels.width();
            distance[i] = Math.abs(levels.at(x, y) - around.at(x, y));
        }
        // the usual distance, which few spots do not move
        double deviation = 1.4826 * Levels.percentile(distance, 0.5);
        double least = Math.max(LEAST_LEVELS, LEAST_DEVIATIONS * deviation);
        var off = new BitSet();
        for (int i = 0; i < distance.length; i++) {
            if (distance[i] > least) {
                off.set(i);
            }
        }
        return off;
    }

    /// What is finer than 21 pixels and coarser than 3: ridges at 500 ppi.
    static Levels ridgeBand(Levels levels) {
        var fine = box(levels, RIDGE);
        var coarse = box(levels, AROUND);
        var band = new double[levels.width() * levels.height()];
        for (int i = 0; i < band.length; i++) {
            int x = i % levels.width();
            int y = i / levels.width();
            band[i] = fine.at(x, y) - coarse.at(x, y);
        }
        return new Levels(levels.width(), levels.height(), band);
    }

    /// The mean of the `side` x `side` pixels around each, of fewer at the border.
    static Levels box(Levels levels, int side) {
        int w = levels.width();
        int h = levels.height();
        var sums = new double[(w + 1) * (h + 1)];
        for (int y = 0; y < h; y++) {
            double row = 0;
            for (int x = 0; x < w; x++) {
                row += levels.at(x, y);
                sums[(y + 1) * (w + 1) + x + 1] = sums[y * (w + 1) + x + 1] + row;
            }
        }
        int reach = side / 2;
        var means = new double[w * h];
        for (int y = 0; y < h; y++) {
            int top = Math.max(0, y - reach);
            int bottom = Math.min(h, y + reach + 1);
            for (int x = 0; x < w; x++) {
                int left = Math.max(0, x - reach);
                int right = Math.min(w, x + reach + 1);
                double sum =
                        sums[bottom * (w + 1) + right]
                                - sums[top * (w + 1) + right]
                                - sums[bottom * (w + 1) + left]
                                + sums[top * (w + 1) + left];
                means[y * w + x] = sum / ((bottom - top) * (right - left));
            }
        }
        return new Levels(w, h, means);
    }
}
