package vn.tram.quality.fingerprint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Takes the fingertip off an upright finger: from its top to the first joint.
final class FingertipCut {
    /// Where the joint may lie below the top, millimetres: prints of distal phalanges are about 20
    /// to 30 mm long on adults.
    private static final double EARLIEST_MM = 17;

    private static final double LATEST_MM = 34;

    /// Length where no joint shows, as a share of the width: prints are about 1.4 times as long as
    /// wide.
    private static final double USUAL_RATIO = 1.45;

    /// How much thinner than the finger a row must be to be the joint's crease.
    private static final double CREASE = 0.75;

    /// A part above the weightiest must have that share of its weight to be the tip, and not
    /// writing or dirt.
    private static final double SHARE_OF_WEIGHTIEST = 0.35;

    /// The tip of a finger whose parts stand above one another.
    Blob tip(List<Blob> parts) {
        double weightiest = parts.stream().mapToDouble(FingertipCut::weight).max().orElseThrow();
        var top =
                parts.stream()
                        .filter(p -> weight(p) >= SHARE_OF_WEIGHTIEST * weightiest)
                        .min(Comparator.comparingInt(Blob::top))
                        .orElseThrow();
        int end = joint(top);
        return trimmed(top, top.top() + end);
    }

    /// Fingers are large and fill their rectangle; writing is ragged.
    private static double weight(Blob part) {
        return part.area() * Math.pow(part.fill(), 3);
    }

    /// The row of the joint, counted from the top.
    private static int joint(Blob finger) {
        var counts = finger.rowCounts();
        int earliest = (int) (EARLIEST_MM / CellMap.CELL_MM);
        int latest = (int) Math.min(counts.length, LATEST_MM / CellMap.CELL_MM);
        if (counts.length <= latest && counts.length <= 1.8 * finger.width()) {
            return counts.length;
        }
        int full = Arrays.stream(counts, 0, Math.min(latest, counts.length)).max().orElseThrow();
        int usual = (int) Math.round(USUAL_RATIO * full);
        int best = -1;
        for (int row = earliest; row < latest; row++) {
            if (counts[row] < CREASE * full && (best < 0 || counts[row] < counts[best])) {
                best = row;
            }
        }
        return best >= 0 ? best : Math.clamp(usual, Math.min(earliest, counts.length), latest);
    }

    /// The part above `bottom`, without lone cells at its sides.
    private static Blob trimmed(Blob finger, int bottom) {
        var above =
                Blob.of(
                        finger.stride(),
                        Arrays.stream(finger.cells())
                                .filter(c -> c / finger.stride() < bottom)
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
