package vn.tram.quality.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/// Finds faces with one of MediaPipe's two detectors (BlazeFace, Bazarevsky et al. 2019,
/// arXiv:1907.05047).
///
/// Not safe for use by several threads.
final class FaceFinder {
    /// Detections overlapping by more are one face, as in MediaPipe's own graph.
    private static final double SAME_FACE = 0.3;

    /// Beyond this a sigmoid is 0 or 1 anyway; MediaPipe's own limit.
    private static final double LOGIT_LIMIT = 100;

    private static final int VALUES = 16;
    private static final int KEYPOINTS = 6;

    /// What MediaPipe's own graphs say of a detector.
    enum Range {
        /// Up to some two metres: faces wider than about a tenth of the picture.
        SHORT(
                Models.SHORT_RANGE,
                List.of("regressors", "classificators"),
                128,
                0.5,
                new int[][] {{16, 2}, {8, 6}}),
        /// Up to some five metres: faces wider than about a twentieth of the picture.
        FULL(
                Models.FULL_RANGE,
                List.of("reshaped_regressor_face_4", "reshaped_classifier_face_4"),
                192,
                0.6,
                new int[][] {{48, 1}});

        private final String model;

        /// Boxes with their key points; logits.
        private final List<String> outputs;

        /// The side of the network's square input, pixels.
        private final int input;

        private final double leastScore;

        /// Cells along a side of a grid, and boxes to a cell.
        private final int[][] grids;

        Range(String model, List<String> outputs, int input, double leastScore, int[][] grids) {
            this.model = model;
            this.outputs = outputs;
            this.input = input;
            this.leastScore = leastScore;
            this.grids = grids;
        }
    }

    private final Range range;
    private final int input;
    private final Net net;
    private final List<Point> anchors;

    FaceFinder(Models models, Range range) {
        this.range = range;
        input = range.input;
        net = models.net(range.model);
        anchors = anchors(range);
    }

    /// The faces of an 8-bit RGB picture, largest first.
    List<Found> find(Mat picture) {
        try (var scope = new MatScope()) {
            double scale = (double) input / Math.max(picture.cols(), picture.rows());
            int columns = Math.clamp(Math.round(picture.cols() * scale), 1, input);
            int rows = Math.clamp(Math.round(picture.rows() * scale), 1, input);
            int left = (input - columns) / 2;
            int top = (input - rows) / 2;
            var input = letterbox(scope, picture, columns, rows, left, top);
            var candidates = candidates(scope, input);
            var letterbox = new Letterbox(scale, left, top);
            return merged(candidates).stream()
                    .map(letterbox::undo)
                    .sorted(Comparator.comparingDouble(Found::area).reversed())
                    .toList();
        }
    }

    private Mat letterbox(MatScope scope, Mat picture, int columns, int rows, int left, int top) {
        var small = scope.fresh();
        Imgproc.resize(picture, small, new Size(columns, rows), 0, 0, Imgproc.INTER_AREA);
        var square = scope.fresh();
        Core.copyMakeBorder(
                small,
                square,
                top,
                input - rows - top,
                left,
                input - columns - left,
                Core.BORDER_CONSTANT,
                Scalar.all(0));
        return square;
    }

    private List<Found> candidates(MatScope scope, Mat square) {
        net.setInput(
                scope.own(
                        Dnn.blobFromImage(
                                square,
                                1 / 127.5,
                                new Size(input, input),
                                Scalar.all(127.5),
                                false,
                                false,
                                CvType.CV_32F)));
        var outputs = new ArrayList<Mat>();
        net.forward(outputs, range.outputs);
        outputs.forEach(scope::own);
        var boxes = scope.floats(outputs.get(0), anchors.size() * VALUES);
        var logits = scope.floats(outputs.get(1), anchors.size());
        var candidates = new ArrayList<Found>();
        for (int i = 0; i < logits.length; i++) {
            double score =
                    1 / (1 + Math.exp(-Math.clamp((double) logits[i], -LOGIT_LIMIT, LOGIT_LIMIT)));
            if (score >= range.leastScore) {
                decoded(boxes, i * VALUES, anchors.get(i), score).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    /// In pixels of the network's input; empty for a box without area.
    private static Optional<Found> decoded(float[] values, int at, Point anchor, double score) {
        double x = values[at] + anchor.x();
        double y = values[at + 1] + anchor.y();
        double width = values[at + 2];
        double height = values[at + 3];
        if (!(width > 0) || !(height > 0)) {
            return Optional.empty();
        }
        var keypoints = new ArrayList<Point>(KEYPOINTS);
        for (int k = 0; k < KEYPOINTS; k++) {
            keypoints.add(
                    new Point(
                            values[at + 4 + 2 * k] + anchor.x(),
                            values[at + 5 + 2 * k] + anchor.y()));
        }
        return Optional.of(
                new Found(x - width / 2, y - height / 2, width, height, score, keypoints));
    }

    /// Non-maximum suppression that averages what overlaps, weighted by score.
    static List<Found> merged(List<Found> candidates) {
        var rest = new ArrayList<>(candidates);
        rest.sort(Comparator.comparingDouble(Found::score).reversed());
        var faces = new ArrayList<Found>();
        while (!rest.isEmpty()) {
            var best = rest.getFirst();
            var same = rest.stream().filter(f -> f == best || f.overlap(best) > SAME_FACE).toList();
            rest.removeAll(same);
            faces.add(mean(same, best.score()));
        }
        return faces;
    }

    private static Found mean(List<Found> same, double score) {
        double total = same.stream().mapToDouble(Found::score).sum();
        double left = 0;
        double top = 0;
        double width = 0;
        double height = 0;
        var x = new double[KEYPOINTS];
        var y = new double[KEYPOINTS];
        for (var found : same) {
            double share = found.score() / total;
            left += share * found.left();
            top += share * found.top();
            width += share * found.width();
            height += share * found.height();
            for (int k = 0; k < KEYPOINTS; k++) {
                x[k] += share * found.keypoints().get(k).x();
                y[k] += share * found.keypoints().get(k).y();
            }
        }
        var keypoints = new ArrayList<Point>(KEYPOINTS);
        for (int k = 0; k < KEYPOINTS; k++) {
            keypoints.add(new Point(x[k], y[k]));
        }
        return new Found(left, top, width, height, score, keypoints);
    }

    /// Cell centres in pixels of the input, row by row, as many times as a cell has boxes.
    private static List<Point> anchors(Range range) {
        var anchors = new ArrayList<Point>();
        for (var grid : range.grids) {
            double cell = (double) range.input / grid[0];
            for (int y = 0; y < grid[0]; y++) {
                for (int x = 0; x < grid[0]; x++) {
                    for (int box = 0; box < grid[1]; box++) {
                        anchors.add(new Point((x + 0.5) * cell, (y + 0.5) * cell));
                    }
                }
            }
        }
        return List.copyOf(anchors);
    }

    /// How the picture was laid into the square.
    private record Letterbox(double scale, int left, int top) {
        Found undo(Found found) {
            return new Found(
                            found.left() - left,
                            found.top() - top,
                            found.width(),
                            found.height(),
                            found.score(),
                            found.keypoints().stream()
                                    .map(p -> new Point(p.x() - left, p.y() - top))
                                    .toList())
                    .scaled(1 / scale);
        }
    }
}
