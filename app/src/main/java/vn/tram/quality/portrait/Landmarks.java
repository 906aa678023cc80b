package vn.tram.quality.portrait;

import java.util.Arrays;
import java.util.List;
import vn.tram.image.Box;

/// The 478 points of a face mesh: column, row and depth in pixels, depth growing away from the
/// camera. Numbers are those of MediaPipe's face mesh; from 468 on they are the irises.
///
/// *Left* and *right* are the picture's: the eye on the left of the picture is the citizen's right
/// one, unless the picture is mirrored.
final class Landmarks {
    static final int COUNT = 478;
    static final int WITHOUT_IRISES = 468;

    static final int FOREHEAD = 10;
    static final int CHIN = 152;

    /// Where the cheeks meet the ears.
    static final int LEFT_SIDE = 234;

    static final int RIGHT_SIDE = 454;
    static final int LEFT_IRIS = 468;
    static final int RIGHT_IRIS = 473;

    /// Corners of the eyes: outer and inner of the left one, inner and outer of the right one.
    static final int LEFT_OUTER = 33;

    static final int LEFT_INNER = 133;
    static final int RIGHT_INNER = 362;
    static final int RIGHT_OUTER = 263;

    /// The outline of the face from the middle of the forehead clockwise.
    static final List<Integer> OUTLINE =
            List.of(
                    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378,
                    400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54,
                    103, 67, 109);

    private final double[] coordinates;

    /// @param coordinates x, y, z of each point in turn; taken over without copying
    Landmarks(double[] coordinates) {
        if (coordinates.length != 3 * COUNT) {
            throw new IllegalArgumentException("not a face mesh: " + coordinates.length);
        }
        this.coordinates = coordinates;
    }

    double x(int point) {
        return coordinates[3 * point];
    }

    double y(int point) {
        return coordinates[3 * point + 1];
    }

    double z(int point) {
        return coordinates[3 * point + 2];
    }

    Point at(int point) {
        return new Point(x(point), y(point));
    }

    /// Distance of two points in the picture, pixels.
    double distance(int a, int b) {
        return at(a).distance(at(b));
    }

    /// Midpoint of the eye's corners (ISO/IEC 39794-5, *eye centre*).
    Point leftEye() {
        return Point.between(at(LEFT_OUTER), at(LEFT_INNER));
    }

    Point rightEye() {
        return Point.between(at(RIGHT_INNER), at(RIGHT_OUTER));
    }

    Point betweenEyes() {
        return Point.between(leftEye(), rightEye());
    }

    double interEyeDistance() {
        return leftEye().distance(rightEye());
    }

    List<Point> outline() {
        return OUTLINE.stream().map(this::at).toList();
    }

    /// The upright box around the mesh.
    Box box() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < WITHOUT_IRISES; i++) {
            left = Math.min(left, x(i));
            right = Math.max(right, x(i));
            top = Math.min(top, y(i));
            bottom = Math.max(bottom, y(i));
        }
        return new Box(
                (left + right) / 2,
                (top + bottom) / 2,
                Math.max(right - left, 1e-6),
                Math.max(bottom - top, 1e-6),
                0);
    }

    /// The points moved by a similarity.
    Landmarks through(Similarity similarity) {
        var moved = new double[coordinates.length];
        for (int i = 0; i < COUNT; i++) {
            var point = similarity.apply(at(i));
            moved[3 * i] = point.x();
            moved[3 * i + 1] = point.y();
            moved[3 * i + 2] = z(i) * similarity.scale();
        }
        return new Landmarks(moved);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Landmarks that && Arrays.equals(coordinates, that.coordinates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coordinates);
    }

    @Override
    public String toString() {
        return "Landmarks[" + COUNT + "]";
    }
}
