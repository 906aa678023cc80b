package vn.tram.quality.fingerprint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Takes the fingertip off a finger: from its top to the first joint.
///
/// The joint is a pale crease across the finger, which may lean out of the common direction of the
/// slap. It shows in the profile of ink along the finger's own axis; where it does not, the finger
/// is thinnest there, or is cut at the usual length.
final class FingertipCut {
    /// Where the joint may lie below the top, millimetres: prints of distal phalanges are about 20
    /// to 30 mm long on adults.
    private static final double EARLIEST_MM = 9;

    /// The same where the finger's top lies beyond the picture's edge.
    private static final double EARLIEST_CUT_MM = 7;

    private static final double LATEST_MM = 34;

    /// Length where no joint shows, as a share of the width: prints are about 1.4 times as long as
    /// wide.
    private static final double USUAL_RATIO = 1.45;

    /// What is longer than that many times its width goes on below the joint.
    private static final double LONGEST_RATIO = 1.8;

    /// How pale the crease must be against what lies above and below it, where it usually lies and
    /// as early as it ever does: a print of the very tip alone is rare, a pale patch is not.
    private static final double PALE = 0.62;

    private static final double PALE_EARLY = 0.25;

    private static final double USUALLY_MM = 16;

    /// How much thinner than the finger a row must be to be the joint.
    private static final double THIN = 0.75;

    /// How far to look above and below a crease, millimetres.
    private static final double ABOVE_MM = 9;

    private static final double BELOW_MM = 6;
    private static final double CLEAR_MM = 1.6;

    /// Share of the finger's width to either side of the axis that the profile is taken from.
    private static final double STRIP = 0.3;

    /// A part above the weightiest must have that share of its weight to be the tip, and not
    /// writing or dirt.
    private static final double SHARE_OF_WEIGHTIEST = 0.12;

    /// A finger may lean that far out of the slap's common direction, degrees.
    private static final double MOST_LEAN = 22;

    private FingertipCut() {}

    /// The tip of a finger whose parts stand above one another.
    static Blob tip(List<Blob> parts, Turned turned) {
        double weightiest = parts.stream().mapToDouble(p -> weight(p, turned)).max().orElseThrow();
        var top =
                parts.stream()
                        .filter(p -> weight(p, turned) >= SHARE_OF_WEIGHTIEST * weightiest)
                        .min(Comparator.comparingInt(Blob::top))
                        .orElseThrow();
        var finger = Blob.merged(parts.stream().filter(p -> p.bottom() > top.top()).toList());
        var axis = Axis.of(top, Lean.of(finger).degrees(MOST_LEAN));
        double end = axis.from + joint(finger, top, axis, turned);
        return trimmed(finger, axis, end);
    }

    /// Fingers are large, fill their rectangle and are marked evenly; writing is ragged, and blank
    /// between the strokes.
    private static double weight(Blob part, Turned turned) {
        return part.area() * Math.pow(part.fill(), 3) * Math.pow(evenness(part, turned), 4);
    }

    /// How evenly a part is marked: squared mean over mean square of the ink, above 0 to 1.
    static double evenness(Blob part, Turned turned) {
        double sum = 0;
        double squares = 0;
        for (int cell : part.cells()) {
            double ink = turned.ink()[cell];
            sum += ink;
            squares += ink * ink;
        }
        return sum * sum / Math.max(1e-9, squares * part.area());
    }

    /// A line down the middle of a finger.
    ///
    /// @param from how far down from the middle of the tip it begins; negative
    private record Axis(double x, double y, double cos, double sin, double from) {
        static Axis of(Blob top, double degrees) {
            double x =
                    Arrays.stream(top.cells()).map(c -> c % top.stride()).average().orElseThrow();
            double y =
                    Arrays.stream(top.cells()).map(c -> c / top.stride()).average().orElseThrow();
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            double from =
                    Arrays.stream(top.cells())
                            .mapToDouble(c ->
                                    (c / top.stride() - y) * cos - (c % top.stride() - x) * sin)
                            .min()
                            .orElseThrow();
            return new Axis(x, y, cos, sin, from);
        }

        double down(int cell, int stride) {
            return (cell / stride - y) * cos - (cell % stride - x) * sin;
        }
    }

    /// How far below the top the tip ends, in cells.
    private static int joint(Blob finger, Blob top, Axis axis, Turned turned) {
        var widths = widths(finger, axis);
        boolean cut = turned.isAtEdge((top.left() + top.right()) / 2.0, top.top(), 3);
        int earliest = cells(cut ? EARLIEST_CUT_MM : EARLIEST_MM);
        int latest = Math.min(widths.length, cells(LATEST_MM));
        int full = Arrays.stream(widths, 0, latest).max().orElseThrow();
        int crease = palest(profile(axis, full, widths.length, turned), earliest, latest);
        if (crease > 0) {
            return crease;
        }
        if (widths.length <= latest && widths.length <= LONGEST_RATIO * full) {
            return widths.length;
        }
        int thinnest = -1;
        for (int row = earliest; row < latest; row++) {
            if (widths[row] < THIN * full && (thinnest < 0 || widths[row] < widths[thinnest])) {
                thinnest = row;
            }
        }
        int usual = (int) Math.round(USUAL_RATIO * full);
        return thinnest >= 0 ? thinnest : Math.clamp(usual, Math.min(earliest, latest), latest);
    }

    private static int cells(double mm) {
        return (int) Math.round(mm / CellMap.CELL_MM);
    }

    /// How many cells of the finger lie in each row across its axis, from the top on.
    private static int[] widths(Blob finger, Axis axis) {
        var downs =
                Arrays.stream(finger.cells())
                        .mapToDouble(c -> axis.down(c, finger.stride()) - axis.from)
                        .filter(d -> d >= 0)
                        .toArray();
        var widths = new int[(int) Arrays.stream(downs).max().orElse(0) + 1];
        for (double down : downs) {
            widths[(int) down]++;
        }
        return widths;
    }

    /// Mean ink of each row across the finger, from the top on.
    private static double[] profile(Axis axis, int full, int length, Turned turned) {
        int half = (int) Math.max(3, STRIP * full);
        int columns = turned.mask().columns;
        int rows = turned.mask().rows;
        var raw = new double[length];
        for (int row = 0; row < length; row++) {
            double down = axis.from + row + 0.5;
            for (int across = -half; across <= half; across++) {
                int x = (int) Math.round(axis.x + across * axis.cos - down * axis.sin);
                int y = (int) Math.round(axis.y + across * axis.sin + down * axis.cos);
                boolean inside = x >= 0 && y >= 0 && x < columns && y < rows;
                raw[row] += inside ? turned.ink()[y * columns + x] / (2 * half + 1) : 0;
            }
        }
        var smooth = new double[length];
        for (int row = 0; row < length; row++) {
            double above = raw[Math.max(0, row - 1)];
            double below = raw[Math.min(length - 1, row + 1)];
            smooth[row] = (above + 2 * raw[row] + below) / 4;
        }
        return smooth;
    }

    /// The first row that is about as pale as the palest, -1 where none is pale.
    private static int palest(double[] ink, int earliest, int latest) {
        int clear = cells(CLEAR_MM);
        var pale = new double[ink.length];
        double palest = 1;
        for (int row = earliest; row < Math.min(latest, ink.length - clear); row++) {
            double above = mean(ink, row - cells(ABOVE_MM), row - clear);
            double below = most(ink, row + 1, row + cells(BELOW_MM));
            double early = Math.clamp((cells(USUALLY_MM) - row) / (double) cells(7), 0, 1);
            double limit = PALE + (PALE_EARLY - PALE) * early;
            pale[row] = ink[row] / Math.max(1e-6, Math.min(above, below)) / limit;
            palest = Math.min(palest, pale[row]);
        }
        for (int row = earliest; row < Math.min(latest, ink.length - clear); row++) {
            if (pale[row] < 1 && pale[row] <= 1.15 * palest + 0.05) {
                return row;
            }
        }
        return -1;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, Math.max(0, from), Math.max(1, to)).average().orElse(0);
    }

    private static double most(double[] values, int from, int to) {
        return Arrays.stream(values, from, Math.min(values.length, to)).max().orElse(0);
    }

    /// The part above the joint, without lone cells at its sides.
    private static Blob trimmed(Blob finger, Axis axis, double end) {
        var above =
                Blob.of(
                        finger.stride(),
                        Arrays.stream(finger.cells())
                                .filter(c -> axis.down(c, finger.stride()) < end)
                                .filter(c -> axis.down(c, finger.stride()) >= axis.from - 1)
                                .toArray());
        var counts = above.columnCounts();
        int least = Math.max(1, above.height() / 8);
        int from = 0;
        int to = counts.length;
        while (from < to && counts[from] < least) {
            from++;
        }
        while (to > from + 1 && counts[to - 1] < least) {
            to--;
        }
        return above.columns(above.left() + from, above.left() + to);
    }
}
