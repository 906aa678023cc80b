package vn.tram.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.tram.calibration.Pictures.frame;
import static vn.tram.calibration.Pictures.instruction;
import static vn.tram.calibration.Pictures.reading;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tram.driver.simulated.TargetPicture;
import vn.tram.driver.simulated.TargetPicture.Seen;
import vn.tram.image.Gray8;

class GeometryTest {
    private static final Procedure RONCHI = Geometry.of(new Target.Geometry.Ronchi(1));
    private static final Procedure GRID = Geometry.of(new Target.Geometry.Grid(1));

    private static Answer laid(Seen upright, Seen level) {
        return RONCHI.measure(
                Shots.of(View.BARS, frame(TargetPicture.bars(upright, 1)))
                        .with(View.BARS_TURNED, frame(TargetPicture.barsTurned(level, 1))));
    }

    @Test
    void anIdealScannerHasItsNominalResolutionAndNoDistortion() {
        var ideal = Seen.ideal(600, 600);
        var answer = laid(ideal, ideal);
        assertThat(reading(answer, "resolution-x")).isCloseTo(500, within(0.05));
        assertThat(reading(answer, "resolution-y")).isCloseTo(500, within(0.05));
        assertThat(reading(answer, "skew")).isCloseTo(0, within(0.01));
        assertThat(reading(answer, "across-bar")).isLessThan(0.1);
        assertThat(reading(answer, "along-bar")).isLessThan(0.0002);
        assertThat(reading(answer, "distortion")).isLessThan(0.003);
    }

    @Test
    void resolutionAndSkewAreTheTruthOverManySeeds() {
        for (int seed = 1; seed <= 12; seed++) {
            var dice = new Random(seed);
            double ppiX = 480 + 40 * dice.nextDouble();
            double ppiY = 480 + 40 * dice.nextDouble();
            double skew = 3.6 * dice.nextDouble() - 1.8;
            double blur = 0.4 + 2 * dice.nextDouble();
            double noise = 12 * dice.nextDouble();
            var seen =
                    Seen.ideal(600, 500)
                            .at(ppiX, ppiY)
                            .turned(skew)
                            .blurred(blur)
                            .shaded(40 * dice.nextDouble())
                            .noisy(noise, seed);
            var answer = laid(seen, seen.turned(skew / 2).noisy(noise, seed + 100));
            assertThat(reading(answer, "resolution-x")).isCloseTo(ppiX, within(0.5));
            assertThat(reading(answer, "resolution-y")).isCloseTo(ppiY, within(0.5));
            assertThat(reading(answer, "skew")).isCloseTo(skew, within(0.05));
        }
    }

    @Test
    void aGridGivesBothDirectionsAtOnce() {
        var seen = Seen.ideal(600, 600).at(505, 495).turned(1.2).noisy(4, 7);
        var answer = GRID.measure(Shots.of(View.GRID, frame(TargetPicture.grid(seen, 1))));
        assertThat(reading(answer, "resolution-x")).isCloseTo(505, within(0.5));
        assertThat(reading(answer, "resolution-y")).isCloseTo(495, within(0.5));
        assertThat(reading(answer, "skew")).isCloseTo(1.2, within(0.05));
        assertThat(reading(answer, "shear")).isCloseTo(0, within(0.05));
    }

    @Test
    void aBowedFieldBendsBarsByWhatItIsBowed() {
        // two pixels in the middle, on a field of 1.2 inch: 0.004 inch along a bar in the middle,
        // less the mean that the even pattern takes over
        var straight = Seen.ideal(600, 600);
        var answer = laid(straight.bowed(2), straight);
        double bend = reading(answer, "along-bar");
        assertThat(bend).isBetween(0.002, 0.0045);
        assertThat(reading(answer, "distortion")).isBetween(0.03, 0.1);
        assertThat(reading(laid(straight.bowed(4), straight), "along-bar"))
                .isCloseTo(2 * bend, within(0.0006));
    }

    @Test
    void aResolutionOnePerCentOffIsJustAllowedAcrossTheBars() {
        var off = Seen.ideal(600, 600).at(505, 505);
        assertThat(reading(laid(off, off), "across-bar")).isCloseTo(1, within(0.1));
    }

    @Test
    void aTurnedTargetIsToBeTurnedBack() {
        var turned = Seen.ideal(600, 600).turned(6);
        var first = RONCHI.measure(Shots.of(View.BARS, frame(TargetPicture.bars(turned, 1))));
        assertThat(instruction(first)).isInstanceOf(Instruction.Turn.class);
        assertThat(((Instruction.Turn) instruction(first)).clockwise()).isCloseTo(-6, within(0.1));
    }

    @Test
    void withTheFirstPlacementSeenTheSecondIsAskedFor() {
        var answer =
                RONCHI.measure(
                        Shots.of(View.BARS, frame(TargetPicture.bars(Seen.ideal(600, 600), 1))));
        assertThat(instruction(answer))
                .isEqualTo(new Instruction.MorePictures(View.BARS_TURNED, 0, 1));
    }

    @Test
    void barsThatCoverALittleOfThePlatenAreMovedCloser() {
        var bars = TargetPicture.bars(Seen.ideal(600, 600), 1).toBytes();
        for (int i = 0; i < bars.length; i++) {
            if (i % 600 < 160 || i % 600 > 440 || i / 600 < 160 || i / 600 > 440) {
                bars[i] = (byte) 220;
            }
        }
        var answer = RONCHI.measure(Shots.of(View.BARS, frame(Gray8.wrap(600, 600, bars))));
        assertThat(instruction(answer)).isEqualTo(new Instruction.MoveCloser());
    }
}
