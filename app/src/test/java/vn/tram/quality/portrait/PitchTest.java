package vn.tram.quality.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Box;
import vn.tram.image.Position;
import vn.tram.quality.Policy;
import vn.tram.settings.Settings;

/// What of a pitch is the camera's, what the person's.
class PitchTest {
    private static final Policy NOTHING = new Policy("test", "2026-11-23", 3, Map.of());

    private static Judgement looking(double pitch) {
        var reading = new Reading.Measured("head-pose-pitch", pitch, "deg");
        return new Judgement(
                Position.FACE,
                new Box(0, 0, 1, 1, 0),
                OptionalInt.empty(),
                List.of(reading),
                NOTHING.judge(PortraitJudge.GROUP, List.of(reading)));
    }

    private static List<Judgement> looking(double... pitches) {
        return DoubleStream.of(pitches).mapToObj(PitchTest::looking).toList();
    }

    @Test
    void aCameraIsTheMedianOfItsFaces() {
        assertThat(CameraPitch.learned(looking(7, 4, 40, 5, 6)).offset()).isEqualTo(6);
        assertThat(CameraPitch.learned(looking(7, 4, 5, 6, 8, 9)).offset()).isEqualTo(6.5);
    }

    @Test
    void threePeopleAreNoAverage() {
        assertThatThrownBy(() -> CameraPitch.learned(looking(5, 5, 5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCameraThatHangsAskewIsNotLearned() {
        assertThatThrownBy(() -> CameraPitch.learned(looking(20, 21, 22, 23, 24)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// The judge of a camera that was calibrated takes its part off; all others stay.
    @Test
    void eachCameraHasItsOwnPart() throws Exception {
        var low = new CameraPitch(9);
        CameraPitches cameras = name -> name.equals("low") ? low : CameraPitch.UNKNOWN;
        var judge = new PortraitJudge(NOTHING, cameras);
        var frame = SimulatedScenesTest.still("seed=4&person=1");
        double unknown = pitch(judge.before("other").judge(frame, Position.FACE, Set.of()));
        assertThat(pitch(judge.judge(frame, Position.FACE, Set.of()))).isEqualTo(unknown);
        assertThat(pitch(judge.before("low").judge(frame, Position.FACE, Set.of())))
                .isEqualTo(unknown - 6, within(1e-9));
    }

    private static double pitch(List<Judgement> faces) {
        return CameraPitch.middle(faces);
    }

    /// Six people of the simulated camera, who look straight: neither level nor change refuses
    /// them, live, with the policies the station is shipped with.
    @ParameterizedTest
    @ValueSource(strings = {"collins", "hopper"})
    void aFrontalFaceIsNotRefusedLive(String portrait) throws Exception {
        var judge = new PortraitJudge(Settings.load(Path.of("../config")).portrait());
        for (int person = 0; person < 3; person++) {
            var live = judge.before("nobody calibrated it").live();
            var frame =
                    SimulatedScenesTest.still(
                            "seed=4&portrait=%s&person=%d".formatted(portrait, person));
            for (int i = 0; i < 12; i++) {
                var face = live.judge(frame, Position.FACE, Set.of()).getFirst();
                assertThat(face.readings())
                        .anyMatch(r -> r.metric().equals(LivePortrait.PITCH_CHANGE));
                assertThat(face.verdict().failed())
                        .doesNotContain("head-pose-pitch", LivePortrait.PITCH_CHANGE);
            }
        }
    }

    @Test
    void theCamerasPartIsTakenOffPitchAlone() {
        var pose = new HeadPose(1, 9, 2).at(new CameraPitch(6));
        assertThat(pose).isEqualTo(new HeadPose(1, 3, 2));
    }

    /// Whatever a person's own level, and in spite of the mesh's jitter.
    @ParameterizedTest
    @ValueSource(doubles = {-9, 0, 12})
    void aSteadyHeadDoesNotChange(double level) {
        var watch = new PitchWatch();
        for (int i = 0; i < 60; i++) {
            assertThat(watch.change(level + Math.sin(i * 1.7)))
                    .isEqualTo(Math.sin(i * 1.7), within(1.1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, 0, 12})
    void aNodIsAChangeWhateverTheLevel(double level) {
        var watch = new PitchWatch();
        IntStream.range(0, 30).forEach(_ -> watch.change(level));
        assertThat(watch.change(level + 10)).isEqualTo(10, within(1e-9));
        assertThat(watch.change(level)).isZero();
    }

    @Test
    void theFirstFacesTellNoChange() {
        var watch = new PitchWatch();
        for (int i = 0; i < 9; i++) {
            assertThat(watch.change(i % 2 * 20)).isZero();
        }
    }

    /// Who settles in another position has that level after some seconds.
    @Test
    void aNewLevelIsLearned() {
        var watch = new PitchWatch();
        IntStream.range(0, 45).forEach(_ -> watch.change(0));
        IntStream.range(0, 30).forEach(_ -> watch.change(8));
        assertThat(watch.change(8)).isZero();
    }
}
