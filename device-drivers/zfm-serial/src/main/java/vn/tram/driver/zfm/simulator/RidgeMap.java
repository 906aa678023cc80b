package vn.tram.driver.zfm.simulator;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import vn.tram.image.Gray8;

/// The simulator's template, of its own kind: where ridges and where valleys are in the middle of
/// the print, a bit for each 3 x 3 pixels, 64 columns and 63 rows.
///
/// Two of them are compared by correlation, at every shift up to 12 columns and rows. The same
/// print is found again, also somewhat moved; one that was laid down anew, turned or stretched need
/// not be: this is no fingerprint matcher.
final class RidgeMap {
    /// Bytes of a template: the mark, and eight bytes a row.
    static final int BYTES = 512;

    /// The first eight bytes of each: "TRAMRDG1".
    private static final long MARK = 0x5452_414D_5244_4731L;

    private static final int ROWS = 63;
    private static final int COLUMNS = 64;
    private static final int MOST_SHIFT = 12;

    /// Half the side of the neighbourhood that a place is darker or lighter than, in places: more
    /// than one ridge.
    private static final int AROUND = 4;

    /// Pixels of a place's side.
    private static final int SIDE = 3;

    /// A place shows skin where its neighbourhood has at least this range of gray levels.
    private static final int SKIN = 48 * SIDE * SIDE;

    /// The share of places that must show skin.
    private static final double LEAST_SKIN = 0.4;

    /// The most of a score.
    private static final int FULL = 300;

    private final long[] rows;

    private RidgeMap(long[] rows) {
        this.rows = rows;
    }

    /// The map of a picture; empty when too little of its middle shows ridges.
    static Optional<RidgeMap> of(Gray8 picture) {
        int width = COLUMNS + 2 * AROUND;
        int height = ROWS + 2 * AROUND;
        var middle = Glass.middle(picture, SIDE * width, SIDE * height);
        var places = new int[height][width];
        for (int y = 0; y < SIDE * height; y++) {
            for (int x = 0; x < SIDE * width; x++) {
                places[y / SIDE][x / SIDE] += middle.at(x, y);
            }
        }
        var rows = new long[ROWS];
        int skin = 0;
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                var near = near(places, x, y);
                skin += near.range() >= SKIN ? 1 : 0;
                if (places[y + AROUND][x + AROUND] < near.mean()) {
                    rows[y] |= 1L << x;
                }
            }
        }
        return skin < LEAST_SKIN * ROWS * COLUMNS
                ? Optional.empty()
                : Optional.of(new RidgeMap(rows));
    }

    private record Near(double mean, int range) {}

    private static Near near(int[][] places, int left, int top) {
        int sum = 0;
        int least = Integer.MAX_VALUE;
        int most = 0;
        int side = 2 * AROUND + 1;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int level = places[y][x];
                sum += level;
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
        }
        return new Near((double) sum / (side * side), most - least);
    }

    /// A template as it came over the line; empty when it is none of this simulator's.
    static Optional<RidgeMap> of(byte[] template) {
        if (template.length < BYTES) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(template);
        if (bytes.getLong() != MARK) {
            return Optional.empty();
        }
        var rows = new long[ROWS];
        bytes.asLongBuffer().get(rows);
        return Optional.of(new RidgeMap(rows));
    }

    /// As a template of that many bytes, zeros behind the map.
    byte[] toBytes(int length) {
        var bytes = ByteBuffer.allocate(length);
        bytes.putLong(MARK);
        bytes.asLongBuffer().put(rows);
        return bytes.array();
    }

    /// How alike two are, 0 to 300: the correlation of their ridges at the best shift.
    int score(RidgeMap other) {
        double best = 0;
        for (int dy = -MOST_SHIFT; dy <= MOST_SHIFT; dy++) {
            for (int dx = -MOST_SHIFT; dx <= MOST_SHIFT; dx++) {
                best = Math.max(best, correlation(other, dx, dy));
            }
        }
        return (int) Math.round(FULL * best);
    }

    private double correlation(RidgeMap other, int dx, int dy) {
        long columns = dx >= 0 ? -1L >>> dx : -1L << -dx;
        int different = 0;
        int common = 0;
        for (int y = Math.max(0, -dy); y < Math.min(ROWS, ROWS - dy); y++) {
            long moved = dx >= 0 ? other.rows[y + dy] >>> dx : other.rows[y + dy] << -dx;
            different += Long.bitCount((rows[y] ^ moved) & columns);
            common += COLUMNS - Math.abs(dx);
        }
        return 1 - 2.0 * different / common;
    }

    /// The least score of a match at a security level, 1 to 5: the same print, moved, reaches 165,
    /// others stay under 135 (the test of this class).
    static int least(int level) {
        return 130 + 7 * level;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RidgeMap that && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }
}
