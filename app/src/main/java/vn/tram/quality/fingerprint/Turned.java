package vn.tram.quality.fingerprint;

import vn.tram.image.Box;

/// A map turned upright, with the way back to the picture.
///
/// @param mask what is finger, as it stands when the picture is turned back by `angle`
/// @param ink how strongly each cell is marked, 0 beyond the picture; as [CellMap#ink]
/// @param angle how far the fingers stand turned clockwise in the picture, degrees
/// @param source the mask before
@SuppressWarnings("ArrayRecordComponent")
record Turned(Mask mask, float[] ink, double angle, Mask source) {
    /// Turns `source` back by `angle`, keeping all of it.
    static Turned back(Mask source, float[] ink, double angle) {
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        int columns = (int) Math.ceil(source.columns * Math.abs(cos) + source.rows * Math.abs(sin));
        int rows = (int) Math.ceil(source.columns * Math.abs(sin) + source.rows * Math.abs(cos));
        var mask = new Mask(columns, rows);
        var turned = new float[columns * rows];
        for (int v = 0; v < rows; v++) {
            for (int u = 0; u < columns; u++) {
                double dx = u + 0.5 - columns / 2.0;
                double dy = v + 0.5 - rows / 2.0;
                int x = (int) Math.floor(source.columns / 2.0 + dx * cos - dy * sin);
                int y = (int) Math.floor(source.rows / 2.0 + dx * sin + dy * cos);
                if (x >= 0 && y >= 0 && x < source.columns && y < source.rows) {
                    mask.put(u, v, source.at(x, y));
                    turned[v * columns + u] = ink[y * source.columns + x];
                }
            }
        }
        return new Turned(mask, turned, angle, source);
    }

    /// Whether a place in the turned map lies beyond the picture, or less than `near` cells from
    /// its edge.
    boolean isAtEdge(double x, double y, double near) {
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        double dx = x - mask.columns / 2.0;
        double dy = y - mask.rows / 2.0;
        double fromX = source.columns / 2.0 + dx * cos - dy * sin;
        double fromY = source.rows / 2.0 + dx * sin + dy * cos;
        return fromX < near
                || fromY < near
                || fromX > source.columns - near
                || fromY > source.rows - near;
    }

    /// The box in the picture of a rectangle in the turned mask.
    ///
    /// @param cell side of a cell, pixels
    Box box(double left, double top, double right, double bottom, int cell) {
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        double dx = (left + right) / 2 - mask.columns / 2.0;
        double dy = (top + bottom) / 2 - mask.rows / 2.0;
        return new Box(
                cell * (source.columns / 2.0 + dx * cos - dy * sin),
                cell * (source.rows / 2.0 + dx * sin + dy * cos),
                cell * (right - left),
                cell * (bottom - top),
                angle);
    }
}
