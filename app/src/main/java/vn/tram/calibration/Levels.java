package vn.tram.calibration;

import java.util.Arrays;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;

/// Gray levels as numbers to calculate with, row by row.
final class Levels {
    private final int width;
    private final int height;
    private final double[] values;

    Levels(int width, int height, double[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    static Levels of(Pixels pixels) {
        Gray8 gray = pixels.toGray();
        var values = new double[gray.width() * gray.height()];
        for (int y = 0, i = 0; y < gray.height(); y++) {
            for (int x = 0; x < gray.width(); x++, i++) {
                values[i] = gray.at(x, y);
            }
        }
        return new Levels(gray.width(), gray.height(), values);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double at(int x, int y) {
        return values[y * width + x];
    }

    /// A copy of the part, which must lie inside.
    Levels crop(int x, int y, int columns, int rows) {
        var part = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, (y + row) * width + x, part, row * columns, columns);
        }
        return new Levels(columns, rows, part);
    }

    /// Columns for rows.
    Levels transposed() {
        var turned = new double[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = values[y * width + x];
            }
        }
        return new Levels(height, width, turned);
    }

    double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    /// Root of the mean squared distance from the mean.
    double deviation() {
        double mean = mean();
        return Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    /// The value that a share of all values does not exceed, the nearest of them.
    ///
    /// @param share 0 to 1
    static double percentile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    double percentile(double share) {
        return percentile(values, share);
    }
}
