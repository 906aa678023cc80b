package vn.tram.calibration;

import java.util.Optional;

/// The plane `base + right * column + down * row` that fits values best, by least squares.
record Fit(double base, double right, double down) {
    double at(double column, double row) {
        return base + right * column + down * row;
    }

    /// @param values row by row; NaN where there is none
    /// @return empty when there are fewer than nine, or all lie in a line
    static Optional<Fit> plane(double[] values, int columns, int rows) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sv = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        double sxv = 0;
        double syv = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double v = values[row * columns + column];
                if (!Double.isNaN(v)) {
                    n++;
                    sx += column;
                    sy += row;
                    sv += v;
                    sxx += (double) column * column;
                    syy += (double) row * row;
                    sxy += (double) column * row;
                    sxv += column * v;
                    syv += row * v;
                }
            }
        }
        if (n < 9) {
            return Optional.empty();
        }
        double cxx = sxx - sx * sx / n;
        double cyy = syy - sy * sy / n;
        double cxy = sxy - sx * sy / n;
        double cxv = sxv - sx * sv / n;
        double cyv = syv - sy * sv / n;
        double determinant = cxx * cyy - cxy * cxy;
        if (determinant < 1e-9 * cxx * cyy || determinant <= 0) {
            return Optional.empty();
        }
        double right = (cxv * cyy - cyv * cxy) / determinant;
        double down = (cyv * cxx - cxv * cxy) / determinant;
        return Optional.of(new Fit((sv - right * sx - down * sy) / n, right, down));
    }
}
