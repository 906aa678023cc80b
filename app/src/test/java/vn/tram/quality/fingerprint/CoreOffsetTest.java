package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.domain.Reading;
import vn.tram.image.Gray8;

/// Patterns whose core is where their formula puts it.
class CoreOffsetTest {
    private static final int SIDE = 360;
    private static final double MM = 25.4 / 500;

    /// Where the core is found is told in patches; half of one is 0.4 mm.
    private static final double NEAR = 0.5;

    /// Half circles above the core, legs straight down below it: what a loop is at its core.
    private static double loop(double x, double y) {
        return y < 0 ? Math.hypot(x, y) : Math.abs(x);
    }

    /// Rings around a line of 72 pixels: a whorl with a core at each end of it.
    private static double whorl(double x, double y) {
        return Math.hypot(x, Math.max(0, Math.abs(y) - 36));
    }

    /// Ridges 9 pixels apart along the levels of `distance` around (x, y) off the middle, in a
    /// disc.
    private static Gray8 print(DoubleBinaryOperator distance, double x, double y) {
        return Ridges.painted(
                SIDE,
                SIDE,
                (px, py) -> {
                    double cx = px - SIDE / 2.0;
                    double cy = py - SIDE / 2.0;
                    double d = distance.applyAsDouble(cx - x, cy - y);
                    return Math.hypot(cx, cy) > 165
                            ? 220
                            : 145 + 70 * Math.sin(2 * Math.PI * d / 9);
                });
    }

    private static double offset(Gray8 picture) {
        var reading = new CoreOffset().measure(Print.of(picture, 500, 500));
        assertThat(reading).isInstanceOf(Reading.Measured.class);
        return ((Reading.Measured) reading).value();
    }

    /// Millimetres towards the tip at which the core is found: in every average around it the
    /// straight legs outweigh the half circles.
    private static final double HIGHER = 0.9;

    @ParameterizedTest
    @CsvSource({"0, 0", "60, 0", "-80, 30", "0, -70", "40, 40"})
    void theCoreOfALoopIsWhereItsRidgesTurn(double x, double y) {
        var core = Cores.of(Print.of(print(CoreOffsetTest::loop, x, y), 500, 500)).getFirst();
        double column = (core.column() + 1) * Print.STEP - SIDE / 2.0;
        double row = (core.row() + 1) * Print.STEP - SIDE / 2.0;
        assertThat(MM * (column - x)).isCloseTo(0, within(NEAR));
        assertThat(MM * (row - y)).isCloseTo(-HIGHER, within(NEAR));
        assertThat(offset(print(CoreOffsetTest::loop, x, y)))
                .isCloseTo(MM * Math.hypot(column, row), within(NEAR));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "60, 0", "-50, 40"})
    void theCoreOfAWhorlIsBetweenItsTwo(double x, double y) {
        var picture = print(CoreOffsetTest::whorl, x, y);
        assertThat(Cores.of(Print.of(picture, 500, 500))).hasSize(2);
        assertThat(offset(picture)).isCloseTo(MM * Math.hypot(x, y), within(NEAR));
    }

    @Test
    void whatHasNoCoreIsNotMeasurable() {
        for (var none :
                new Gray8[] {
                    Ridges.waves(320, 320, 9, 0.5, 100),
                    DrawnPrint.all().get("whole"),
                    Ridges.flat(200, 200, 120),
                    print((x, y) -> y + 40 * Math.cos(x / 60), 0, 0)
                }) {
            assertThat(new CoreOffset().measure(Print.of(none, 500, 500)))
                    .isInstanceOf(Reading.NotMeasurable.class);
        }
    }

    /// Ridges that fan out from a delta turn the other way.
    @Test
    void aDeltaIsNoCore() {
        var delta =
                print(
                        (x, y) -> {
                            double angle = Math.atan2(y, x);
                            return Math.hypot(x, y) * Math.cos(1.5 * angle) / 1.5;
                        },
                        0,
                        0);
        assertThat(Cores.of(Print.of(delta, 500, 500))).isEmpty();
    }

    @Test
    void turningTurningOverLightAndFineSamplingDoNotMoveTheCore() {
        var loop = print(CoreOffsetTest::loop, 40, -30);
        double before = offset(loop);
        assertThat(offset(Ridges.turned(loop))).isCloseTo(before, within(NEAR));
        assertThat(offset(Ridges.changed(loop, g -> g + 20))).isCloseTo(before, within(0.05));
        var mirrored = Ridges.painted(SIDE, SIDE, (x, y) -> loop.at(SIDE - 1 - (int) x, (int) y));
        assertThat(offset(mirrored)).isCloseTo(before, within(NEAR));
        var fine = new CoreOffset().measure(Print.of(Resample.to(loop, 2, 2), 1000, 1000));
        assertThat(((Reading.Measured) fine).value()).isCloseTo(before, within(NEAR));
    }
}
