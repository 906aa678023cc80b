package vn.tram.quality.fingerprint;

import java.util.Comparator;
import java.util.Optional;
import vn.tram.image.Box;
import vn.tram.image.Gray8;

/// Finds the one finger in the picture of a single-finger scanner.
final class SingleFinger {
    private static final int LARGEST_HOLE_CELLS = 400;

    /// Kept free around the ridges, cells.
    private static final int MARGIN = 2;

    /// Wider than any finger, rolled nail to nail: a palm, 45 mm.
    private static final double WIDEST = 45 / CellMap.CELL_MM;

    private static final double SMALLEST_AREA = 12 / CellMap.CELL_MM / CellMap.CELL_MM;

    /// Of all that a picture shows, the finger must be this share, in cells. The least of 640
    /// public prints has 0.61; portraits have less, or lines that are no ridges (see
    /// [FingerprintJudge]).
    private static final double LEAST_SHARE = 0.5;

    private SingleFinger() {}

    /// The upright box around its ridges; empty when there is no finger, or a whole palm, or a
    /// picture of something else that has a few lines too.
    static Optional<Box> find(Gray8 picture, double ppi) {
        if (picture.width() < 2 * Print.PATCH || picture.height() < 2 * Print.PATCH) {
            return Optional.empty();
        }
        var map = CellMap.of(picture, ppi);
        var mask = map.ridged().dilated(1).filled(LARGEST_HOLE_CELLS).eroded(2).dilated(1);
        return mask.blobs().stream()
                .max(Comparator.comparingInt(Blob::area))
                .filter(blob -> blob.area() >= SMALLEST_AREA && blob.width() <= WIDEST)
                .filter(blob -> blob.area() >= LEAST_SHARE * map.lively().count())
                .map(blob -> around(blob, map, picture));
    }

    private static Box around(Blob blob, CellMap map, Gray8 picture) {
        int left = Math.max(0, (blob.left() - MARGIN) * map.cell);
        int top = Math.max(0, (blob.top() - MARGIN) * map.cell);
        int right = Math.min(picture.width(), (blob.right() + MARGIN) * map.cell);
        int bottom = Math.min(picture.height(), (blob.bottom() + MARGIN) * map.cell);
        return new Box((left + right) / 2.0, (top + bottom) / 2.0, right - left, bottom - top, 0);
    }
}
