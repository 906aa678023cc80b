package vn.tram.quality.fingerprint;

import java.util.Arrays;
import java.util.List;

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

    /// One patch of several.
    static Blob merged(List<Blob> parts) {
        return of(
                parts.getFirst().stride,
                parts.stream().flatMapToInt(p -> Arrays.stream(p.cells)).toArray());
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

    /// Share that it fills of the rectangle around it that leans as it does, above 0 to about 1.
    double fill() {
        double lean = Math.toRadians(Lean.of(this).degrees(45));
        double cos = Math.cos(lean);
        double sin = Math.sin(lean);
        var across = Arrays.stream(cells).mapToDouble(c -> c % stride * cos + c / stride * sin);
        var along = Arrays.stream(cells).mapToDouble(c -> c / stride * cos - c % stride * sin);
        var u = across.summaryStatistics();
        var v = along.summaryStatistics();
        return area() / (u.getMax() - u.getMin() + 1) / (v.getMax() - v.getMin() + 1);
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
