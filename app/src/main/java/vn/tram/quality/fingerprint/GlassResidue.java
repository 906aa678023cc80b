package vn.tram.quality.fingerprint;

import java.util.Arrays;
import java.util.List;
import vn.tram.domain.Reading;
import vn.tram.image.Box;
import vn.tram.quality.Metric;

/// How much of the glass beside the fingers is marked: remains of earlier prints, dust, smears.
///
/// - **Unit, range**: share, 0 (blank) to 1. Less is better.
/// - **Definition**: the fingers are the cells that are marked at least 0.35 times as strongly as
///   the typical cell within their boxes, without gaps. Of the squares of 8 x 8 pixels (at 500 ppi)
///   that lie at least 1.2 mm from the picture's edges, 1.6 mm from those cells, and not on the way
///   down from a box, where the rest of the finger lies: those that are marked, see [OnGlass]: gray
///   levels deviate by at least 4.5, and do not jump from pixel to pixel as noise does.
/// - **Source**: own. What an earlier finger leaves on the glass is far paler than the next finger,
///   and ends at that one's outline.
/// - **Blind to**: what lies under the finger, and dirt that is even. Other skin beside the fingers
///   is taken for a finger, not for dirt.
final class GlassResidue implements Metric<OnGlass> {
    private static final double CLEAR_MM = 1.2;

    /// Kept from the fingers' outline, cells: skin fades out there.
    private static final int CLEAR_CELLS = 4;

    /// How far above its lower end the way down from a box begins: joints are pale.
    private static final double JOINT_MM = 4;

    /// A finger's mark over that of its typical cell; ghosts have up to a quarter.
    private static final double FINGER = 0.35;

    private static final double TYPICAL = 0.6;

    /// Smaller marks are no finger, and larger holes none of its own, cells.
    private static final int SMALLEST = 70;

    private static final int LARGEST_HOLE = 400;

    /// Where fewer squares are left there is no bare glass to judge by.
    private static final double LEAST_MM2 = 10;

    @Override
    public String name() {
        return "glass-residue";
    }

    @Override
    public Reading measure(OnGlass glass) {
        var picture = glass.picture();
        var map = CellMap.of(picture, glass.ppi());
        var fingers = glass.fingers().stream().map(Box::axes).toList();
        var ink = map.ink();
        var skin = skin(map, ink, fingers).dilated(CLEAR_CELLS);
        double clear = glass.pixels(CLEAR_MM);
        double joint = glass.pixels(JOINT_MM);
        int bare = 0;
        int marked = 0;
        for (int row = 0; row < map.rows; row++) {
            for (int column = 0; column < map.columns; column++) {
                double x = (column + 0.5) * map.cell;
                double y = (row + 0.5) * map.cell;
                boolean inside =
                        Math.min(x, picture.width() - x) > clear
                                && Math.min(y, picture.height() - y) > clear;
                if (inside && !skin.at(column, row) && !isBelow(fingers, x, y, clear, joint)) {
                    bare++;
                    boolean calm = ink[row * map.columns + column] < OnGlass.MARKED;
                    marked += !calm && glass.isMarked(column * map.cell, row * map.cell) ? 1 : 0;
                }
            }
        }
        return bare * CellMap.CELL_MM * CellMap.CELL_MM < LEAST_MM2
                ? new Reading.NotMeasurable(name(), "no bare glass in the picture")
                : new Reading.Measured(name(), (double) marked / bare, "share");
    }

    /// The cells that are as dark as the fingers in their boxes.
    private static Mask skin(CellMap map, float[] ink, List<Box.Axes> fingers) {
        var within = new float[ink.length];
        int count = 0;
        for (int i = 0; i < ink.length; i++) {
            double x = (i % map.columns + 0.5) * map.cell;
            double y = (i / map.columns + 0.5) * map.cell;
            if (isIn(fingers, x, y)) {
                within[count++] = ink[i];
            }
        }
        Arrays.sort(within, 0, count);
        double least = count == 0 ? 0 : FINGER * within[(int) (TYPICAL * count)];
        var mask = new Mask(map.columns, map.rows);
        for (int i = 0; i < ink.length; i++) {
            mask.put(i % map.columns, i / map.columns, ink[i] >= least);
        }
        var skin = new Mask(map.columns, map.rows);
        for (var blob : mask.dilated(1).filled(LARGEST_HOLE).eroded(2).dilated(1).blobs()) {
            for (int cell : blob.area() > SMALLEST ? blob.cells() : new int[0]) {
                skin.put(cell % map.columns, cell / map.columns, true);
            }
        }
        return skin;
    }

    private static boolean isIn(List<Box.Axes> fingers, double x, double y) {
        for (var finger : fingers) {
            var box = finger.box();
            if (Math.abs(finger.across(x, y)) < box.width() / 2
                    && Math.abs(finger.down(x, y)) < box.height() / 2) {
                return true;
            }
        }
        return false;
    }

    /// Whether a place lies on what may lie below a finger.
    private static boolean isBelow(
            List<Box.Axes> fingers, double x, double y, double clear, double joint) {
        for (var finger : fingers) {
            var box = finger.box();
            if (Math.abs(finger.across(x, y)) < box.width() / 2 + clear
                    && finger.down(x, y) > box.height() / 2 - joint) {
                return true;
            }
        }
        return false;
    }
}
