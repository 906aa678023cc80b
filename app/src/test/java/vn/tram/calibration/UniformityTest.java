package vn.tram.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.tram.calibration.Pictures.frames;
import static vn.tram.calibration.Pictures.instruction;
import static vn.tram.calibration.Pictures.reading;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.tram.driver.simulated.TargetPicture;
import vn.tram.driver.simulated.TargetPicture.Seen;
import vn.tram.image.Gray8;

class UniformityTest {
    private static final Seen SEEN = Seen.ideal(500, 500);
    private static final Procedure UNIFORMITY = new Uniformity();

    private static Answer of(LongFunction<Gray8> clean, LongFunction<Gray8> dark) {
        return UNIFORMITY.measure(
                new Shots(
                        Map.of(
                                View.CLEAN,
                                List.of(frames(LongStream.range(0, 4).mapToObj(clean))),
                                View.DARK,
                                List.of(frames(LongStream.range(0, 4).mapToObj(dark))))));
    }

    private static Gray8 dark(double noise, long seed) {
        return TargetPicture.uniform(SEEN.noisy(noise, 50 + seed), 20, 0);
    }

    @Test
    void signalToNoiseIsTheSpanOverTheNoiseOfManySeeds() {
        for (int i = 1; i <= 6; i++) {
            double noise = i * 0.6;
            long seed = 10L * i;
            var answer =
                    of(
                            n -> TargetPicture.uniform(SEEN.noisy(noise, seed + n), 230, 0),
                            n -> dark(noise, seed + n));
            // rounding to whole levels adds its own deviation
            double truth = 210 / Math.hypot(noise, 1 / Math.sqrt(12));
            assertThat(reading(answer, "snr-bright")).isCloseTo(truth, within(0.05 * truth));
            assertThat(reading(answer, "snr-dark")).isCloseTo(truth, within(0.05 * truth));
        }
    }

    @Test
    void deadPixelsAreCountedInEitherView() {
        for (int dead : new int[] {0, 1, 7, 30}) {
            var answer =
                    of(
                            n -> TargetPicture.uniform(SEEN.noisy(2, n), 230, dead),
                            n -> TargetPicture.uniform(SEEN.noisy(2, n), 20, dead / 2));
            assertThat(reading(answer, "dead-pixels")).isEqualTo(dead);
        }
    }

    @Test
    void aGhostHasTheContrastOfTheGhost() {
        for (double contrast : new double[] {2, 4, 8, 16}) {
            var answer =
                    of(n -> TargetPicture.ghost(SEEN.noisy(2, n), 235, contrast), n -> dark(2, n));
            assertThat(reading(answer, "ghost")).isCloseTo(contrast, within(0.12 * contrast + 0.2));
        }
        var none = of(n -> TargetPicture.uniform(SEEN.noisy(2, n), 235, 0), n -> dark(2, n));
        assertThat(reading(none, "ghost")).isLessThan(0.8);
    }

    @Test
    void shadingIsTheDifferenceOfTheAreas() {
        var answer =
                of(
                        n -> TargetPicture.uniform(SEEN.shaded(20).noisy(1, n), 230, 0),
                        n -> dark(1, n));
        // four areas of 125 pixels: from the middle of the first to that of the last
        assertThat(reading(answer, "areas-bright")).isCloseTo(15, within(0.3));
        assertThat(reading(answer, "areas-dark")).isLessThan(0.3);
        assertThat(reading(answer, "rows-bright")).isLessThan(0.4);
    }

    @Test
    void pixelsOffTheirAreaAreTheNoisesTail() {
        var answer = of(n -> TargetPicture.uniform(SEEN.noisy(3, n), 200, 0), n -> dark(3, n));
        // 99.9 % of a normal distribution lie within 3.29 deviations
        assertThat(reading(answer, "pixels-bright")).isCloseTo(3.29 * 3, within(0.7));
    }

    @Test
    void dustIsToBeWipedOff() {
        var answer =
                of(
                        n -> {
                            var glass = TargetPicture.uniform(SEEN.noisy(2, n), 230, 0).toBytes();
                            for (int i = 0; i < 36; i++) {
                                glass[(200 + i / 6) * 500 + 300 + i % 6] = 120;
                            }
                            return Gray8.wrap(500, 500, glass);
                        },
                        n -> dark(2, n));
        assertThat(instruction(answer)).isEqualTo(new Instruction.CleanGlass(1));
    }

    @Test
    void darknessSaturationAndUnevenLightAreTold() {
        assertThat(instruction(of(_ -> TargetPicture.uniform(SEEN, 40, 0), n -> dark(1, n))))
                .isEqualTo(new Instruction.TooDark(40));
        assertThat(instruction(of(_ -> TargetPicture.uniform(SEEN, 255, 0), n -> dark(1, n))))
                .isEqualTo(new Instruction.TooBright(255));
        assertThat(
                        instruction(
                                of(
                                        _ -> TargetPicture.uniform(SEEN.shaded(90), 250, 0),
                                        n -> dark(1, n))))
                .isInstanceOf(Instruction.LightUneven.class);
        assertThat(
                        instruction(
                                of(
                                        _ -> TargetPicture.uniform(SEEN, 230, 0),
                                        _ -> TargetPicture.uniform(SEEN, 200, 0))))
                .isEqualTo(new Instruction.TooBright(200));
    }
}
