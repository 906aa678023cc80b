package vn.tram.quality.portrait;

/// Turns, scales and shifts the plane: `x' = a x - b y + dx`, `y' = b x + a y + dy`.
record Similarity(double a, double b, double dx, double dy) {
    /// The one that brings `from1` to `to1` and `from2` to `to2`; the points of a pair must differ.
    static Similarity of(Point from1, Point from2, Point to1, Point to2) {
        double scale = to1.distance(to2) / from1.distance(from2);
        double turn = to1.direction(to2) - from1.direction(from2);
        return about(from1, to1, scale, turn);
    }

    /// Turns clockwise by `turn` radians and scales, with `from` coming to lie on `to`.
    static Similarity about(Point from, Point to, double scale, double turn) {
        double a = scale * Math.cos(turn);
        double b = scale * Math.sin(turn);
        return new Similarity(
                a, b, to.x() - a * from.x() + b * from.y(), to.y() - b * from.x() - a * from.y());
    }

    static Similarity scaling(double factor) {
        return new Similarity(factor, 0, 0, 0);
    }

    Point apply(Point point) {
        return new Point(a * point.x() - b * point.y() + dx, b * point.x() + a * point.y() + dy);
    }

    /// What undoes this one; it must not shrink all to a point.
    Similarity inverse() {
        double square = a * a + b * b;
        return new Similarity(
                a / square, -b / square, -(a * dx + b * dy) / square, (b * dx - a * dy) / square);
    }

    double scale() {
        return Math.hypot(a, b);
    }
}
