package vn.tram.quality.portrait;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import vn.tram.domain.Reading;
import vn.tram.image.Pixels;
import vn.tram.imaging.OpenCv;

/// The stages of judging a portrait one by one, on one picture, for measuring how long each takes.
/// The judge runs the same parts.
///
/// Not safe for use by several threads.
public final class PortraitStages implements AutoCloseable {
    private final Pixels pixels;
    private final FacePipeline pipeline;
    private final FaceFinder near;
    private final FaceFinder far;
    private final FaceMesh mesh;
    private final PersonMask mask;
    private final CanonicalFace average;
    private final Mat picture;
    private final Found found;
    private final Landmarks landmarks;
    private final Face face;

    /// @param pixels a picture with a face
    public PortraitStages(Pixels pixels) {
        this.pixels = pixels;
        OpenCv.load();
        var models = new Models();
        pipeline = new FacePipeline();
        near = new FaceFinder(models, FaceFinder.Range.SHORT);
        far = new FaceFinder(models, FaceFinder.Range.FULL);
        mesh = new FaceMesh(models);
        mask = new PersonMask(models);
        average = CanonicalFace.parse(models.verified(Models.CANONICAL_FACE));
        var colours = Reduced.of(pixels).picture();
        picture = new Mat(colours.height(), colours.width(), CvType.CV_8UC3);
        picture.put(0, 0, colours.toBytes());
        found = near.find(picture).getFirst();
        landmarks = mesh.fit(picture, found);
        face = pipeline.prepare(pixels, CameraPitch.UNKNOWN).orElseThrow();
    }

    /// The short-range detector.
    ///
    /// @return faces found
    public int detect() {
        return near.find(picture).size();
    }

    /// The full-range detector, which looks for bystanders.
    ///
    /// @return faces found
    public int bystanders() {
        return far.find(picture).size();
    }

    /// The attention mesh, from the detector's box.
    ///
    /// @return distance of the eyes, pixels
    public double mesh() {
        return mesh.fit(picture, found).interEyeDistance();
    }

    /// The head's pose out of the mesh.
    ///
    /// @return yaw, degrees
    public double pose() {
        return HeadPose.of(landmarks, average).yaw();
    }

    /// Person and background told apart.
    ///
    /// @return side of the mask, pixels
    public int segmentation() {
        return mask.of(picture).person().width();
    }

    /// Every measure of a prepared face.
    public List<Reading> measures() {
        return PortraitJudge.measured(face);
    }

    /// All that comes before the measures.
    ///
    /// @return faces found
    public int prepare() {
        return pipeline.prepare(pixels, CameraPitch.UNKNOWN).orElseThrow().found().size();
    }

    @Override
    public void close() {
        picture.release();
    }
}
