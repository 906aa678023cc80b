package vn.tram.calibration;

import java.util.List;

/// A measured curve, as contrast by frequency.
///
/// @param name lower-dash, such as `ctf-x`
/// @param unit of the abscissa, such as `cycles/mm`
public record Curve(String name, String unit, List<Point> points) {
    /// @param y a share of 1
    public record Point(double x, double y) {}

    public Curve {
        points = List.copyOf(points);
    }
}
