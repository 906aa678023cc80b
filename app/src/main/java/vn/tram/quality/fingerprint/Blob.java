package vn.tram.quality.fingerprint;

import java.util.Arrays;

/// A patch of cells and the upright rectangle around it.
///
/// @param stride columns of the map
/// @param cells `y * stride + x` of each
/// @param right first column beyond it
/// @param bottom first row beyond it
@SuppressWarnings("ArrayRecordComponent")
record Blob(int stride, int[] cells, int left, int top, int right, int bottom) {
    static Blob of(int stride, int[] cells) {
        var xs = Arrays.stream(cells).map(c -> c % stride).summaryStatistics();
        var ys = Arrays.stream(cells).map(c -> c / stride).summaryStatistics();
        return new Blob(stride, cells, xs.getMin(), ys.getMin(), xs.getMax() + 1, ys.getMax() + 1);
    }

    int area() {
        return cells.length;
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    /// Share of its rectangle that it fills, above 0 to 1.
    double fill() {
        return (double) area() / width() / height();
    }

    /// Only its cells in columns from `from` to before `to`.
    Blob columns(int from, int to) {
        return of(
                stride,
                Arrays.stream(cells).filter(c -> c % stride >= from && c % stride < to).toArray());
    }

    /// How many of its cells lie in each of its columns.
    int[] columnCounts() {
        var counts = new int[width()];
        for (int cell : cells) {
            counts[cell % stride - left]++;
        }
        return counts;
    }

    /// How many of its cells lie in each of its rows.
    int[] rowCounts() {
        var counts = new int[height()];
        for (int cell : cells) {
            counts[cell / stride - top]++;
        }
        return counts;
    }
}
