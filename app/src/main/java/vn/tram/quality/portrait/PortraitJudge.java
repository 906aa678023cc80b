package vn.tram.quality.portrait;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Judgement;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.Metric;
import vn.tram.quality.Policy;
import vn.tram.task.UiThread;

/// Judges portraits: the largest face of a frame against a policy's group `face`.
///
/// Advice that a policy may give, a closed list; each code tells who acts:
///
/// - the citizen: `step-closer`, `step-back`, `turn-left`, `turn-right` (own left and right),
///   `chin-up`, `chin-down`, `head-straight`, `hold-still`, `open-eyes`, `close-mouth`,
///   `look-at-camera`;
/// - the operator: `one-person` (sends others out of the picture), `centre-face` (moves the
///   camera), `more-light`, `less-light`, `even-light`, `plain-background`.
///
/// The networks are loaded by the first judgement, which therefore takes seconds; [#warmUp] brings
/// that forward.
public final class PortraitJudge implements FrameJudge {
    /// The group of limits in a policy.
    public static final String GROUP = "face";

    private static final List<Metric<Face>> METRICS =
            List.of(
                    new FaceCount(),
                    new SingleFacePresent(),
                    new InterEyeDistance(),
                    new HeadSize(),
                    new FaceCentre(FaceCentre.Axis.X),
                    new FaceCentre(FaceCentre.Axis.Y),
                    new HeadPoseAngle(HeadPoseAngle.Axis.YAW),
                    new HeadPoseAngle(HeadPoseAngle.Axis.PITCH),
                    new HeadPoseAngle(HeadPoseAngle.Axis.ROLL),
                    new LuminanceMean(),
                    new UnderExposure(),
                    new OverExposure(),
                    new DynamicRange(),
                    new IlluminationUniformity(),
                    new LightBalance(),
                    new NaturalColour(),
                    new Sharpness(),
                    new EyesVisible(),
                    new EyesOpen(),
                    new Gaze(),
                    new MouthClosed(),
                    new BackgroundQuality(BackgroundQuality.Property.LIGHTNESS),
                    new BackgroundQuality(BackgroundQuality.Property.UNIFORMITY),
                    new BackgroundQuality(BackgroundQuality.Property.TEXTURE),
                    new BackgroundQuality(BackgroundQuality.Property.CHROMA),
                    Unmeasured.BOTH_EARS_VISIBLE,
                    Unmeasured.NO_HEAD_COVERING);

    private final Policy policy;

    /// Networks serve one thread at a time; the metrics after them need no lock.
    private final ReentrantLock looking = new ReentrantLock();

    private @Nullable FacePipeline pipeline;

    public PortraitJudge(Policy policy) {
        this.policy = policy;
    }

    /// Names of all that is measured, in the order of the readings.
    public static List<String> metrics() {
        return METRICS.stream().map(Metric::name).toList();
    }

    /// Loads the networks, so that the first judgement is as quick as the next. Blocks for seconds.
    ///
    /// @throws IllegalStateException on the thread that draws, or when the installation is damaged
    public void warmUp() {
        UiThread.refuse("loading the portrait models");
        looking.lock();
        try {
            loaded();
        } finally {
            looking.unlock();
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException for any position but the face
    @Override
    public List<Judgement> judge(Frame frame, Position position, Set<Position> missing) {
        UiThread.refuse("judging a portrait");
        if (position != Position.FACE) {
            throw new IllegalArgumentException("not a portrait: " + position);
        }
        return prepared(frame.pixels()).map(this::judged).map(List::of).orElseGet(List::of);
    }

    private Judgement judged(Face face) {
        var readings = METRICS.stream().map(metric -> metric.measure(face)).toList();
        return new Judgement(
                Position.FACE,
                face.found().getFirst().box(),
                OptionalInt.of(PortraitScore.of(readings)),
                readings,
                policy.judge(GROUP, readings));
    }

    private Optional<Face> prepared(Pixels pixels) {
        looking.lock();
        try {
            return loaded().prepare(pixels);
        } finally {
            looking.unlock();
        }
    }

    private FacePipeline loaded() {
        var ready = pipeline;
        if (ready == null) {
            ready = new FacePipeline();
            pipeline = ready;
        }
        return ready;
    }
}
