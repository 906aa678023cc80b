package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A small map of what is finger and what is not, a flag a cell.
final class Mask {
    final int columns;
    final int rows;
    private final boolean[] set;

    Mask(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        set = new boolean[columns * rows];
    }

    /// Outside the map nothing is set.
    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < columns && y < rows && set[y * columns + x];
    }

    void put(int x, int y, boolean value) {
        set[y * columns + x] = value;
    }

    int count() {
        int count = 0;
        for (boolean cell : set) {
            count += cell ? 1 : 0;
        }
        return count;
    }

    /// What is left when every cell within `reach` columns or rows of an unset one is taken away;
    /// beyond the edge counts as set, so that a finger cut by the edge keeps its cells there.
    Mask eroded(int reach) {
        return passed(reach, false).complement();
    }

    /// Grown by `reach` cells to all sides.
    Mask dilated(int reach) {
        return passed(reach, true);
    }

    /// Set where a cell equal to `value` lies within the square of `reach`: rows first, columns
    /// after.
    private Mask passed(int reach, boolean value) {
        var wide = new Mask(columns, rows);
        for (int y = 0; y < rows; y++) {
            int near = -reach - 1;
            for (int x = 0; x < columns + reach; x++) {
                near = x < columns && set[y * columns + x] == value ? x : near;
                if (x - reach >= 0 && near >= x - 2 * reach) {
                    wide.set[y * columns + x - reach] = true;
                }
            }
        }
        var both = new Mask(columns, rows);
        for (int x = 0; x < columns; x++) {
            int near = -reach - 1;
            for (int y = 0; y < rows + reach; y++) {
                near = y < rows && wide.set[y * columns + x] ? y : near;
                if (y - reach >= 0 && near >= y - 2 * reach) {
                    both.set[(y - reach) * columns + x] = true;
                }
            }
        }
        return both;
    }

    private Mask complement() {
        var other = new Mask(columns, rows);
        for (int i = 0; i < set.length; i++) {
            other.set[i] = !set[i];
        }
        return other;
    }

    /// With every hole of at most `most` cells closed.
    Mask filled(int most) {
        var filled = new Mask(columns, rows);
        System.arraycopy(set, 0, filled.set, 0, set.length);
        for (var hole : complement().blobs()) {
            if (hole.area() <= most) {
                for (int cell : hole.cells()) {
                    filled.set[cell] = true;
                }
            }
        }
        return filled;
    }

    private int[] neighbours(int i) {
        int x = i % columns;
        return new int[] {
            x > 0 ? i - 1 : -1,
            x < columns - 1 ? i + 1 : -1,
            i - columns,
            i + columns < set.length ? i + columns : -1
        };
    }

    /// Cells that hang together by their sides.
    List<Blob> blobs() {
        var blobs = new ArrayList<Blob>();
        var seen = new boolean[set.length];
        for (int start = 0; start < set.length; start++) {
            if (set[start] && !seen[start]) {
                blobs.add(blob(start, seen));
            }
        }
        return blobs;
    }

    private Blob blob(int start, boolean[] seen) {
        var cells = new int[64];
        int count = 0;
        cells[count++] = start;
        seen[start] = true;
        for (int done = 0; done < count; done++) {
            for (int neighbour : neighbours(cells[done])) {
                if (neighbour >= 0 && set[neighbour] && !seen[neighbour]) {
                    seen[neighbour] = true;
                    if (count == cells.length) {
                        cells = Arrays.copyOf(cells, 2 * count);
                    }
                    cells[count++] = neighbour;
                }
            }
        }
        return Blob.of(columns, Arrays.copyOf(cells, count));
    }
}
