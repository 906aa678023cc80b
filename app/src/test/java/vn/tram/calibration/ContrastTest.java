package vn.tram.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.tram.calibration.Pictures.frame;
import static vn.tram.calibration.Pictures.instruction;
import static vn.tram.calibration.Pictures.reading;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import vn.tram.driver.simulated.TargetPicture;
import vn.tram.driver.simulated.TargetPicture.Seen;
import vn.tram.image.Frame;
import vn.tram.image.Resolution;

class ContrastTest {
    private static final List<Double> FREQUENCIES =
            DoubleStream.iterate(1, f -> f + 1).limit(10).boxed().toList();
    private static final double PATCH = 5;
    private static final double PER_MM = 500 / 25.4;
    private static final Procedure BARS =
            new BarContrast(new Target.Geometry.BarChart(FREQUENCIES, PATCH));

    /// The span of ideal bars after blur and pixels: the sum of a square wave's harmonics at the
    /// middle of a bar.
    private static double truth(double cyclesPerMm, double blur, double skew) {
        double fx = cyclesPerMm / PER_MM * Math.cos(Math.toRadians(skew));
        double fy = cyclesPerMm / PER_MM * Math.sin(Math.toRadians(skew));
        double sum = 0;
        for (int k = 1; k < 200; k += 2) {
            sum +=
                    4
                            / (Math.PI * k)
                            * (k % 4 == 1 ? 1 : -1)
                            * TargetPicture.transfer(blur, k * fx, k * fy);
        }
        return sum;
    }

    private static Shots chart(Seen seen) {
        return Shots.of(View.BAR_CHART, frame(TargetPicture.barChart(seen, FREQUENCIES, PATCH)));
    }

    @Test
    void contrastOfBarsIsTheTruthOverManySeeds() {
        for (int seed = 1; seed <= 4; seed++) {
            var dice = new Random(seed);
            double skew = 1 + dice.nextDouble();
            double blur = 0.5 + 0.7 * dice.nextDouble();
            var answer =
                    BARS.measure(
                            chart(
                                    Seen.ideal(700, 700)
                                            .turned(skew)
                                            .blurred(blur)
                                            .noisy(4 * dice.nextDouble(), seed)));
            for (double f : FREQUENCIES) {
                assertThat(reading(answer, "ctf-" + (int) f))
                        .as("ctf at %s, blur %s, skew %s", f, blur, skew)
                        .isCloseTo(truth(f, blur, skew), within(0.03));
            }
        }
    }

    @Test
    void contrastOfEdgesIsTheTruthOverManySeeds() {
        for (int seed = 1; seed <= 4; seed++) {
            var dice = new Random(seed);
            double blur = 0.5 + dice.nextDouble();
            var answer =
                    EdgeContrast.ofScanner()
                            .measure(
                                    chart(
                                            Seen.ideal(700, 700)
                                                    .blurred(blur)
                                                    .noisy(3 * dice.nextDouble(), seed)));
            double turn = Math.toRadians(5);
            for (double f : FREQUENCIES) {
                double truth =
                        TargetPicture.transfer(
                                blur, f / PER_MM * Math.cos(turn), f / PER_MM * Math.sin(turn));
                assertThat(reading(answer, "mtf-" + (int) f))
                        .as("mtf at %s, blur %s", f, blur)
                        .isCloseTo(truth, within(0.04));
            }
        }
    }

    @Test
    void barsThatStandTooStraightForThePixelsAreTurned() {
        // at 508 ppi ten cycles a millimetre are exactly two pixels
        var seen = Seen.ideal(700, 700).at(508, 508).turned(0);
        var shot =
                new Frame(
                        TargetPicture.barChart(seen, FREQUENCIES, PATCH),
                        Resolution.Ppi.of(508),
                        Instant.EPOCH,
                        "test");
        assertThat(instruction(BARS.measure(Shots.of(View.BAR_CHART, shot))))
                .isEqualTo(new Instruction.Turn(2));
    }

    @Test
    void sharpnessAtTheEyesIsTheGaussiansHalfContrast() {
        for (double blur : new double[] {1, 1.5, 2, 3}) {
            var square = TargetPicture.square(Seen.ideal(800, 600).turned(6).blurred(blur), 10);
            // moved up to where eyes are
            var part = square.crop(0, 48, 800, 552);
            var answer = EdgeContrast.atTheEyes().measure(Shots.of(View.EYE_EDGE, frame(part)));
            double low = 0;
            double high = 1;
            double turn = Math.toRadians(6);
            while (high - low > 1e-6) {
                double f = (low + high) / 2;
                if (TargetPicture.transfer(blur, f * Math.cos(turn), f * Math.sin(turn)) > 0.5) {
                    low = f;
                } else {
                    high = f;
                }
            }
            assertThat(reading(answer, "sharpness")).isCloseTo(low, within(0.02 * low));
        }
    }

    @Test
    void anUprightSquareIsTurnedAndASmallOneComesCloser() {
        var upright = TargetPicture.square(Seen.ideal(600, 500), 8);
        assertThat(
                        instruction(
                                EdgeContrast.atTheEyes()
                                        .measure(Shots.of(View.EYE_EDGE, frame(upright)))))
                .isInstanceOf(Instruction.Turn.class);
        var small = TargetPicture.square(Seen.ideal(600, 500).turned(5), 1.6);
        assertThat(
                        instruction(
                                EdgeContrast.atTheEyes()
                                        .measure(Shots.of(View.EYE_EDGE, frame(small)))))
                .isEqualTo(new Instruction.MoveCloser());
        var low = TargetPicture.square(Seen.ideal(600, 900).turned(5), 8).crop(0, 0, 600, 600);
        assertThat(
                        instruction(
                                EdgeContrast.atTheEyes()
                                        .measure(Shots.of(View.EYE_EDGE, frame(low)))))
                .isInstanceOf(Instruction.Move.class);
    }
}
