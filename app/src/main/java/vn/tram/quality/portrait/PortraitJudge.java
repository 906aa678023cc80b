package vn.tram.quality.portrait;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.CardCrop;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
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
///   `look-at-camera`, `no-glare` (tilts the glasses), `uncover-face`;
/// - the operator: `one-person` (sends others out of the picture), `centre-face` (moves the
///   camera), `more-light`, `less-light`, `even-light`, `plain-background`.
///
/// The networks are loaded by the first judgement, which therefore takes seconds; [#warmUp] brings
/// that forward.
public final class PortraitJudge implements FrameJudge {
    /// The group of limits in a policy.
    public static final String GROUP = "face";

    private static final List<Metric<Face>> METRICS = Stream.concat(faults(), points()).toList();

    private static Stream<Metric<Face>> points() {
        return Stream.of(CardCrop.Anchor.values())
                .flatMap(point ->
                        Stream.of(FaceCentre.Axis.values()).map(a -> new FacePoint(point, a)));
    }

    private static Stream<Metric<Face>> faults() {
        return Stream.of(
                new FaceCount(),
                new SingleFacePresent(),
                new InterEyeDistance(),
                new HeadSize(),
                new FaceCentre(FaceCentre.Axis.X),
                new FaceCentre(FaceCentre.Axis.Y),
                new Margin(Margin.Side.LEFT),
                new Margin(Margin.Side.RIGHT),
                new Margin(Margin.Side.ABOVE),
                new Margin(Margin.Side.BELOW),
                new HeadPoseAngle(HeadPoseAngle.Axis.YAW),
                new HeadPoseAngle(HeadPoseAngle.Axis.PITCH),
                new HeadPoseAngle(HeadPoseAngle.Axis.ROLL),
                new LuminanceMean(),
                new UnderExposure(),
                new OverExposure(),
                new DynamicRange(),
                new IlluminationUniformity(),
                new IlluminationGradient(),
                new LightBalance(),
                new NaturalColour(),
                new Sharpness(),
                new MotionBlur(),
                new Noise(),
                new CompressionArtifacts(),
                new EyesVisible(),
                new Glare(),
                new EyesOpen(),
                new EyeOpen(EyeOpen.Side.LEFT),
                new EyeOpen(EyeOpen.Side.RIGHT),
                new RedEye(),
                new Gaze(),
                new MouthClosed(),
                new Smile(),
                new MouthOcclusion(),
                new FaceOcclusion(),
                new BackgroundQuality(BackgroundQuality.Property.LIGHTNESS),
                new BackgroundQuality(BackgroundQuality.Property.UNIFORMITY),
                new BackgroundQuality(BackgroundQuality.Property.TEXTURE),
                new BackgroundQuality(BackgroundQuality.Property.CHROMA),
                new HeadCovering(),
                Unmeasured.BOTH_EARS_VISIBLE);
    }

    private final Policy policy;
    private final CameraPitches cameras;
    private final CameraPitch camera;
    private final Networks networks;

    private PortraitJudge(
            Policy policy, CameraPitches cameras, CameraPitch camera, Networks networks) {
        this.policy = policy;
        this.cameras = cameras;
        this.camera = camera;
        this.networks = networks;
    }

    /// @param camera what its calibration learned
    public PortraitJudge(Policy policy, CameraPitch camera) {
        this(policy, _ -> camera, camera, new Networks());
    }

    /// For files, and by [#before] for each of these cameras.
    public PortraitJudge(Policy policy, CameraPitches cameras) {
        this(policy, cameras, CameraPitch.UNKNOWN, new Networks());
    }

    /// For files, and for cameras nobody has calibrated.
    public PortraitJudge(Policy policy) {
        this(policy, CameraPitch.UNKNOWN);
    }

    @Override
    public PortraitJudge before(String device) {
        return new PortraitJudge(policy, cameras, cameras.of(device), networks);
    }

    @Override
    public FrameJudge live() {
        return new LivePortrait(this);
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
        networks.load();
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException for any position but the face
    @Override
    public List<Judgement> judge(Frame frame, Position position, Set<Position> missing) {
        return judge(frame, position, readings -> readings);
    }

    /// @param more adds to what was measured, before it is held against the policy
    List<Judgement> judge(Frame frame, Position position, UnaryOperator<List<Reading>> more) {
        UiThread.refuse("judging a portrait");
        if (position != Position.FACE) {
            throw new IllegalArgumentException("not a portrait: " + position);
        }
        return networks.prepare(frame.pixels(), camera)
                .map(face -> List.of(judged(face, more)))
                .orElseGet(List::of);
    }

    private Judgement judged(Face face, UnaryOperator<List<Reading>> more) {
        var readings = more.apply(measured(face));
        return new Judgement(
                Position.FACE,
                face.found().getFirst().box(),
                OptionalInt.of(PortraitScore.of(readings)),
                readings,
                policy.judge(GROUP, readings));
    }

    /// Every measure of a face.
    static List<Reading> measured(Face face) {
        return METRICS.stream().map(metric -> metric.measure(face)).toList();
    }

    /// The networks, which serve one thread at a time; the metrics after them need no lock.
    private static final class Networks {
        private final ReentrantLock looking = new ReentrantLock();
        private @Nullable FacePipeline pipeline;

        void load() {
            looking.lock();
            try {
                loaded();
            } finally {
                looking.unlock();
            }
        }

        Optional<Face> prepare(Pixels pixels, CameraPitch camera) {
            looking.lock();
            try {
                return loaded().prepare(pixels, camera);
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
}
