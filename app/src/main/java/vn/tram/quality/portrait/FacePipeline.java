package vn.tram.quality.portrait;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;
import vn.tram.imaging.OpenCv;

/// From pixels to a prepared [Face]: detector, mesh, pose, upright crop, person mask.
///
/// Holds the networks; not safe for use by several threads.
final class FacePipeline {
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

    /// The face brought upright. A large one is first shrunk by averaging: bilinear sampling alone
    /// would skip pixels and make noise and blur look sharp.
    private static Aligned aligned(Mat picture, Landmarks face) {
        var similarity = Aligned.similarity(face);
        try (var scope = new MatScope()) {
            var source = picture;
            var toCrop = similarity;
            double scale = similarity.scale();
            if (scale < 1) {
                source = scope.fresh();
                var size =
                        new Size(
                                Math.max(1, Math.round(picture.cols() * scale)),
                                Math.max(1, Math.round(picture.rows() * scale)));
                Imgproc.resize(picture, source, size, 0, 0, Imgproc.INTER_AREA);
                toCrop =
                        new Similarity(
                                similarity.a() / scale,
                                similarity.b() / scale,
                                similarity.dx(),
                                similarity.dy());
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
}
