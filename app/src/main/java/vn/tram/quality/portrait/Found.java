package vn.tram.quality.portrait;

import java.util.List;
import vn.tram.image.Box;

/// One face the detector found, in pixels of the picture it looked at.
///
/// @param score how sure the detector is, 0.5 to 1
/// @param keypoints eye on the left of the picture, eye on the right, nose tip, mouth centre, ear
///   on the left, ear on the right
record Found(
        double left, double top, double width, double height, double score, List<Point> keypoints) {
    Found {
        keypoints = List.copyOf(keypoints);
    }

    double area() {
        return width * height;
    }

    Point centre() {
        return new Point(left + width / 2, top + height / 2);
    }

    /// How far the line through the eyes is turned clockwise, radians.
    double tilt() {
        return keypoints.get(0).direction(keypoints.get(1));
    }

    /// Intersection over union with another, 0 to 1.
    double overlap(Found other) {
        double across =
                Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
        double down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        double common = across * down;
        return common / (area() + other.area() - common);
    }

    /// Whether both are boxes of one face: either's middle lies in the other.
    boolean sameAs(Found other) {
        return holds(other.centre()) || other.holds(centre());
    }

    private boolean holds(Point point) {
        return point.x() >= left
                && point.x() <= left + width
                && point.y() >= top
                && point.y() <= top + height;
    }

    /// The same in a picture `factor` times as large.
    Found scaled(double factor) {
        return new Found(
                left * factor,
                top * factor,
                width * factor,
                height * factor,
                score,
                keypoints.stream().map(p -> p.scaled(factor)).toList());
    }

    Box box() {
        return new Box(left + width / 2, top + height / 2, width, height, 0);
    }
}
