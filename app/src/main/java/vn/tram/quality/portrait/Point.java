package vn.tram.quality.portrait;

/// A place in a picture: column and row in pixels, rows downwards.
record Point(double x, double y) {
    static Point between(Point a, Point b) {
        return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
    }

    double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /// The direction from here to `other`, radians, clockwise on the screen from the x axis.
    double direction(Point other) {
        return Math.atan2(other.y - y, other.x - x);
    }

    Point scaled(double factor) {
        return new Point(x * factor, y * factor);
    }
}
