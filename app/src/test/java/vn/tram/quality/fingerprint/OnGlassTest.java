package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Reading;
import vn.tram.image.Box;
import vn.tram.image.Gray8;
import vn.tram.quality.Metric;

/// What is measured of the glass around a finger, on pictures whose answer follows from the
/// formula.
class OnGlassTest {
    private static final int SIDE = 500;
    private static final int BLANK = 230;

    private static final int TOP = 140;

    /// Ridges between two columns from [#TOP] down, blank glass around them.
    private static Gray8 ridges(int from, int to) {
        var waves = Ridges.waves(SIDE, SIDE, 9, 0.5, 60);
        return Ridges.painted(
                SIDE,
                SIDE,
                (x, y) -> x >= from && x < to && y >= TOP ? waves.at((int) x, (int) y) : BLANK);
    }

    private static double value(Metric<OnGlass> metric, Gray8 picture, double ppi, Box finger) {
        var reading = metric.measure(new OnGlass(picture, ppi, List.of(finger)));
        assertThat(reading).isInstanceOf(Reading.Measured.class);
        return ((Reading.Measured) reading).value();
    }

    private static Box between(int from, int to) {
        return new Box((from + to) / 2.0, 300, to - from, 320, 0);
    }

    @Test
    void aFingerCutOffAtOneSideIsToldAndOneCutAtBothIsNot() {
        var edge = new EdgeImbalance();
        assertThat(value(edge, ridges(0, 200), 500, between(0, 200))).isCloseTo(1, within(0.05));
        assertThat(value(edge, ridges(300, 500), 500, between(300, 500)))
                .isCloseTo(1, within(0.05));
        assertThat(value(edge, ridges(100, 400), 500, between(100, 400))).isZero();
        assertThat(value(edge, ridges(0, 500), 500, between(0, 500))).isZero();
    }

    @Test
    void aBoxAtTheEdgeWithoutRidgesThereIsNotCutOff() {
        assertThat(value(new EdgeImbalance(), ridges(40, 240), 500, between(0, 240))).isZero();
    }

    @Test
    void blankAndNoisyGlassIsCleanAndMarkedGlassIsNot() {
        var finger = between(200, 300);
        var clean = ridges(200, 300);
        assertThat(value(new GlassResidue(), clean, 500, finger)).isZero();
        var noise = Ridges.noise(SIDE, SIDE, 0, 6, 5);
        var noisy =
                Ridges.painted(
                        SIDE,
                        SIDE,
                        (x, y) -> clean.at((int) x, (int) y) - noise.at((int) x, (int) y));
        assertThat(value(new GlassResidue(), noisy, 500, finger)).isLessThan(0.005);
        var pale = Ridges.waves(SIDE, SIDE, 9, 0.5, 12);
        var marked =
                Ridges.painted(
                        SIDE,
                        SIDE,
                        (x, y) ->
                                clean.at((int) x, (int) y) == BLANK
                                        ? pale.at((int) x, (int) y) + 90
                                        : clean.at((int) x, (int) y));
        assertThat(value(new GlassResidue(), marked, 500, finger)).isCloseTo(1, within(0.01));
    }

    /// Within the box of the finger, but outside of its outline.
    @Test
    void thePaleEndOfAnEarlierPrintIsSeenInTheFingersBoxToo() {
        var pale = Ridges.waves(SIDE, SIDE, 9, 1.2, 12);
        var waves = ridges(200, 400);
        var picture =
                Ridges.painted(
                        SIDE,
                        SIDE,
                        (x, y) ->
                                x >= 110 && x < 200 && y >= TOP
                                        ? pale.at((int) x, (int) y) + 90
                                        : waves.at((int) x, (int) y));
        assertThat(value(new GlassResidue(), picture, 500, between(100, 400))).isGreaterThan(0.05);
        assertThat(value(new GlassResidue(), waves, 500, between(100, 400))).isZero();
    }

    /// The left of two halves of bare glass shows a faint earlier print.
    @ParameterizedTest
    @ValueSource(ints = {250, 500})
    void halfOfTheGlassIsMarkedAtEveryResolution(int ppi) {
        double scale = ppi / 500.0;
        var finger = new Box(250, 250, 100, 500, 0);
        var ghost = Ridges.waves(SIDE, SIDE, 9, 0.5, 12);
        var waves = ridges(200, 300);
        var picture =
                Ridges.painted(
                        SIDE,
                        SIDE,
                        (x, y) ->
                                x < 200
                                        ? ghost.at((int) x, (int) y) + 90
                                        : waves.at((int) x, (int) y));
        var scaled = Resample.to(picture, scale, scale);
        var box =
                new Box(
                        finger.centreX() * scale,
                        finger.centreY() * scale,
                        finger.width() * scale,
                        finger.height() * scale,
                        0);
        assertThat(value(new GlassResidue(), scaled, ppi, box)).isCloseTo(0.5, within(0.06));
    }

    @Test
    void whereTheFingerFillsThePictureThereIsNothingToTell() {
        var reading =
                new GlassResidue()
                        .measure(
                                new OnGlass(
                                        Ridges.waves(SIDE, SIDE, 9, 0.5, 60),
                                        500,
                                        List.of(new Box(250, 250, 480, 480, 0))));
        assertThat(reading).isInstanceOf(Reading.NotMeasurable.class);
    }
}
