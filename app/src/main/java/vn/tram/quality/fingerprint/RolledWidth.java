package vn.tram.quality.fingerprint;

import java.util.TreeMap;
import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How wide the skin is that a rolled finger showed: whether it was rolled from nail to nail.
///
/// - **Unit, range**: millimetres, 0 to the picture's width. More is better, up to the finger's own
///   width.
/// - **Definition**: of each row of the foreground's patches the way from its leftmost to its
///   rightmost one, a patch's middle half included; the median over the middle half of the rows.
/// - **Source**: ANSI/NIST-ITL 1 and ISO/IEC 19794-4 define the rolled impression as one from nail
///   to nail and give no number; the measure is our own.
/// - **Blind to**: how wide this citizen's finger is. A child's whole print is as wide as a part of
///   a grown person's.
final class RolledWidth implements Metric<Print> {
    static final String NAME = "rolled-width";

    private static final double MM_PER_STEP = Print.STEP * 25.4 / Print.PPI;

    /// The first and the last column of a row.
    private record Extent(int first, int last) {
        Extent with(int column) {
            return new Extent(Math.min(first, column), Math.max(last, column));
        }

        int columns() {
            return last - first + 1;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reading measure(Print print) {
        var rows = new TreeMap<Integer, Extent>();
        for (var patch : print.patches()) {
            int column = patch.column();
            rows.merge(patch.row(), new Extent(column, column), (known, _) -> known.with(column));
        }
        if (rows.isEmpty()) {
            return OverPatches.none(NAME);
        }
        var extents = rows.values().stream().map(Extent::columns).toList();
        int quarter = extents.size() / 4;
        var middle = extents.subList(quarter, extents.size() - quarter).stream().sorted().toList();
        return new Reading.Measured(NAME, MM_PER_STEP * middle.get(middle.size() / 2), "mm");
    }
}
