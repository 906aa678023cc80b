package vn.tram.quality.portrait;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/// MediaPipe's attention mesh (Grishchenko et al. 2020, arXiv:2006.10962): 478 points of one face.
///
/// The network was cut in four where it had operators of its own; what stood between the parts,
/// placing a window over lips and eyes and reading features through it, is done here. Not safe for
/// use by several threads.
final class FaceMesh {
    /// The side of the network's square input, pixels.
    private static final int INPUT = 192;

    /// Feature maps: their number and side; a feature pixel is [#STEP] input pixels wide.
    private static final int CHANNELS = 32;

    private static final int FEATURES = 48;
    private static final double STEP = (double) INPUT / FEATURES;

    /// The side of a window, and how much wider than its points it is (MediaPipe's graph).
    private static final int WINDOW = 16;

    private static final double MARGIN = 1.5;

    /// The square around a face is this much wider than its box (MediaPipe's graph).
    private static final double SURROUND = 1.5;

    /// The base's output that tells how sure it is of a face, a logit.
    private static final String FACE_FLAG = "conv_faceflag";

    private final Net base;
    private final List<Part> parts;

    FaceMesh(Models models) {
        base = models.net(Models.MESH_BASE);
        var tables =
                new String(models.verified(Models.MESH_TABLES), US_ASCII)
                        .lines()
                        .map(FaceMesh::numbers)
                        .toList();
        parts =
                List.of(
                        new Part(
                                models.net(Models.MESH_LIPS),
                                61,
                                291,
                                tables.get(0),
                                List.of(new Output("conv_lips", tables.get(3)))),
                        new Part(
                                models.net(Models.MESH_EYE_A),
                                Landmarks.LEFT_OUTER,
                                Landmarks.LEFT_INNER,
                                tables.get(1),
                                List.of(
                                        new Output("conv_left_eye", tables.get(4)),
                                        new Output("conv_left_iris", tables.get(6)))),
                        new Part(
                                models.net(Models.MESH_EYE_B),
                                Landmarks.RIGHT_INNER,
                                Landmarks.RIGHT_OUTER,
                                tables.get(2),
                                List.of(
                                        new Output("conv_right_eye", tables.get(5)),
                                        new Output("conv_right_iris", tables.get(7)))));
    }

    /// The mesh of a face the detector found in an 8-bit RGB picture, in that picture's pixels.
    ///
    /// Runs twice: the box of the detector is rough, that of the first mesh is not.
    Landmarks fit(Mat picture, Found face) {
        var rough = fit(picture, Surround.of(face), Fineness.ROUGH);
        return fit(picture, Surround.of(rough), Fineness.FULL);
    }

    /// Whether the network takes what the detector found for a face.
    boolean isFace(Mat picture, Found face) {
        try (var scope = new MatScope()) {
            var crop = crop(scope, picture, Surround.of(face).toPicture());
            return scope.floats(base(scope, crop, List.of(FACE_FLAG)).getFirst(), 1)[0] > 0;
        }
    }

    private Landmarks fit(Mat picture, Surround around, Fineness fineness) {
        var toPicture = around.toPicture();
        try (var scope = new MatScope()) {
            var crop = crop(scope, picture, toPicture);
            return new Landmarks(mesh(scope, crop, fineness)).through(toPicture);
        }
    }

    private static Mat crop(MatScope scope, Mat picture, Similarity toPicture) {
        var crop = scope.fresh();
        Imgproc.warpAffine(
                picture,
                crop,
                matrix(scope, toPicture),
                new Size(INPUT, INPUT),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP);
        return crop;
    }

    private List<Mat> base(MatScope scope, Mat crop, List<String> outputs) {
        base.setInput(
                scope.own(
                        Dnn.blobFromImage(
                                crop,
                                1 / 255.0,
                                new Size(INPUT, INPUT),
                                Scalar.all(0),
                                false,
                                false,
                                CvType.CV_32F)));
        return forward(scope, base, outputs);
    }

    /// Coordinates in pixels of the crop.
    private double[] mesh(MatScope scope, Mat crop, Fineness fineness) {
        var outputs = base(scope, crop, List.of("output_mesh", "p_re_lu_3"));
        var mesh = scope.floats(outputs.get(0), 3 * Landmarks.WITHOUT_IRISES);
        var points = new double[3 * Landmarks.COUNT];
        for (int i = 0; i < mesh.length; i++) {
            points[i] = mesh[i];
        }
        if (fineness == Fineness.ROUGH) {
            return points;
        }
        var features = scope.floats(outputs.get(1), CHANNELS * FEATURES * FEATURES);
        for (var part : parts) {
            refine(scope, part, mesh, features, points);
        }
        irisDepth(points, Landmarks.LEFT_IRIS, Landmarks.LEFT_OUTER, Landmarks.LEFT_INNER);
        irisDepth(points, Landmarks.RIGHT_IRIS, Landmarks.RIGHT_INNER, Landmarks.RIGHT_OUTER);
        return points;
    }

    private static void refine(
            MatScope scope, Part part, float[] mesh, float[] features, double[] points) {
        var toFeatures = part.window(mesh);
        var blob = scope.own(new Mat(new int[] {1, CHANNELS, WINDOW, WINDOW}, CvType.CV_32F));
        blob.put(new int[] {0, 0, 0, 0}, throughWindow(features, toFeatures));
        part.net.setInput(blob);
        var outputs = forward(scope, part.net, part.outputs.stream().map(Output::name).toList());
        for (int o = 0; o < outputs.size(); o++) {
            var targets = part.outputs.get(o).points();
            var refined = scope.floats(outputs.get(o), 2 * targets.length);
            for (int i = 0; i < targets.length; i++) {
                // the parts answer in quarters of a window pixel, as the base does of features
                double x = refined[2 * i] / STEP;
                double y = refined[2 * i + 1] / STEP;
                points[3 * targets[i]] = toFeatures.x(x, y) * STEP;
                points[3 * targets[i] + 1] = toFeatures.y(x, y) * STEP;
            }
        }
    }

    /// The window's features, channel by channel; nothing (0) outside the map.
    private static float[] throughWindow(float[] features, Window window) {
        var seen = new float[CHANNELS * WINDOW * WINDOW];
        for (int row = 0; row < WINDOW; row++) {
            for (int column = 0; column < WINDOW; column++) {
                double x = window.x(column + 0.5, row + 0.5) - 0.5;
                double y = window.y(column + 0.5, row + 0.5) - 0.5;
                int left = (int) Math.floor(x);
                int top = (int) Math.floor(y);
                float fx = (float) (x - left);
                float fy = (float) (y - top);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    seen[(channel * WINDOW + row) * WINDOW + column] =
                            (1 - fy) * (1 - fx) * feature(features, channel, left, top)
                                    + (1 - fy) * fx * feature(features, channel, left + 1, top)
                                    + fy * (1 - fx) * feature(features, channel, left, top + 1)
                                    + fy * fx * feature(features, channel, left + 1, top + 1);
                }
            }
        }
        return seen;
    }

    private static float feature(float[] features, int channel, int x, int y) {
        return x < 0 || y < 0 || x >= FEATURES || y >= FEATURES
                ? 0
                : features[(channel * FEATURES + y) * FEATURES + x];
    }

    /// An iris lies as deep as the corners of its eye; the network does not tell.
    private static void irisDepth(double[] points, int iris, int corner, int other) {
        double depth = (points[3 * corner + 2] + points[3 * other + 2]) / 2;
        for (int i = iris; i < iris + 5; i++) {
            points[3 * i + 2] = depth;
        }
    }

    private static List<Mat> forward(MatScope scope, Net net, List<String> names) {
        var outputs = new ArrayList<Mat>();
        net.forward(outputs, names);
        outputs.forEach(scope::own);
        return outputs;
    }

    static Mat matrix(MatScope scope, Similarity similarity) {
        var matrix = scope.own(new Mat(2, 3, CvType.CV_64F));
        matrix.put(
                0,
                0,
                similarity.a(),
                -similarity.b(),
                similarity.dx(),
                similarity.b(),
                similarity.a(),
                similarity.dy());
        return matrix;
    }

    private static int[] numbers(String line) {
        var words = line.strip().split(" ");
        var numbers = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Integer.parseInt(words[i]);
        }
        return numbers;
    }

    /// Whether lips and eyes are looked at again, and irises at all.
    private enum Fineness {
        ROUGH,
        FULL
    }

    /// The square that the network is shown, in pixels of the picture.
    private record Surround(Point centre, double side, double tilt) {
        static Surround of(Found face) {
            return new Surround(face.centre(), Math.max(face.width(), face.height()), face.tilt());
        }

        static Surround of(Landmarks mesh) {
            var box = mesh.box();
            return new Surround(
                    new Point(box.centreX(), box.centreY()),
                    Math.max(box.width(), box.height()),
                    mesh.at(Landmarks.LEFT_OUTER).direction(mesh.at(Landmarks.RIGHT_OUTER)));
        }

        /// From the network's pixels to the picture's.
        Similarity toPicture() {
            var middle = new Point(INPUT / 2.0, INPUT / 2.0);
            return Similarity.about(middle, centre, side * SURROUND / INPUT, tilt);
        }
    }

    /// One of a network's outputs and the mesh points its numbers are.
    private record Output(String name, int... points) {}

    /// Lips or an eye: where its window lies and what looks through it.
    private static final class Part {
        final Net net;
        final List<Output> outputs;
        private final int from;
        private final int to;
        private final int[] subset;

        /// @param from and to: the line between these two points is level in the window
        /// @param subset points the window is laid around
        Part(Net net, int from, int to, int[] subset, List<Output> outputs) {
            this.net = net;
            this.from = from;
            this.to = to;
            this.subset = subset;
            this.outputs = outputs;
        }

        /// From window pixels to feature pixels.
        Window window(float[] mesh) {
            double turn =
                    Math.atan2(
                            mesh[3 * to + 1] - mesh[3 * from + 1], mesh[3 * to] - mesh[3 * from]);
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            double left = Double.POSITIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (int point : subset) {
                double x = mesh[3 * point] / STEP;
                double y = mesh[3 * point + 1] / STEP;
                double level = x * cos + y * sin;
                double upright = -x * sin + y * cos;
                left = Math.min(left, level);
                right = Math.max(right, level);
                top = Math.min(top, upright);
                bottom = Math.max(bottom, upright);
            }
            double x = (left + right) / 2;
            double y = (top + bottom) / 2;
            double wide = (right - left) * MARGIN / WINDOW;
            double high = (bottom - top) * MARGIN / WINDOW;
            double half = WINDOW / 2.0;
            return new Window(
                    cos * wide,
                    -sin * high,
                    x * cos - y * sin - half * (cos * wide - sin * high),
                    sin * wide,
                    cos * high,
                    x * sin + y * cos - half * (sin * wide + cos * high));
        }
    }

    /// An affine map, from window pixels to feature pixels.
    private record Window(double xx, double xy, double x0, double yx, double yy, double y0) {
        double x(double x, double y) {
            return xx * x + xy * y + x0;
        }

        double y(double x, double y) {
            return yx * x + yy * y + y0;
        }
    }
}
