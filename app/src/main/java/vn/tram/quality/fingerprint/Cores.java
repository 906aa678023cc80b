package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the cores of a pattern: where ridges turn around a point by half a turn.
///
/// Around a core the ridges' direction turns half a turn along with the way around it, around a
/// delta half a turn against it (Poincaré index of Kawagoe and Tojo, 1984). The field is smoothed
/// first, so that a scar does not turn it; a core and a delta that are closer than a ridge pattern
/// has them are a flaw and cancel out; and all ridges around a core must point the way its shape
/// asks for (first-order symmetry after Nilsson and Bigun, 2003).
final class Cores {
    /// In columns and rows of patches, with fractions.
    ///
    /// @param symmetry how well the ridges around have the shape of a core, 0 to 1
    record Core(double column, double row, double symmetry) {}

    private record Turn(int column, int row, int index) {
        double distance(Turn other) {
            return Math.hypot(column - other.column, row - other.row);
        }
    }

    /// Reach of the smoothing and of the symmetry, patches. Tuned on FVC2000 and FVC2002, 2026-11.
    private static final int REACH = 2;

    private static final int AROUND = 3;

    /// A core and a delta closer than this are a flaw: 2.4 mm.
    private static final double CLOSEST = 3;

    private static final double LEAST_SYMMETRY = 0.55;

    /// Of the patches around a core so many must be on the print.
    private static final double LEAST_SEEN = 0.8;

    private final int columns;
    private final int rows;
    private final double[] real; // of twice the direction, as long as it is certain
    private final double[] imaginary;
    private final boolean[] seen;

    private Cores(Print print) {
        columns = print.patches().stream().mapToInt(Patch::column).max().orElse(-1) + 1;
        rows = print.patches().stream().mapToInt(Patch::row).max().orElse(-1) + 1;
        real = new double[columns * rows];
        imaginary = new double[columns * rows];
        seen = new boolean[columns * rows];
        for (var patch : print.patches()) {
            int at = patch.row() * columns + patch.column();
            real[at] = patch.spectrum().direction() * Math.cos(2 * patch.spectrum().normal());
            imaginary[at] = patch.spectrum().direction() * Math.sin(2 * patch.spectrum().normal());
            seen[at] = true;
        }
    }

    /// One or two, the clearest first; none of an arch, or where the print does not show it.
    static List<Core> of(Print print) {
        var field = new Cores(print);
        var smooth = field.smoothed();
        return withoutFlaws(field.turns(smooth)).stream()
                .filter(t -> t.index > 0)
                .map(field::core)
                .filter(c -> c.symmetry >= LEAST_SYMMETRY)
                .sorted(Comparator.comparingDouble(Core::symmetry).reversed())
                .limit(2)
                .toList();
    }

    /// Angles of twice the direction, averaged over neighbours.
    private double[] smoothed() {
        var angles = new double[real.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = 0;
                double y = 0;
                for (int dy = -REACH; dy <= REACH; dy++) {
                    for (int dx = -REACH; dx <= REACH; dx++) {
                        int at = at(column + dx, row + dy);
                        if (at >= 0) {
                            double weight = Math.exp(-(dx * dx + dy * dy) / 2.0);
                            x += weight * real[at];
                            y += weight * imaginary[at];
                        }
                    }
                }
                angles[row * columns + column] = Math.atan2(y, x);
            }
        }
        return angles;
    }

    /// Place in the arrays, -1 beside them.
    private int at(int column, int row) {
        boolean inside = column >= 0 && row >= 0 && column < columns && row < rows;
        return inside ? row * columns + column : -1;
    }

    /// Squares of four patches around which the direction does not come back as it was.
    private List<Turn> turns(double[] angles) {
        var turns = new ArrayList<Turn>();
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                int at = row * columns + column;
                int[] around = {at, at + 1, at + columns + 1, at + columns, at};
                double turned = 0;
                boolean whole = true;
                for (int i = 0; i < 4; i++) {
                    whole &= seen[around[i]];
                    turned +=
                            Math.IEEEremainder(
                                    angles[around[i + 1]] - angles[around[i]], 2 * Math.PI);
                }
                int index = (int) Math.round(turned / (2 * Math.PI));
                if (whole && index != 0) {
                    turns.add(new Turn(column, row, index));
                }
            }
        }
        return turns;
    }

    /// Takes away pairs that turn against each other too closely, the closest first.
    private static List<Turn> withoutFlaws(List<Turn> turns) {
        var left = new ArrayList<>(turns);
        while (true) {
            Turn one = null;
            Turn other = null;
            double least = CLOSEST;
            for (var a : left) {
                for (var b : left) {
                    if (a.index > 0 && b.index < 0 && a.distance(b) < least) {
                        least = a.distance(b);
                        one = a;
                        other = b;
                    }
                }
            }
            if (one == null || other == null) {
                return left;
            }
            left.remove(one);
            left.remove(other);
        }
    }

    private Core core(Turn turn) {
        double x = turn.column + 0.5;
        double y = turn.row + 0.5;
        double sumReal = 0;
        double sumImaginary = 0;
        double certainty = 0;
        int all = 0;
        int there = 0;
        for (int row = turn.row - AROUND; row <= turn.row + 1 + AROUND; row++) {
            for (int column = turn.column - AROUND; column <= turn.column + 1 + AROUND; column++) {
                double dx = column - x;
                double dy = row - y;
                double r = Math.hypot(dx, dy);
                if (r > AROUND) {
                    continue;
                }
                all++;
                int at = at(column, row);
                if (at >= 0 && seen[at]) {
                    there++;
                    sumReal += (real[at] * dx + imaginary[at] * dy) / r;
                    sumImaginary += (imaginary[at] * dx - real[at] * dy) / r;
                    certainty += Math.hypot(real[at], imaginary[at]);
                }
            }
        }
        boolean shown = there >= LEAST_SEEN * all && certainty > 0;
        return new Core(x, y, shown ? Math.hypot(sumReal, sumImaginary) / certainty : 0);
    }
}
