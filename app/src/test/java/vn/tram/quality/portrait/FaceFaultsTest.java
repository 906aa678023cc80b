package vn.tram.quality.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.tram.quality.portrait.Faces.value;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Reading;
import vn.tram.image.Box;
import vn.tram.image.Gray8;

/// Measures of single faults, on faces drawn so that the answer is known.
class FaceFaultsTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int SKIN = 0xC89678;

    /// A face of skin with another colour between those columns and rows of the aligned face.
    private static Face patched(int colour, int left, int top, int right, int bottom) {
        return Faces.coloured(
                (x, y) -> x >= left && x < right && y >= top && y < bottom ? colour : SKIN);
    }

    private static Landmarks withContours() {
        var c = Faces.coordinates();
        Faces.ring(c, Contour.LEFT_EYE, 180, 240, 30, 10);
        Faces.ring(c, Contour.RIGHT_EYE, 300, 240, 30, 10);
        Faces.ring(c, Contour.LIPS, 240, 400, 50, 24);
        Faces.ring(c, Contour.MOUTH, 240, 400, 40, 4);
        for (int iris : new int[] {Landmarks.LEFT_IRIS, Landmarks.RIGHT_IRIS}) {
            double x = c[3 * iris];
            Faces.put(c, iris + 1, x + 10, 240);
            Faces.put(c, iris + 2, x, 230);
            Faces.put(c, iris + 3, x - 10, 240);
            Faces.put(c, iris + 4, x, 250);
        }
        return new Landmarks(c);
    }

    private static Face seen(Face face) {
        return Faces.withAligned(Aligned.of(face.aligned().picture(), withContours()));
    }

    @Test
    void anEvenFaceHasNoBlocksNoNoiseAndNoGlare() {
        var face = seen(Faces.coloured((_, _) -> SKIN));
        assertThat(value(new CompressionArtifacts(), face)).isEqualTo(1, EXACT);
        assertThat(value(new Noise(), face)).isZero();
        assertThat(value(new Glare(), face)).isZero();
        assertThat(value(new RedEye(), face)).isZero();
        assertThat(value(new MouthOcclusion(), face)).isZero();
    }

    /// A step of 9 at every eighth column and row, of 1 at all others: wherever the grid begins.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 7})
    void blocksAreTheStepsOnTheGridOverThoseOffIt(int phase) {
        var stairs = stairs(phase);
        var face = Faces.gray((x, y) -> 60 + stairs[x] + stairs[y]);
        assertThat(value(new CompressionArtifacts(), face)).isEqualTo(9, EXACT);
    }

    /// Steps up and down by turns, so that they stay near 0.
    private static int[] stairs(int phase) {
        var levels = new int[Math.max(Aligned.WIDTH, Aligned.HEIGHT)];
        for (int i = 1; i < levels.length; i++) {
            int step = (i + phase) % 8 == 0 ? 9 : 1;
            levels[i] = levels[i - 1] + (levels[i - 1] > 0 ? -step : step);
        }
        return levels;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 9})
    void noiseIsToldByItsDeviation(int sigma) {
        var random = new Random(42);
        var levels = new byte[Aligned.WIDTH * Aligned.HEIGHT];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(128 + sigma * random.nextGaussian());
        }
        var face = Faces.gray((x, y) -> levels[y * Aligned.WIDTH + x] & 0xFF);
        assertThat(value(new Noise(), face)).isEqualTo(sigma, within(0.15 * sigma + 0.2));
    }

    /// An edge through the face is no noise: only the fifth part from below counts.
    @Test
    void aBeardIsNoNoise() {
        var face = Faces.gray((x, y) -> y < 420 ? 150 : (x * 7 + y * 13) % 90);
        assertThat(value(new Noise(), face)).isZero();
    }

    @Test
    void aRedDiscFillsTheIris() {
        var face = seen(patched(0xD01010, 160, 220, 200, 260));
        assertThat(value(new RedEye(), face)).isEqualTo(1, EXACT);
    }

    @Test
    void aBrownIrisIsNotRed() {
        var face = seen(patched(0x5A3418, 160, 220, 200, 260));
        assertThat(value(new RedEye(), face)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0xFFFFFF, 1", "0xFFB0B0, 0", "0xDCDCDC, 0"})
    void glareIsBrightAndWithoutColour(String rgb, double share) {
        var face = seen(patched(Integer.decode(rgb), 100, 200, 380, 280));
        assertThat(value(new Glare(), face)).isEqualTo(share, EXACT);
    }

    @Test
    void skinThatIsBurntOutRoundTheEyeAndBelowIsNoReflection() {
        var face = seen(patched(0xFFFFFF, 0, 200, 480, 420));
        assertThat(value(new Glare(), face)).isZero();
    }

    /// The lips are at rest in skin; a gray mask takes away what is red and yellow in them.
    @ParameterizedTest
    @CsvSource({"0xA0B4BE, 20", "0x303030, 8", "0xFFFFFF, 8"})
    void aMaskHasNotTheColourOfLips(String rgb, double least) {
        var face = seen(patched(Integer.decode(rgb), 150, 350, 330, 460));
        assertThat(value(new MouthOcclusion(), face)).isGreaterThan(least);
    }

    @Test
    void redLipsAreLips() {
        var face = seen(patched(0xC06458, 180, 370, 300, 430));
        assertThat(value(new MouthOcclusion(), face)).isZero();
    }

    /// Vivid lipstick is far redder and yellower than any cheek.
    @Test
    void lipstickIsNoMask() {
        var face = seen(patched(0xC80A28, 180, 370, 300, 430));
        assertThat(value(new MouthOcclusion(), face)).isZero();
    }

    private static Face covered(IntBinaryOperator colour) {
        var c = withContours();
        var points = Faces.coordinates();
        for (int i = 0; i < Landmarks.COUNT; i++) {
            Faces.put(points, i, c.x(i), c.y(i));
        }
        for (int point : new int[] {9, 168, 6}) {
            Faces.put(points, point, 240, 230);
        }
        Faces.put(points, 117, 170, 285);
        Faces.put(points, 118, 190, 285);
        Faces.put(points, 346, 310, 285);
        Faces.put(points, 347, 290, 285);
        Faces.put(points, 1, 240, 330);
        var picture = Faces.coloured(colour).aligned().picture();
        return Faces.withAligned(Aligned.of(picture, new Landmarks(points)));
    }

    @Test
    void aBareFaceIsNotCovered() {
        assertThat(value(new FaceOcclusion(), covered((_, _) -> SKIN))).isZero();
    }

    /// Whatever the tone of the skin: its own colour is what a mask is held against.
    @ParameterizedTest
    @CsvSource({
        "0xC89678, 0xA0B4BE",
        "0x5A3A28, 0xA0B4BE",
        "0xE8C8B0, 0x4060A0",
        "0x8C6046, 0xF0F0F0"
    })
    void aMaskCoversTheLowerHalf(String skin, String mask) {
        int bare = Integer.decode(skin);
        int cloth = Integer.decode(mask);
        var face = covered((_, y) -> y < 320 ? bare : cloth);
        assertThat(value(new FaceOcclusion(), face)).isGreaterThan(0.9);
    }

    @Test
    void hairAcrossAnEyeCoversIt() {
        var face = covered((x, y) -> x > 250 && y < 300 ? 0x181210 : SKIN);
        assertThat(value(new FaceOcclusion(), face)).isGreaterThan(0.8);
    }

    /// White hairs beside gray ones: rough, as no cloth is that shows without.
    @Test
    void aWhiteBeardIsNoMask() {
        var face = covered((x, y) -> y < 350 ? SKIN : (x + y) % 3 == 0 ? 0xF0F0F0 : 0xA8A8A8);
        assertThat(value(new FaceOcclusion(), face)).isLessThan(0.1);
    }

    @Test
    void aShadowIsNoMask() {
        var face = covered((_, y) -> y < 350 ? SKIN : 0x644B3C);
        assertThat(value(new FaceOcclusion(), face)).isZero();
    }

    @Test
    void grayPicturesTellNoCover() {
        assertThat(new FaceOcclusion().measure(covered((_, _) -> 0x909090)))
                .isInstanceOf(Reading.NotMeasurable.class);
    }

    /// Black hair shines blue; a navy cap is bluer.
    @ParameterizedTest
    @CsvSource({"0x08080E, 0", "0x141430, 0", "0x142864, 1"})
    void blackHairIsNoCap(String rgb, double share) {
        var face = Faces.capped(covered((_, _) -> SKIN), Integer.decode(rgb));
        assertThat(value(new HeadCovering(), face)).isEqualTo(share, EXACT);
    }

    /// Streaks along the rows change across them only.
    @Test
    void aSmearHasADirection() {
        var streaks = Faces.gray((_, y) -> 100 + y % 7 * 10);
        var clouds =
                Faces.gray((x, y) ->
                        (int) Math.round(128 + 40 * Math.sin(x / 9.0) + 40 * Math.sin(y / 9.0)));
        assertThat(value(new MotionBlur(), streaks)).isEqualTo(1, EXACT);
        assertThat(value(new MotionBlur(), clouds)).isLessThan(0.6);
    }

    @Test
    void marginsAreThoseOfTheStandard() {
        var face = Faces.with(Faces.landmarks());
        // eyes at 180 and 300 of 600 columns; midpoint at 240, chin at 500 of 800 rows
        assertThat(value(new Margin(Margin.Side.LEFT), face)).isEqualTo(1.5, EXACT);
        assertThat(value(new Margin(Margin.Side.RIGHT), face)).isEqualTo(2.5, EXACT);
        assertThat(value(new Margin(Margin.Side.ABOVE), face)).isEqualTo(240.0 / 260, EXACT);
        assertThat(value(new Margin(Margin.Side.BELOW), face)).isEqualTo(560.0 / 260, EXACT);
    }

    @Test
    void eachEyeIsToldApart() {
        var winking = Faces.coordinates();
        Faces.lids(winking, 386, 374, 305, 0);
        Faces.lids(winking, 385, 380, 295, 0);
        var face = Faces.with(new Landmarks(winking));
        assertThat(value(new EyeOpen(EyeOpen.Side.LEFT), face)).isZero();
        assertThat(value(new EyeOpen(EyeOpen.Side.RIGHT), face)).isEqualTo(20.0 / 60, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"26, 0.1", "0, 0", "-13, -0.05"})
    void aSmileIsTheCornersLift(double lift, double value) {
        var c = Faces.coordinates();
        for (int point : new int[] {0, 17}) {
            Faces.put(c, point, 240, 400);
        }
        for (int point : new int[] {61, 291}) {
            Faces.put(c, point, 240, 400 - lift);
        }
        assertThat(value(new Smile(), Faces.with(new Landmarks(c)))).isEqualTo(value, EXACT);
    }

    /// From black on the left to white on the right: 100 of L* over the width, all of it a ramp.
    @Test
    void aLampFromTheSideIsARamp() {
        var scene = Faces.scene((x, _) -> grayOfLightness(100.0 * x / Scene.SIDE));
        assertThat(value(new IlluminationGradient(), Faces.with(scene)))
                .isEqualTo(100, within(1.5));
        assertThat(value(new IlluminationGradient(), Faces.with(Faces.scene()))).isZero();
    }

    /// Stripes spread as much and lead nowhere.
    @Test
    void furnitureIsNoRamp() {
        var scene = Faces.scene((x, _) -> x / 16 % 2 == 0 ? 0x303030 : 0xD0D0D0);
        assertThat(value(new IlluminationGradient(), Faces.with(scene))).isLessThan(1);
    }

    private static int grayOfLightness(double lightness) {
        double y = (lightness + 16) / 116;
        double linear = lightness > 8 ? y * y * y : lightness / 903.3;
        double channel =
                linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * channel) * 0x010101;
    }

    @Test
    void aBlueCapIsNotHairAndABlackOneMayBe() {
        var skin = Faces.coloured((_, _) -> SKIN);
        var blue = Faces.capped(skin, 0x14275C);
        var black = Faces.capped(skin, 0x151515);
        assertThat(value(new HeadCovering(), blue)).isEqualTo(1, EXACT);
        assertThat(value(new HeadCovering(), black)).isZero();
        assertThat(new HeadCovering().measure(skin)).isInstanceOf(Reading.NotMeasurable.class);
    }

    @Test
    void underABlueLampNoCapIsTold() {
        var blue = Faces.capped(Faces.coloured((_, _) -> 0x6080E0), 0x14275C);
        assertThat(new HeadCovering().measure(blue)).isInstanceOf(Reading.NotMeasurable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 50, 40, 40, 40, 40",
        "0, 0, 40, 40, 20, 20",
        "-500, 900, 40, 40, 1, 1",
        "50, 50, 5000, 5000, 100, 100"
    })
    void detailLiesInsideTheFrame(
            double x, double y, double width, double height, int wide, int high) {
        var frame = Gray8.wrap(100, 100, new byte[10_000]);
        var detail = Detail.of(frame, new Box(x, y, width, height, 0));
        assertThat(detail.width()).isEqualTo(wide);
        assertThat(detail.height()).isEqualTo(high);
    }
}
