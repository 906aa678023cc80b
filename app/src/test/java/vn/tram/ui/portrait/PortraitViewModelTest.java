package vn.tram.ui.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.domain.SpecialCase.Kind;
import vn.tram.enroll.Devices;
import vn.tram.enroll.LiveCapture.Phase;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.quality.portrait.PortraitJudge;
import vn.tram.settings.Settings;
import vn.tram.ui.kit.CaptureLoop;
import vn.tram.ui.kit.CaptureRoom;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.CitizenSide;
import vn.tram.ui.kit.Intent;

/// The portrait's screen without a toolkit: real workflow and judge, the simulated camera.
class PortraitViewModelTest {
    private static final Devices.Seat SEAT = Devices.Seat.CAMERA;

    @TempDir Path folder;

    private CaptureRoom room;
    private PortraitViewModel model;

    @BeforeEach
    void open() throws StationFault {
        room = new CaptureRoom(folder, Map.of(SEAT, "sim://camera?seed=7&person=0"));
    }

    @AfterEach
    void close() throws StationFault {
        room.close();
    }

    private void entered() {
        model = new PortraitViewModel(room.visit, room.background, room.intents::add, room.devices);
        model.enter();
    }

    /// A moment of the live picture in which all is good; the capture itself waits.
    private void live() throws Exception {
        entered();
        room.background.holdCaptures();
        room.background.run();
        var frame = frame();
        var policy = Settings.load(Path.of("..", "config")).portrait();
        var judged = new PortraitJudge(policy).judge(frame, Position.FACE, Set.of());
        room.background.show(new Sight(Phase.HOLDING, frame, judged, Optional.empty(), 0.5));
    }

    private Frame frame() throws InterruptedException {
        var camera =
                (PreviewingDevice) room.devices.device(SEAT, Duration.ofSeconds(10)).orElseThrow();
        var request = room.enrollment.captures().request(room.visit.session(), Position.FACE);
        try (var preview = camera.preview(request)) {
            return ((Preview.Look.Seen) preview.next(Duration.ofSeconds(10))).frame();
        }
    }

    private PortraitViewModel.Tick ears() {
        return model.ticks().stream()
                .filter(t -> t.name().equals("both-ears-visible"))
                .findFirst()
                .orElseThrow();
    }

    private CaptureState state() {
        return model.stateProperty().get();
    }

    @Test
    void whatThePolicyAsksIsTickedBeforeTheShotAndOpenAgainForTheNext() throws Exception {
        live();
        assertThat(state()).isInstanceOf(CaptureState.Live.class);
        assertThat(model.ticks())
                .isNotEmpty()
                .allMatch(t -> t.seen() == PortraitViewModel.Seen.OPEN);
        model.tick(ears());
        assertThat(ears().seen()).isEqualTo(PortraitViewModel.Seen.SEEN);
        assertThat(room.stored().ticks()).isEmpty();
    }

    @Test
    void ticksSaidOfTheLivePictureAreKeptWithItsShot() throws Exception {
        live();
        model.tick(ears());
        room.background.letCapturesGo();
        model.loop().again();
        room.background.run();
        assertThat(room.stored().ticks()).containsExactly("both-ears-visible");
        assertThat(room.stored().attempts(Position.FACE)).hasSize(1);
    }

    @Test
    void escStopsTheCountdownAndLeavesTheShutterToTheOperator() throws Exception {
        live();
        assertThat(model.counts()).isTrue();
        model.back();
        assertThat(model.counts()).isFalse();
        assertThat(room.intents).isEmpty();
        model.back();
        assertThat(room.intents).containsExactly(new Intent.Back());
    }

    @Test
    void theCitizenIsToldToHoldStillWhileTheRingCloses() throws Exception {
        live();
        assertThat(room.visit.citizenSide().shownProperty().get())
                .isInstanceOfSatisfying(
                        CitizenSide.Shown.Face.class, face -> assertThat(face.good()).isTrue());
    }

    @Test
    void aSpecialCaseIsAskedForRecordedAndTheMachineShootsAgain() throws Exception {
        entered();
        room.background.holdCaptures();
        room.background.run();
        var special = model.special();
        assertThat(special.isPossible()).isTrue();
        special.ask();
        assertThat(special.asking()).isTrue();
        special.choose(Kind.HEAD_SCARF);
        special.write("phong tục dân tộc");
        special.decide();
        room.background.run();
        assertThat(special.asking()).isFalse();
        assertThat(room.stored().specialCase(Kind.HEAD_SCARF).map(c -> c.reason()))
                .contains("phong tục dân tộc");
        assertThat(model.loop().shutterProperty().get()).isEqualTo(CaptureLoop.Shutter.AUTO);
    }

    @Test
    void aRecordedCaseIsTakenBackByChoosingItAgain() throws Exception {
        entered();
        room.background.holdCaptures();
        room.background.run();
        var special = model.special();
        special.ask();
        special.choose(Kind.GLASSES);
        special.write("mới mổ mắt");
        special.decide();
        room.background.run();
        special.ask();
        special.choose(Kind.GLASSES);
        assertThat(special.isRecorded()).isTrue();
        assertThat(special.words()).isEqualTo("mới mổ mắt");
        special.decide();
        room.background.run();
        assertThat(room.stored().specialCases()).isEmpty();
    }

    @Test
    void escLeavesTheQuestionWithNothingRecorded() throws Exception {
        entered();
        room.background.holdCaptures();
        room.background.run();
        model.special().ask();
        model.back();
        assertThat(model.special().asking()).isFalse();
        assertThat(model.special().chosen()).isEqualTo(Optional.empty());
        assertThat(room.stored().specialCases()).isEmpty();
        assertThat(room.intents).isEmpty();
    }
}
