package vn.tram.quality.portrait;

import java.util.Optional;
import java.util.stream.Stream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;
import vn.tram.imaging.OpenCv;

/// From pixels to a prepared [Face]: detector, mesh, pose, upright crop, person mask.
///
/// Holds the networks; not safe for use by several threads.
final class FacePipeline {
    /// Around what is brought upright: bilinear sampling looks a pixel further.
    private static final int MARGIN = 2;

    private final Crowd crowd;
    private final FaceMesh mesh;
    private final CanonicalFace average;
    private final PersonMask mask;

    /// Loads OpenCV and the networks, which takes seconds the first time.
    FacePipeline() {
        OpenCv.load();
        var models = new Models();
        mesh = new FaceMesh(models);
        crowd = new Crowd(models, mesh);
        average = CanonicalFace.parse(models.verified(Models.CANONICAL_FACE));
        mask = new PersonMask(models);
    }

    /// The largest face of a picture that this camera took; empty when there is none.
    Optional<Face> prepare(Pixels pixels, CameraPitch camera) {
        var reduced = Reduced.of(pixels);
        try (var scope = new MatScope()) {
            var colours = reduced.picture();
            var picture = scope.own(new Mat(colours.height(), colours.width(), CvType.CV_8UC3));
            picture.put(0, 0, colours.toBytes());
            var found = crowd.find(picture);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var small = mesh.fit(picture, found.getFirst());
            if (!(small.interEyeDistance() > 0)) {
                return Optional.empty();
            }
            double factor = reduced.factor();
            var landmarks = small.through(Similarity.scaling(factor));
            var scene = mask.of(picture);
            double chin = small.y(Landmarks.CHIN) / picture.rows() * Scene.SIDE;
            return Optional.of(
                    new Face(
                            pixels.width(),
                            pixels.height(),
                            found.stream().map(f -> f.scaled(factor)).toList(),
                            landmarks,
                            HeadPose.of(landmarks, average).at(camera),
                            aligned(picture, small),
                            Detail.of(pixels, landmarks.box()),
                            scene,
                            Background.of(scene, chin)));
        }
    }

    /// The face brought upright. A large one is first shrunk by averaging, no more of the picture
    /// than is needed: bilinear sampling alone would skip pixels and make noise and blur look
    /// sharp.
    private static Aligned aligned(Mat picture, Landmarks face) {
        var similarity = Aligned.similarity(face);
        try (var scope = new MatScope()) {
            var source = picture;
            var toCrop = similarity;
            double scale = similarity.scale();
            if (scale < 1) {
                var part = part(picture, similarity.inverse(), MARGIN / scale);
                source = scope.fresh();
                Imgproc.resize(
                        scope.part(picture, part),
                        source,
                        new Size(),
                        scale,
                        scale,
                        Imgproc.INTER_AREA);
                var corner = similarity.apply(new Point(part.x, part.y));
                toCrop =
                        new Similarity(
                                similarity.a() / scale,
                                similarity.b() / scale,
                                corner.x(),
                                corner.y());
            }
            var crop = scope.fresh();
            Imgproc.warpAffine(
                    source,
                    crop,
                    FaceMesh.matrix(scope, toCrop),
                    new Size(Aligned.WIDTH, Aligned.HEIGHT),
                    Imgproc.INTER_LINEAR,
                    Core.BORDER_REPLICATE);
            var bytes = new byte[3 * Aligned.WIDTH * Aligned.HEIGHT];
            crop.get(0, 0, bytes);
            return Aligned.of(
                    Rgb8.wrap(Aligned.WIDTH, Aligned.HEIGHT, bytes), face.through(similarity));
        }
    }

    /// What of the picture the aligned face shows, and `margin` pixels more, as far as the picture
    /// goes; at least one pixel.
    private static Rect part(Mat picture, Similarity toPicture, double margin) {
        var corners =
                Stream.of(
                                new Point(0, 0),
                                new Point(Aligned.WIDTH, 0),
                                new Point(0, Aligned.HEIGHT),
                                new Point(Aligned.WIDTH, Aligned.HEIGHT))
                        .map(toPicture::apply)
                        .toList();
        var columns = corners.stream().mapToDouble(Point::x).summaryStatistics();
        var rows = corners.stream().mapToDouble(Point::y).summaryStatistics();
        int left = pixel(columns.getMin() - margin, picture.cols() - 1);
        int top = pixel(rows.getMin() - margin, picture.rows() - 1);
        int right = pixel(columns.getMax() + margin, picture.cols() - 1);
        int bottom = pixel(rows.getMax() + margin, picture.rows() - 1);
        return new Rect(left, top, right - left + 1, bottom - top + 1);
    }

    private static int pixel(double place, int last) {
        return Math.clamp(Math.round(place), 0, last);
    }
}
