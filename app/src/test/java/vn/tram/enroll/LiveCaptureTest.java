package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Attempt;
import vn.tram.domain.Reading;
import vn.tram.enroll.LiveCapture.Phase;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.image.Frame;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;
import vn.tram.ui.kit.CaptureRoom;

/// The live portrait over the real workflow and judge, with pictures of the simulated camera and
/// time by hand: each frame comes a thirtieth of a second after the one before.
class LiveCaptureTest {
    private static final Duration HOLD = Duration.ofMillis(800);
    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(33);

    @TempDir Path folder;

    private CaptureRoom room;
    private final AtomicLong clock = new AtomicLong();
    private final List<Sight> sights = new ArrayList<>();

    @BeforeEach
    void open() throws StationFault {
        room = new CaptureRoom(folder, Map.of());
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private List<Frame> frames(int count) throws InterruptedException {
        try (var camera = camera();
                var preview = ((PreviewingDevice) camera).preview(request())) {
            var frames = new ArrayList<Frame>();
            while (frames.size() < count) {
                if (!(preview.next(Duration.ofSeconds(10)) instanceof Preview.Look.Seen(var f))) {
                    throw new AssertionError("the simulated camera gave no picture");
                }
                frames.add(f);
            }
            return frames;
        }
    }

    private Device camera() throws InterruptedException {
        var opening = room.station.drivers().open(URI.create("sim://camera?seed=7&person=0"));
        return ((Opening.Opened) opening).device();
    }

    private Frame still() throws InterruptedException {
        try (var camera = camera()) {
            var taken = (Capture.Taken) camera.capture(request(), Progress.none());
            return taken.samples().getFirst().frame();
        }
    }

    private Request request() {
        return room.enrollment.captures().request(room.visit.session(), Position.FACE);
    }

    private CaptureOutcome run(PlayedCamera camera) throws StationFault, InterruptedException {
        return new LiveCapture(room.enrollment.captures(), HOLD, clock::get)
                .run(room.visit.session(), Position.FACE, camera, false, sights::add);
    }

    private PlayedCamera played(List<Frame> live, Frame still) {
        return new PlayedCamera(live, still, () -> clock.addAndGet(FRAME));
    }

    private static Frame dark(Frame frame, int width, int height) {
        return frame.with(Rgb8.wrap(width, height, new byte[3 * width * height]));
    }

    private static Attempt stored(CaptureOutcome outcome) {
        assertThat(outcome).isInstanceOf(CaptureOutcome.Stored.class);
        return ((CaptureOutcome.Stored) outcome).attempt();
    }

    private static boolean fromPreview(Attempt attempt) {
        return attempt.judgements().stream()
                .flatMap(j -> j.readings().stream())
                .map(Reading::metric)
                .anyMatch(Shot.FROM_PREVIEW::equals);
    }

    @Test
    void theShutterFallsByItselfWhenAllHasBeenGoodForTheHold() throws Exception {
        var frames = frames(3);
        var attempt = stored(run(played(frames, frames.getFirst())));
        assertThat(attempt.acceptedUpToOperator()).isTrue();
        assertThat(sights.getLast().phase()).isEqualTo(Phase.CAPTURING);
        var holds =
                sights.stream().filter(s -> s.phase() == Phase.HOLDING).map(Sight::hold).toList();
        assertThat(holds).isSorted().hasSizeGreaterThanOrEqualTo(20).allMatch(h -> h < 1);
    }

    @Test
    void aFullStillThatIsGoodIsTakenThoughTheLivePictureWasGoodToo() throws Exception {
        var frames = frames(2);
        var attempt = stored(run(played(frames, still())));
        assertThat(attempt.width()).isEqualTo(1920);
        assertThat(fromPreview(attempt)).isFalse();
    }

    @Test
    void theBestLiveFrameIsTakenWhereTheFullStillIsRefusedAndSaysSo() throws Exception {
        var frames = frames(2);
        var attempt = stored(run(played(frames, dark(frames.getFirst(), 1920, 1080))));
        assertThat(attempt.acceptedUpToOperator()).isTrue();
        assertThat(attempt.width()).isEqualTo(1280);
        assertThat(fromPreview(attempt)).isTrue();
        assertThat(room.enrollment.captures().frame(room.visit.session().id(), attempt).pixels())
                .isIn(frames.stream().map(Frame::pixels).toList());
    }

    @Test
    void theSameFrameForASecondIsAFrozenCamera() throws Exception {
        var frame = frames(1).getFirst();
        var copies = List.of(frame, frame.with(copy(frame.pixels())));
        var outcome = run(played(copies, frame));
        assertThat(outcome)
                .isEqualTo(
                        new CaptureOutcome.Missed(
                                new Fault.TimedOut(
                                        StandingStill.FROZEN, "a picture that changes")));
        assertThat(sights).hasSize(31);
        assertThat(room.stored().attempts()).isEmpty();
    }

    @Test
    void framesOfAnotherSizeInMidStreamAreJudgedLikeAnyOther() throws Exception {
        var frames = frames(2);
        var smaller = frames.getFirst().with(cut((Rgb8) frames.getFirst().pixels()));
        var attempt = stored(run(played(List.of(smaller, frames.getFirst(), smaller), smaller)));
        assertThat(sights.stream().map(s -> s.frame().pixels().width()).distinct())
                .containsExactlyInAnyOrder(960, 1280);
        assertThat(attempt.width()).isIn(960, 1280);
    }

    private static Pixels copy(Pixels pixels) {
        return Rgb8.wrap(pixels.width(), pixels.height(), pixels.toBytes());
    }

    /// 960 columns of 1280 about the middle.
    private static Rgb8 cut(Rgb8 pixels) {
        return pixels.crop((pixels.width() - 960) / 2, 0, 960, pixels.height());
    }
}
