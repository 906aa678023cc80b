package vn.tram.calibration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Optional;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.imgproc.Imgproc;
import vn.tram.imaging.OpenCv;

/// The dark slanted square of a chart: where it lies, and its edges.
///
/// @param side pixels
/// @param degrees that it is turned clockwise, -45 to 45
record DarkSquare(double x, double y, double side, double degrees) {
    /// Of its own bounding box that a square fills, and the most that its sides differ.
    private static final double LEAST_FILLED = 0.85;

    private static final double MOST_UNLIKE = 1.2;

    /// Less contrast shows no square: levels.
    private static final double LEAST_SPAN = 40;

    private static final int LEAST_SIDE = 20;

    /// Of a side that is measured, away from the corners; and of it across the edge.
    private static final double ALONG = 0.7;

    private static final double ACROSS = 0.5;

    /// The largest dark square in a picture.
    static Optional<DarkSquare> find(Levels picture) {
        double dark = picture.percentile(0.0002);
        double bright = picture.percentile(0.9);
        if (bright - dark < LEAST_SPAN) {
            return Optional.empty();
        }
        OpenCv.load();
        var black = new BitSet();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (picture.at(x, y) < (dark + bright) / 2) {
                    black.set(y * picture.width() + x);
                }
            }
        }
        Optional<DarkSquare> largest = Optional.empty();
        for (int i = black.nextSetBit(0); i >= 0; i = black.nextSetBit(i)) {
            var square = square(black, i, picture.width());
            if (square.isPresent()
                    && square.get().side() > largest.map(DarkSquare::side).orElse(0.0)) {
                largest = square;
            }
        }
        return largest;
    }

    /// Takes the piece that holds pixel `start` out of `black`.
    private static Optional<DarkSquare> square(BitSet black, int start, int width) {
        var rim = new ArrayList<Point>();
        var queue = new ArrayDeque<Integer>();
        queue.add(start);
        var piece = new BitSet();
        piece.set(start);
        black.clear(start);
        while (!queue.isEmpty()) {
            int i = queue.removeFirst();
            int joined = 0;
            for (int j : new int[] {i - 1, i + 1, i - width, i + width}) {
                boolean sameRow = Math.abs(j - i) > 1 || j / width == i / width;
                if (j >= 0 && sameRow && (black.get(j) || piece.get(j))) {
                    joined++;
                    if (black.get(j)) {
                        black.clear(j);
                        piece.set(j);
                        queue.addLast(j);
                    }
                }
            }
            if (joined < 4) {
                rim.add(new Point(i % width, i / width));
            }
        }
        if (piece.cardinality() < LEAST_SIDE * LEAST_SIDE) {
            return Optional.empty();
        }
        var points = new MatOfPoint2f(rim.toArray(Point[]::new));
        var box = Imgproc.minAreaRect(points);
        points.release();
        double w = box.size.width + 1;
        double h = box.size.height + 1;
        double side = Math.sqrt(w * h);
        if (piece.cardinality() < LEAST_FILLED * w * h
                || Math.max(w, h) > MOST_UNLIKE * Math.min(w, h)) {
            return Optional.empty();
        }
        double degrees = box.angle % 90;
        double upright = degrees > 45 ? degrees - 90 : degrees < -45 ? degrees + 90 : degrees;
        return Optional.of(new DarkSquare(box.center.x + 0.5, box.center.y + 0.5, side, upright));
    }

    /// The left (-1) or right (1) edge.
    Optional<SlantedEdge> upright(Levels picture, int sign) {
        double turn = Math.toRadians(degrees);
        return edge(
                picture,
                x + sign * side / 2 * Math.cos(turn),
                y + sign * side / 2 * Math.sin(turn),
                ACROSS,
                ALONG,
                false);
    }

    /// The upper (-1) or lower (1) edge.
    Optional<SlantedEdge> level(Levels picture, int sign) {
        double turn = Math.toRadians(degrees);
        return edge(
                picture,
                x - sign * side / 2 * Math.sin(turn),
                y + sign * side / 2 * Math.cos(turn),
                ALONG,
                ACROSS,
                true);
    }

    private Optional<SlantedEdge> edge(
            Levels picture, double cx, double cy, double wide, double high, boolean lying) {
        int columns = (int) (side * wide);
        int rows = (int) (side * high);
        int left = (int) Math.round(cx - columns / 2.0);
        int top = (int) Math.round(cy - rows / 2.0);
        if (left < 0
                || top < 0
                || left + columns > picture.width()
                || top + rows > picture.height()) {
            return Optional.empty();
        }
        var part = picture.crop(left, top, columns, rows);
        return SlantedEdge.of(lying ? part.transposed() : part);
    }
}
