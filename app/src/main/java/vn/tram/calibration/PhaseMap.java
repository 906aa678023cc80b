package vn.tram.calibration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the bars of a pattern lie, place by place: how far each is from where an undistorted
/// pattern of the same mean pitch would have it.
///
/// Lock-in detection: the picture times the wave, averaged by a Hann window of two periods each
/// way, whose zeros lie on the mean level, on the second harmonic and on the crossing lines of a
/// grid.
final class PhaseMap {
    /// Windows with less than this share of the strong ones' contrast lie outside the target.
    private static final double LEAST_CONTRAST = 0.5;

    /// Weakest contrast that is a target's, gray levels of the fundamental.
    private static final double LEAST_LEVELS = 5;

    private static final int REFINEMENTS = 3;

    private final Wave wave;
    private final int columns;
    private final int rows;
    private final double step;
    private final double left;
    private final double top;
    private final double contrast;

    /// Cycles off the plane; NaN outside the target.
    private final double[] residual;

    private PhaseMap(Wave wave, Lattice lattice, double contrast, double[] residual) {
        this.wave = wave;
        this.columns = lattice.columns;
        this.rows = lattice.rows;
        this.step = lattice.step;
        this.left = lattice.left;
        this.top = lattice.top;
        this.contrast = contrast;
        this.residual = residual;
    }

    /// @param guess right to a hundredth of a cycle a window
    /// @return empty where no bars of that wave are, or too few
    static Optional<PhaseMap> of(Levels picture, Wave guess) {
        var wave = guess;
        for (int i = 0; i < REFINEMENTS; i++) {
            var lattice = Lattice.over(picture, wave);
            if (lattice.isEmpty()) {
                return Optional.empty();
            }
            var better = lattice.get().steadier(wave);
            if (better.isEmpty()) {
                return Optional.empty();
            }
            wave = better.get();
        }
        var last = Lattice.over(picture, wave);
        return last.isEmpty() ? Optional.empty() : last.get().fitted(wave);
    }

    Wave wave() {
        return wave;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /// From one place to the next, pixels.
    double step() {
        return step;
    }

    boolean seen(int column, int row) {
        return !Double.isNaN(residual[row * columns + column]);
    }

    /// Cycles that the bars are off an even pattern.
    double residual(int column, int row) {
        return residual[row * columns + column];
    }

    /// Cycles from the pattern's origin to a place.
    double cycles(int column, int row) {
        return wave.fx() * (left + column * step)
                + wave.fy() * (top + row * step)
                + residual(column, row);
    }

    /// Share of the places inside the picture where bars are.
    double coverage() {
        return Arrays.stream(residual).filter(Double::isFinite).count() / (double) residual.length;
    }

    /// Gray levels of the fundamental, from its mean to its peak.
    double contrast() {
        return contrast;
    }

    /// Every residual, cycles.
    double[] residuals() {
        return Arrays.stream(residual).filter(Double::isFinite).toArray();
    }

    /// The lock-in's complex answers on a lattice of half periods.
    private static final class Lattice {
        private final int columns;
        private final int rows;
        private final double step;
        private final double left;
        private final double top;
        private final double[] re;
        private final double[] im;
        private final double threshold;

        private Lattice(int columns, int rows, double step, double half, double[] re, double[] im) {
            this.columns = columns;
            this.rows = rows;
            this.step = step;
            this.left = half;
            this.top = half;
            this.re = re;
            this.im = im;
            var sizes = new double[re.length];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.hypot(re[i], im[i]);
            }
            this.threshold =
                    Math.max(LEAST_LEVELS / 2, LEAST_CONTRAST * Levels.percentile(sizes, 0.95));
        }

        static Optional<Lattice> over(Levels picture, Wave wave) {
            double period = 1 / wave.frequency();
            double half = period;
            double step = period / 2;
            int columns = (int) Math.floor((picture.width() - 1 - 2 * half) / step) + 1;
            int rows = (int) Math.floor((picture.height() - 1 - 2 * half) / step) + 1;
            if (columns < 4 || rows < 4) {
                return Optional.empty();
            }
            // across the columns first, for every row of pixels
            int height = picture.height();
            var partRe = new double[columns * height];
            var partIm = new double[columns * height];
            double mean = picture.mean();
            for (int c = 0; c < columns; c++) {
                double centre = half + c * step;
                int from = (int) Math.ceil(centre - half);
                int to = Math.min(picture.width() - 1, (int) Math.floor(centre + half));
                double sum = 0;
                for (int x = from; x <= to; x++) {
                    double weight = Fourier.hann(x - centre + half, 2 * half);
                    sum += weight;
                    double cos = weight * Math.cos(2 * Math.PI * wave.fx() * x);
                    double sin = -weight * Math.sin(2 * Math.PI * wave.fx() * x);
                    for (int y = 0; y < height; y++) {
                        double level = picture.at(x, y) - mean;
                        partRe[y * columns + c] += level * cos;
                        partIm[y * columns + c] += level * sin;
                    }
                }
                for (int y = 0; y < height; y++) {
                    partRe[y * columns + c] /= sum;
                    partIm[y * columns + c] /= sum;
                }
            }
            var re = new double[columns * rows];
            var im = new double[columns * rows];
            for (int r = 0; r < rows; r++) {
                double centre = half + r * step;
                int from = (int) Math.ceil(centre - half);
                int to = Math.min(height - 1, (int) Math.floor(centre + half));
                double sum = 0;
                for (int y = from; y <= to; y++) {
                    double weight = Fourier.hann(y - centre + half, 2 * half);
                    sum += weight;
                    double cos = weight * Math.cos(2 * Math.PI * wave.fy() * y);
                    double sin = -weight * Math.sin(2 * Math.PI * wave.fy() * y);
                    for (int c = 0; c < columns; c++) {
                        double a = partRe[y * columns + c];
                        double b = partIm[y * columns + c];
                        re[r * columns + c] += a * cos - b * sin;
                        im[r * columns + c] += a * sin + b * cos;
                    }
                }
                for (int c = 0; c < columns; c++) {
                    re[r * columns + c] /= sum;
                    im[r * columns + c] /= sum;
                }
            }
            return Optional.of(new Lattice(columns, rows, step, half, re, im));
        }

        private boolean strong(int i) {
            return Math.hypot(re[i], im[i]) >= threshold;
        }

        /// The wave whose phase stands still from place to place on the mean.
        Optional<Wave> steadier(Wave wave) {
            double dx = turning(1, 0);
            double dy = turning(0, 1);
            return Double.isNaN(dx) || Double.isNaN(dy)
                    ? Optional.empty()
                    : Optional.of(new Wave(wave.fx() + dx / step, wave.fy() + dy / step));
        }

        /// Cycles of phase from each strong place to its neighbour, on the mean; NaN without any.
        private double turning(int right, int down) {
            double sumRe = 0;
            double sumIm = 0;
            for (int r = 0; r + down < rows; r++) {
                for (int c = 0; c + right < columns; c++) {
                    int a = r * columns + c;
                    int b = (r + down) * columns + c + right;
                    if (strong(a) && strong(b)) {
                        sumRe += re[b] * re[a] + im[b] * im[a];
                        sumIm += im[b] * re[a] - re[b] * im[a];
                    }
                }
            }
            return sumRe == 0 && sumIm == 0 ? Double.NaN : Math.atan2(sumIm, sumRe) / 2 / Math.PI;
        }

        /// Phases without jumps, held against the plane that fits them best.
        Optional<PhaseMap> fitted(Wave wave) {
            var phase = unwrapped();
            var plane = Fit.plane(phase, columns, rows);
            if (plane.isEmpty()) {
                return Optional.empty();
            }
            var fit = plane.get();
            double contrast = 0;
            int seen = 0;
            for (int i = 0; i < phase.length; i++) {
                if (!Double.isNaN(phase[i])) {
                    phase[i] -= fit.at(i % columns, i / columns);
                    contrast += 2 * Math.hypot(re[i], im[i]);
                    seen++;
                }
            }
            var exact = new Wave(wave.fx() + fit.right() / step, wave.fy() + fit.down() / step);
            return Optional.of(new PhaseMap(exact, this, contrast / seen, phase));
        }

        /// From the strongest place outwards; what is not joined to it stays unseen.
        private double[] unwrapped() {
            var phase = new double[re.length];
            Arrays.fill(phase, Double.NaN);
            int start = 0;
            for (int i = 0; i < re.length; i++) {
                if (Math.hypot(re[i], im[i]) > Math.hypot(re[start], im[start])) {
                    start = i;
                }
            }
            var queue = new ArrayDeque<>(List.of(start));
            phase[start] = Math.atan2(im[start], re[start]) / 2 / Math.PI;
            while (!queue.isEmpty()) {
                int i = queue.removeFirst();
                for (int j : neighbours(i)) {
                    if (Double.isNaN(phase[j]) && strong(j)) {
                        double turn = Math.atan2(im[j], re[j]) / 2 / Math.PI;
                        phase[j] = turn + Math.rint(phase[i] - turn);
                        queue.addLast(j);
                    }
                }
            }
            return phase;
        }

        private List<Integer> neighbours(int i) {
            var list = new ArrayList<Integer>(4);
            if (i % columns > 0) {
                list.add(i - 1);
            }
            if (i % columns < columns - 1) {
                list.add(i + 1);
            }
            if (i >= columns) {
                list.add(i - columns);
            }
            if (i + columns < re.length) {
                list.add(i + columns);
            }
            return list;
        }
    }
}
