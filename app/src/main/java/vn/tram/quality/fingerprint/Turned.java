package vn.tram.quality.fingerprint;

import vn.tram.image.Box;

/// A mask turned upright, with the way back to the picture.
///
/// @param mask as it stands when the picture is turned back by `angle`
/// @param angle how far the fingers stand turned clockwise in the picture, degrees
/// @param source columns and rows of the mask before
record Turned(Mask mask, double angle, int sourceColumns, int sourceRows) {
    /// Turns `source` back by `angle`, keeping all of it.
    static Turned back(Mask source, double angle) {
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        int columns = (int) Math.ceil(source.columns * Math.abs(cos) + source.rows * Math.abs(sin));
        int rows = (int) Math.ceil(source.columns * Math.abs(sin) + source.rows * Math.abs(cos));
        var mask = new Mask(columns, rows);
        for (int v = 0; v < rows; v++) {
            for (int u = 0; u < columns; u++) {
                double dx = u + 0.5 - columns / 2.0;
                double dy = v + 0.5 - rows / 2.0;
                int x = (int) Math.floor(source.columns / 2.0 + dx * cos - dy * sin);
                int y = (int) Math.floor(source.rows / 2.0 + dx * sin + dy * cos);
                mask.put(u, v, source.at(x, y));
            }
        }
        return new Turned(mask, angle, source.columns, source.rows);
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
                cell * (sourceColumns / 2.0 + dx * cos - dy * sin),
                cell * (sourceRows / 2.0 + dx * sin + dy * cos),
                cell * (right - left),
                cell * (bottom - top),
                angle);
    }
}
