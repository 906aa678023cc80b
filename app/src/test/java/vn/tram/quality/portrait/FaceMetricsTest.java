package vn.tram.quality.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.tram.quality.portrait.Faces.value;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

class FaceMetricsTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int MIDDLE = 240;

    private static Face halves(int left, int right) {
        return Faces.gray((x, _) -> x < MIDDLE ? left : right);
    }

    private static Face noise(long seed, int amplitude) {
        var levels = new byte[Aligned.WIDTH * Aligned.HEIGHT];
        var random = new Random(seed);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (100 + random.nextInt(amplitude));
        }
        return Faces.gray((x, y) -> levels[y * Aligned.WIDTH + x] & 0xFF);
    }

    @Test
    void anEvenGrayFaceHasNoRangeAndNoSharpness() {
        var face = Faces.gray((_, _) -> 128);
        assertThat(value(new LuminanceMean(), face)).isEqualTo(128);
        assertThat(value(new DynamicRange(), face)).isZero();
        assertThat(value(new Sharpness(), face)).isZero();
        assertThat(value(new UnderExposure(), face)).isZero();
        assertThat(value(new OverExposure(), face)).isZero();
        assertThat(value(new IlluminationUniformity(), face)).isEqualTo(1, EXACT);
        assertThat(value(new LightBalance(), face)).isEqualTo(1, EXACT);
        assertThat(value(new EyesVisible(), face)).isEqualTo(1, EXACT);
    }

    @Test
    void aFaceOfTwoHalvesHasOneBitAndNothingInCommon() {
        var face = halves(80, 160);
        assertThat(value(new LuminanceMean(), face)).isEqualTo(120, within(0.5));
        assertThat(value(new DynamicRange(), face)).isEqualTo(1, within(0.001));
        assertThat(value(new IlluminationUniformity(), face)).isZero();
        assertThat(value(new LightBalance(), face)).isEqualTo(0.5, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"25, 1, 0", "26, 0, 0", "246, 0, 0", "247, 0, 1"})
    void exposureCountsLevelsToTheirBorders(int level, double under, double over) {
        var face = Faces.gray((_, _) -> level);
        assertThat(value(new UnderExposure(), face)).isEqualTo(under);
        assertThat(value(new OverExposure(), face)).isEqualTo(over);
    }

    /// Neighbours differ by 255; means of nine by a ninth of that.
    @Test
    void aChessboardLosesEightNinthsOfItsDetail() {
        var face = Faces.gray((x, y) -> (x + y) % 2 * 255);
        assertThat(value(new Sharpness(), face)).isEqualTo(8.0 / 9, within(1e-6));
    }

    /// Every second pixel of a face that was enlarged twice is the chessboard again.
    @Test
    void anEnlargedFaceIsAsSharpAsItWas() {
        var c = Faces.coordinates();
        for (int i = 0; i < c.length; i++) {
            c[i] /= 2;
        }
        var board = Faces.gray((x, y) -> (x / 2 + y / 2) % 2 * 255);
        var small = Faces.with(new Landmarks(c));
        var face =
                new Face(
                        small.width(),
                        small.height(),
                        small.found(),
                        small.landmarks(),
                        small.pose(),
                        board.aligned(),
                        board.detail(),
                        small.scene(),
                        small.background());
        assertThat(value(new Sharpness(), face)).isEqualTo(8.0 / 9, within(1e-6));
    }

    /// Means over a whole wave are all the same.
    @Test
    void aWaveOfNinePixelsIsLostAltogether() {
        assertThat(value(new Sharpness(), waves(9, 0))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void blurringTakesSharpnessAway(long seed) {
        var random = new Random(seed);
        double phase = random.nextDouble() * 6;
        double before = value(new Sharpness(), waves(4, phase));
        double after = value(new Sharpness(), waves(40, phase));
        assertThat(after).isLessThan(before / 2);
    }

    private static Face waves(double length, double phase) {
        return Faces.gray((x, y) ->
                (int)
                        Math.round(
                                128
                                        + 50 * Math.sin(2 * Math.PI * x / length + phase)
                                        + 50 * Math.sin(2 * Math.PI * y / length)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void turningLevelsRoundChangesNeitherRangeNorSharpness(long seed) {
        var face = noise(seed, 60);
        var luma = face.aligned().luma();
        var negative = Faces.gray((x, y) -> 255 - luma.at(x, y));
        for (var metric : List.<Metric<Face>>of(new DynamicRange(), new Sharpness())) {
            assertThat(value(metric, negative)).isEqualTo(value(metric, face), EXACT);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void mirroringKeepsTheLight(long seed) {
        var face = noise(seed, 100);
        var luma = face.aligned().luma();
        // pixel centres mirror about 240 - 0.5
        var mirrored = Faces.gray((x, y) -> luma.at(Aligned.WIDTH - 1 - x, y));
        for (var metric :
                List.<Metric<Face>>of(
                        new LuminanceMean(),
                        new DynamicRange(),
                        new IlluminationUniformity(),
                        new LightBalance(),
                        new NaturalColour())) {
            assertThat(value(metric, mirrored)).isEqualTo(value(metric, face), within(1e-6));
        }
    }

    /// Gray has a = b = 0: five off in both.
    @ParameterizedTest
    @CsvSource({"0x808080, 7.0711", "0xC89678, 0"})
    void colourIsMeasuredOffTheRangeOfSkin(String rgb, double distance) {
        int colour = Integer.decode(rgb);
        assertThat(value(new NaturalColour(), Faces.coloured((_, _) -> colour)))
                .isEqualTo(distance, within(0.01));
    }

    @Test
    void darkGlassesHideTheEyes() {
        var face = Faces.gray((_, y) -> y > 215 && y < 285 ? 20 : 160);
        assertThat(value(new EyesVisible(), face)).isEqualTo(20.0 / 160, EXACT);
    }

    @Test
    void lengthsAndPlacesAreThoseOfTheFrame() {
        var face = Faces.with(Faces.landmarks());
        assertThat(value(new InterEyeDistance(), face)).isEqualTo(120, EXACT);
        assertThat(value(new HeadSize(), face)).isEqualTo(2 * (500 - 240) / 800.0, EXACT);
        assertThat(value(new FaceCentre(FaceCentre.Axis.X), face)).isEqualTo(0.4, EXACT);
        assertThat(value(new FaceCentre(FaceCentre.Axis.Y), face)).isEqualTo(0.3, EXACT);
    }

    @Test
    void aTurnedHeadHasTheEyesOfAStraightOne() {
        var face = Faces.with(new HeadPose(60, 0, 0));
        assertThat(value(new InterEyeDistance(), face)).isEqualTo(240, within(1e-6));
    }

    @Test
    void openEyesAreAsWideAsTheirLidsAreApart() {
        assertThat(value(new EyesOpen(), Faces.with(Faces.landmarks())))
                .isEqualTo(20.0 / 60, EXACT);
    }

    @Test
    void aWinkCounts() {
        var winking = Faces.coordinates();
        Faces.lids(winking, 386, 374, 305, 0);
        Faces.lids(winking, 385, 380, 295, 0);
        assertThat(value(new EyesOpen(), Faces.with(new Landmarks(winking)))).isZero();
    }

    @Test
    void lipsAreMeasuredByTheirGap() {
        var speaking = Faces.coordinates();
        Faces.put(speaking, 14, MIDDLE, 420);
        assertThat(value(new MouthClosed(), Faces.with(Faces.landmarks()))).isZero();
        assertThat(value(new MouthClosed(), Faces.with(new Landmarks(speaking))))
                .isEqualTo(20.0 / 80, EXACT);
    }

    @Test
    void aGlanceToThePicturesRightIsPositive() {
        var glancing = Faces.coordinates();
        Faces.put(glancing, Landmarks.LEFT_IRIS, 192, 240);
        Faces.put(glancing, Landmarks.RIGHT_IRIS, 312, 240);
        assertThat(value(new Gaze(), Faces.with(Faces.landmarks()))).isEqualTo(0, EXACT);
        assertThat(value(new Gaze(), Faces.with(new Landmarks(glancing)))).isEqualTo(0.2, EXACT);
    }

    @Test
    void aSecondFaceCountsByItsArea() {
        var alone = Faces.with(List.of(Faces.box(100)));
        var two = Faces.with(List.of(Faces.box(100), Faces.box(50), Faces.box(10)));
        assertThat(value(new SingleFacePresent(), alone)).isEqualTo(1);
        assertThat(value(new SingleFacePresent(), two)).isEqualTo(0.75, EXACT);
        assertThat(value(new FaceCount(), two)).isEqualTo(3);
    }

    @Test
    void aWhiteWallIsLightEvenAndGray() {
        var background = Faces.with(Faces.scene()).background().orElseThrow();
        assertThat(background.lightness()).isEqualTo(100, within(0.01));
        assertThat(background.spread()).isEqualTo(0, within(0.001));
        assertThat(background.texture()).isZero();
        assertThat(background.chroma()).isEqualTo(0, within(0.02));
    }

    @Test
    void aWallHalfBlackSpreads() {
        var scene = Faces.scene((x, _) -> x < Scene.SIDE / 2 ? 0 : 0xFFFFFF);
        var background = Faces.with(scene).background().orElseThrow();
        assertThat(background.lightness()).isEqualTo(50, within(0.2));
        assertThat(background.spread()).isEqualTo(50, within(0.2));
        assertThat(background.texture()).isGreaterThan(0.5);
    }

    @Test
    void aFrameFullOfPersonHasNoBackground() {
        var person = Faces.picture(Scene.SIDE, Scene.SIDE, (_, _) -> 0xFFFFFF).toGray();
        var face = Faces.with(new Scene(Faces.scene().picture(), person));
        for (var property : BackgroundQuality.Property.values()) {
            assertThat(new BackgroundQuality(property).measure(face))
                    .isInstanceOf(Reading.NotMeasurable.class);
        }
    }

    @Test
    void aCheekOutsideThePictureIsNotMeasured() {
        var c = Faces.coordinates();
        Faces.put(c, Zone.LEFT_CHEEK, -500, -500);
        var picture = Faces.picture(Aligned.WIDTH, Aligned.HEIGHT, (_, _) -> 0x808080);
        var whole = Faces.with(Faces.landmarks());
        var face =
                new Face(
                        whole.width(),
                        whole.height(),
                        whole.found(),
                        whole.landmarks(),
                        whole.pose(),
                        Aligned.of(picture, new Landmarks(c)),
                        whole.detail(),
                        whole.scene(),
                        whole.background());
        for (var metric :
                List.<Metric<Face>>of(
                        new IlluminationUniformity(),
                        new LightBalance(),
                        new NaturalColour(),
                        new EyesVisible())) {
            assertThat(metric.measure(face)).isInstanceOf(Reading.NotMeasurable.class);
        }
    }

    @Test
    void whatTheOperatorAnswersIsNeverMeasured() {
        var face = Faces.with(Faces.landmarks());
        assertThat(Unmeasured.BOTH_EARS_VISIBLE.measure(face))
                .isInstanceOf(Reading.NotMeasurable.class);
    }

    @Test
    void labKnowsWhiteAndRed() {
        var white = Lab.of(255, 255, 255);
        assertThat(white.l()).isEqualTo(100, within(0.01));
        assertThat(Math.hypot(white.a(), white.b())).isLessThan(0.02);
        var red = Lab.of(255, 0, 0);
        assertThat(red.l()).isEqualTo(53.24, within(0.02));
        assertThat(red.a()).isEqualTo(80.09, within(0.05));
        assertThat(red.b()).isEqualTo(67.20, within(0.05));
    }

    @Test
    void theScoreIsThatOfTheWorstProperty() {
        var yaw = new Reading.Measured("head-pose-yaw", 5, "deg");
        var sharp = new Reading.Measured("sharpness", 0.5, "1");
        assertThat(PortraitScore.of(List.of(sharp))).isEqualTo(100);
        assertThat(PortraitScore.of(List.of(sharp, yaw))).isEqualTo(75);
        assertThat(PortraitScore.of(List.of(new Reading.Measured("sharpness", 0, "1")))).isZero();
    }
}
