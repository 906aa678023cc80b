package vn.tram.quality.fingerprint;

import java.util.Arrays;
import vn.tram.image.Gray8;

/// A picture seen from afar, in cells of 0.4 mm: how lively the gray levels are around each, and
/// how busy.
///
/// Ridges and valleys change level every half millimetre. Blank glass and smudges are dull; strokes
/// of a pen, printed lines and stamps are lively, but change rarely; noise changes with every
/// pixel.
final class CellMap {
    /// Side of a cell, millimetres: a little less than one ridge period. Tuned by eye.
    static final double CELL_MM = 0.4064;

    /// Least deviation of gray levels that is taken for ridges. An empty scanner's noise is below
    /// 5; the faintest dry print of the public sets has 6 over most of its area.
    private static final double LEAST_DEVIATION = 6;

    /// Share of the liveliest cells' deviation that a cell must have. Tuned on inked slap cards,
    /// 2026-11.
    private static final double SHARE_OF_LIVELIEST = 0.2;

    /// Squared steps between neighbouring pixels over variance, at 500 ppi. A sine of 9 pixels
    /// period has 2 - 2 cos(2 pi / 9) = 0.47, of 14 pixels 0.2, white noise 4; a pen's stroke has
    /// about 0.15.
    private static final double LEAST_BUSY = 0.22;

    private static final double MOST_BUSY = 1.8;

    final int columns;
    final int rows;
    final int cell;
    private final double ppi;
    private final long[] sums;
    private final long[] squares;
    private final long[] steps;

    private CellMap(int columns, int rows, int cell, double ppi) {
        this.columns = columns;
        this.rows = rows;
        this.cell = cell;
        this.ppi = ppi;
        sums = new long[columns * rows];
        squares = new long[columns * rows];
        steps = new long[columns * rows];
    }

    static CellMap of(Gray8 picture, double ppi) {
        int cell = Math.max(2, (int) Math.round(ppi * CELL_MM / 25.4));
        int columns = Math.max(1, picture.width() / cell);
        int rows = Math.max(1, picture.height() / cell);
        var map = new CellMap(columns, rows, cell, ppi);
        var row = new byte[picture.width()];
        var next = new byte[picture.width()];
        picture.copyRow(0, next, 0);
        for (int y = 0; y < Math.min(rows * cell, picture.height()); y++) {
            System.arraycopy(next, 0, row, 0, row.length);
            picture.copyRow(Math.min(y + 1, picture.height() - 1), next, 0);
            map.add(row, next, y / cell * columns);
        }
        return map;
    }

    private void add(byte[] row, byte[] next, int offset) {
        for (int column = 0, x = 0; column < columns; column++) {
            int sum = 0;
            int square = 0;
            int step = 0;
            for (int end = Math.min(x + cell, row.length); x < end; x++) {
                int level = row[x] & 0xFF;
                int right = (row[Math.min(x + 1, row.length - 1)] & 0xFF) - level;
                int below = (next[x] & 0xFF) - level;
                sum += level;
                square += level * level;
                step += right * right + below * below;
            }
            sums[offset + column] += sum;
            squares[offset + column] += square;
            steps[offset + column] += step;
        }
    }

    /// The cells that show anything, ridges or not.
    Mask lively() {
        return lively(variance());
    }

    /// The cells that show ridges, each judged with its eight neighbours.
    Mask ridged() {
        var variance = variance();
        var lively = lively(variance);
        var step = around(steps);
        double busyUnit = 500 / ppi * (500 / ppi); // a finer picture has smaller steps
        var mask = new Mask(columns, rows);
        for (int i = 0; i < variance.length; i++) {
            double busy = step[i] / Math.max(variance[i], 1e-9) / busyUnit;
            int x = i % columns;
            int y = i / columns;
            mask.put(x, y, lively.at(x, y) && busy >= LEAST_BUSY && busy <= MOST_BUSY);
        }
        return mask;
    }

    /// How strongly each cell is marked, in gray levels: the deviation within it, and half of how
    /// far its mean is off the blank ground's, so that what is smeared counts too.
    float[] ink() {
        var ink = new float[sums.length];
        var means = new double[sums.length];
        var blank = new double[sums.length];
        int blanks = 0;
        double pixels = (double) cell * cell;
        for (int i = 0; i < ink.length; i++) {
            means[i] = sums[i] / pixels;
            ink[i] = (float) Math.sqrt(Math.max(0, squares[i] / pixels - means[i] * means[i]));
            if (ink[i] < LEAST_DEVIATION) {
                blank[blanks++] = means[i];
            }
        }
        Arrays.sort(blank, 0, blanks);
        for (int i = 0; blanks > 0 && i < ink.length; i++) {
            ink[i] += (float) Math.abs(means[i] - blank[blanks / 2]) / 2;
        }
        return ink;
    }

    private Mask lively(double[] variance) {
        var sorted = variance.clone();
        Arrays.sort(sorted);
        double liveliest = Math.sqrt(sorted[(int) (0.98 * (sorted.length - 1))]);
        double least = Math.max(LEAST_DEVIATION, SHARE_OF_LIVELIEST * liveliest);
        var mask = new Mask(columns, rows);
        for (int i = 0; i < variance.length; i++) {
            mask.put(i % columns, i / columns, variance[i] >= least * least);
        }
        return mask;
    }

    private double[] variance() {
        var variance = around(squares);
        var mean = around(sums);
        for (int i = 0; i < variance.length; i++) {
            variance[i] = Math.max(0, variance[i] - mean[i] * mean[i]);
        }
        return variance;
    }

    /// Means a pixel over each cell and its neighbours.
    private double[] around(long[] totals) {
        var means = new double[totals.length];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                long total = 0;
                int cells = 0;
                for (int ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++) {
                    for (int nx = Math.max(0, x - 1); nx <= Math.min(columns - 1, x + 1); nx++) {
                        total += totals[ny * columns + nx];
                        cells++;
                    }
                }
                means[y * columns + x] = (double) total / ((long) cells * cell * cell);
            }
        }
        return means;
    }
}
