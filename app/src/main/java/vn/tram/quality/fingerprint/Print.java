package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tram.image.Gray8;

/// One print, prepared for measuring: at 500 ppi, with its foreground and the patches of 32 x 32
/// pixels (1.6 mm) on it, every 16 pixels.
public final class Print {
    /// The resolution that all measures are defined at, pixels per inch.
    public static final double PPI = 500;

    /// Side of a patch, pixels at 500 ppi; ISO/IEC 29794-4 uses the same block.
    static final int PATCH = 32;

    /// Distance of neighbouring patches, pixels.
    static final int STEP = 16;

    /// Square millimetres that stand for one patch: its step squared.
    static final double MM2_PER_PATCH = STEP * 25.4 / PPI * STEP * 25.4 / PPI;

    private static final int SMALLEST_HOLE_CELLS = 100;

    private final Gray8 picture;
    private final int foregroundCells;
    private final int patchColumns;
    private final List<Patch> patches;
    private final @Nullable Patch[] grid; // by place

    private Print(Gray8 picture, int foregroundCells, int patchColumns, List<Patch> patches) {
        this.picture = picture;
        this.foregroundCells = foregroundCells;
        this.patchColumns = patchColumns;
        this.patches = patches;
        int last = patches.isEmpty() ? -1 : place(patches.getLast());
        grid = new Patch[last + 1];
        for (var patch : patches) {
            grid[place(patch)] = patch;
        }
    }

    private int place(Patch patch) {
        return patch.row() * patchColumns + patch.column();
    }

    /// Prepares a picture of one finger.
    ///
    /// @param xPpi pixels per inch from left to right, at least 250
    /// @param yPpi pixels per inch from top to bottom, at least 250
    public static Print of(Gray8 picture, double xPpi, double yPpi) {
        var prepared = prepared(picture, xPpi, yPpi);
        var map = CellMap.of(prepared, PPI);
        var mask = map.ridged().filled(SMALLEST_HOLE_CELLS).eroded(1).dilated(1);
        int columns = Math.max(0, (prepared.width() - PATCH) / STEP + 1);
        int rows = Math.max(0, (prepared.height() - PATCH) / STEP + 1);
        var covered =
                IntStream.range(0, columns * rows)
                        .filter(i -> covered(mask, i % columns, i / columns))
                        .toArray();
        return new Print(prepared, mask.count(), columns, patches(prepared, columns, covered));
    }

    /// The picture alone, as [#of] measures it: at 500 ppi.
    static Gray8 prepared(Gray8 picture, double xPpi, double yPpi) {
        return Resample.to(picture, PPI / xPpi, PPI / yPpi);
    }

    /// @param places of the patches, row times columns plus column
    private static List<Patch> patches(Gray8 picture, int columns, int[] places) {
        int width = picture.width();
        var levels = picture.toBytes();
        var gradients = new Gradients(levels, width, picture.height());
        var origins = Arrays.stream(places).map(i -> (i / columns * width + i % columns) * STEP);
        var spectra = Spectra.of(levels, width, origins.toArray());
        var patches = new ArrayList<Patch>(places.length);
        for (int i = 0; i < places.length; i++) {
            int column = places[i] % columns;
            int row = places[i] / columns;
            var direction = gradients.of(column, row);
            patches.add(Patch.of(levels, width, column, row, direction, spectra[i]));
        }
        return patches;
    }

    /// Whether the middle half of a patch is foreground: two by two cells of eight pixels.
    private static boolean covered(Mask mask, int column, int row) {
        int x = (column * STEP + STEP / 2) / (STEP / 2);
        int y = (row * STEP + STEP / 2) / (STEP / 2);
        return mask.at(x, y) && mask.at(x + 1, y) && mask.at(x, y + 1) && mask.at(x + 1, y + 1);
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
        for (int rows = -1; rows <= 1; rows++) {
            for (int columns = -1; columns <= 1; columns++) {
                int column = patch.column() + columns;
                int place = (patch.row() + rows) * patchColumns + column;
                boolean inside = column >= 0 && column < patchColumns;
                if (inside && (rows != 0 || columns != 0) && place >= 0 && place < grid.length) {
                    var there = grid[place];
                    if (there != null) {
                        neighbours.add(there);
                    }
                }
            }
        }
        return neighbours;
    }

    /// The median of a value over the patches next to one; of an even number the larger middle one.
    /// Empty where it stands alone.
    OptionalDouble medianAround(Patch patch, ToDoubleFunction<Patch> value) {
        var around = neighbours(patch);
        if (around.isEmpty()) {
            return OptionalDouble.empty();
        }
        var values = new double[around.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(around.get(i));
        }
        Arrays.sort(values);
        return OptionalDouble.of(values[values.length / 2]);
    }
}
