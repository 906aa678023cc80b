package vn.tram.quality.portrait;

import java.util.List;

/// A closed line of the face mesh.
enum Contour {
    LEFT_EYE(33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
    RIGHT_EYE(362, 382, 381, 380, 374, 373, 390, 249, 263, 466, 388, 387, 386, 385, 384, 398),
    LIPS(61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185),
    MOUTH(
            78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80,
            191);

    private final List<Integer> points;

    Contour(Integer... points) {
        this.points = List.of(points);
    }

    /// Numbers of its mesh points, in turn.
    List<Integer> points() {
        return points;
    }

    /// The pixels of the aligned face inside this line, drawn `grow` times as large about its
    /// middle.
    Region inside(Aligned face, double grow) {
        var corners = points.stream().map(face.landmarks()::at).toList();
        double x = corners.stream().mapToDouble(Point::x).average().orElseThrow();
        double y = corners.stream().mapToDouble(Point::y).average().orElseThrow();
        var grown =
                corners.stream()
                        .map(p -> new Point(x + (p.x() - x) * grow, y + (p.y() - y) * grow))
                        .toList();
        return Region.inside(grown, face.picture().width(), face.picture().height());
    }
}
