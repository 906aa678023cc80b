package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.tram.image.Gray8;

/// One print, prepared for measuring: without its white frame, at 500 ppi, with its foreground and
/// the patches of 32 x 32 pixels (1.6 mm) on it, every 16 pixels.
public final class Print {
    /// The resolution that all measures are defined at, pixels per inch.
    public static final double PPI = 500;

    /// Side of a patch, pixels at 500 ppi; ISO/IEC 29794-4 uses the same block.
    static final int PATCH = 32;

    /// Distance of neighbouring patches, pixels.
    static final int STEP = 16;

    /// Square millimetres that stand for one patch: its step squared.
    static final double MM2_PER_PATCH = STEP * 25.4 / PPI * STEP * 25.4 / PPI;

    /// A row or column whose mean is lighter belongs to a white frame (NFIQ 2 trims the same).
    private static final double WHITE_FRAME = 250;

    private static final int SMALLEST_HOLE_CELLS = 100;

    private final Gray8 picture;
    private final int foregroundCells;
    private final int patchColumns;
    private final List<Patch> patches;

    private Print(Gray8 picture, int foregroundCells, int patchColumns, List<Patch> patches) {
        this.picture = picture;
        this.foregroundCells = foregroundCells;
        this.patchColumns = patchColumns;
        this.patches = patches;
    }

    /// Prepares a picture of one finger.
    ///
    /// @param xPpi pixels per inch from left to right, at least 250
    /// @param yPpi pixels per inch from top to bottom, at least 250
    public static Print of(Gray8 picture, double xPpi, double yPpi) {
        var prepared = Resample.to(trimmed(picture), PPI / xPpi, PPI / yPpi);
        var map = CellMap.of(prepared, PPI);
        var mask = map.ridged().filled(SMALLEST_HOLE_CELLS).eroded(1).dilated(1);
        int columns = Math.max(0, (prepared.width() - PATCH) / STEP + 1);
        int rows = Math.max(0, (prepared.height() - PATCH) / STEP + 1);
        var levels = prepared.toBytes();
        var patches = new ArrayList<Patch>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (covered(mask, column, row)) {
                    patches.add(Patch.of(levels, prepared.width(), column, row));
                }
            }
        }
        return new Print(prepared, mask.count(), columns, patches);
    }

    /// Whether the middle half of a patch is foreground: two by two cells of eight pixels.
    private static boolean covered(Mask mask, int column, int row) {
        int x = (column * STEP + STEP / 2) / (STEP / 2);
        int y = (row * STEP + STEP / 2) / (STEP / 2);
        return mask.at(x, y) && mask.at(x + 1, y) && mask.at(x, y + 1) && mask.at(x + 1, y + 1);
    }

    private static Gray8 trimmed(Gray8 picture) {
        int width = picture.width();
        int height = picture.height();
        var columnSums = new long[width];
        var rowSums = new long[height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int level = picture.at(x, y);
                columnSums[x] += level;
                rowSums[y] += level;
            }
        }
        int left = first(columnSums, WHITE_FRAME * height, 0, 1);
        int top = first(rowSums, WHITE_FRAME * width, 0, 1);
        if (left == width || top == height) {
            return picture; // white all over
        }
        int right = first(columnSums, WHITE_FRAME * height, width - 1, -1) + 1;
        int bottom = first(rowSums, WHITE_FRAME * width, height - 1, -1) + 1;
        return picture.crop(left, top, right - left, bottom - top);
    }

    private static int first(long[] sums, double white, int from, int step) {
        int i = from;
        while (i >= 0 && i < sums.length && sums[i] > white) {
            i += step;
        }
        return i;
    }

    Gray8 picture() {
        return picture;
    }

    /// Square millimetres of foreground.
    double foregroundMm2() {
        return foregroundCells * CellMap.CELL_MM * CellMap.CELL_MM;
    }

    /// The patches on the foreground, row by row.
    List<Patch> patches() {
        return Collections.unmodifiableList(patches);
    }

    /// The patches next to one, at most eight.
    List<Patch> neighbours(Patch patch) {
        var neighbours = new ArrayList<Patch>(8);
        int centre = index(patch.row() * patchColumns + patch.column());
        for (int rows = -1; rows <= 1; rows++) {
            for (int columns = -1; columns <= 1; columns++) {
                int column = patch.column() + columns;
                if (column >= 0 && column < patchColumns && (rows != 0 || columns != 0)) {
                    int key = (patch.row() + rows) * patchColumns + column;
                    int at = rows == 0 ? centre + columns : index(key);
                    if (at >= 0 && at < patches.size() && keyOf(patches.get(at)) == key) {
                        neighbours.add(patches.get(at));
                    }
                }
            }
        }
        return neighbours;
    }

    private int keyOf(Patch patch) {
        return patch.row() * patchColumns + patch.column();
    }

    private int index(int key) {
        int low = 0;
        int high = patches.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = keyOf(patches.get(middle));
            if (there == key) {
                return middle;
            }
            if (there < key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
