package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Reading;
import vn.tram.image.Gray8;
import vn.tram.quality.Metric;

/// Each metric on pictures whose answer follows from their formula.
class MetricsTest {
    private static final Gray8 WAVES = Ridges.waves(320, 320, 9, 0.5, 100);
    private static final Gray8 ROUGH = rough(Ridges.waves(320, 320, 9, 0.5, 60), 7);

    @Test
    void parallelRidgesAreCertain() {
        assertThat(value(new OrientationCertainty(), WAVES)).isCloseTo(1, within(0.01));
    }

    @Test
    void noiseHasNoOrientation() {
        assertThat(value(new OrientationCertainty(), busyNoise())).isLessThan(0.4);
    }

    /// A sine of amplitude A has means of 2 A / pi above and below its own mean.
    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100})
    void theContrastOfASineIsFourOverPiOfItsAmplitude(int amplitude) {
        var waves = Ridges.waves(320, 320, 9, 0.5, amplitude);
        assertThat(value(new Contrast(), waves))
                .isCloseTo(4 / Math.PI * amplitude, within(0.02 * amplitude + 1));
    }

    @Test
    void theWholeOfWavesIsForeground() {
        double mm2 = 320 * 25.4 / 500 * 320 * 25.4 / 500;
        assertThat(value(new ForegroundArea(), WAVES)).isCloseTo(mm2, within(0.01 * mm2));
    }

    @Test
    void halfAPictureOfWavesHasHalfTheForeground() {
        var half = Ridges.painted(320, 320, (x, y) -> x < 160 ? WAVES.at((int) x, (int) y) : 200);
        double mm2 = 320 * 25.4 / 500 * 160 * 25.4 / 500;
        assertThat(value(new ForegroundArea(), half)).isCloseTo(mm2, within(0.12 * mm2));
    }

    @Test
    void ridgesOfASineAreClear() {
        assertThat(value(new LocalClarity(), WAVES)).isGreaterThan(0.9);
    }

    @Test
    void oneWaveHoldsNearlyAllPower() {
        assertThat(value(new SpectrumConcentration(), WAVES)).isGreaterThan(0.9);
        assertThat(value(new SpectrumConcentration(), busyNoise())).isLessThan(0.35);
    }

    @Test
    void oneWaveIsNarrowAndNoiseIsWide() {
        assertThat(value(new SpectrumSpread(), WAVES)).isLessThan(0.7);
        assertThat(value(new SpectrumSpread(), busyNoise())).isGreaterThan(1.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 9, 12})
    void thePeakIsTheRidgesFrequency(double period) {
        var print = Print.of(Ridges.waves(320, 320, period, 0.2, 90), 500, 500);
        var peaks = print.patches().stream().mapToDouble(p -> p.spectrum().peak()).average();
        assertThat(peaks.orElseThrow()).isCloseTo(Print.PATCH / period, within(0.25));
    }

    @Test
    void oneFrequencyDoesNotVaryAndBandsOfTwoDo() {
        var bands =
                Ridges.painted(
                        320,
                        320,
                        (x, y) -> 128 + 90 * Math.sin(2 * Math.PI * x / (y % 96 < 48 ? 7 : 12)));
        assertThat(value(new FrequencyVariation(), WAVES)).isLessThan(0.01);
        assertThat(value(new FrequencyVariation(), bands)).isGreaterThan(0.02);
    }

    @Test
    void wavesAreRidgesAllOver() {
        double patches = Math.pow((320 - Print.PATCH) / Print.STEP + 1, 2);
        assertThat(value(new RidgeArea(), WAVES))
                .isCloseTo(patches * Print.MM2_PER_PATCH, within(1e-9));
    }

    @Test
    void noiseHasFewRidges() {
        assertThat(value(new RidgeArea(), busyNoise())).isLessThan(20);
    }

    @Test
    void oneWaveHasOneDirectionAndTwoCrossedHaveNone() {
        var crossed =
                Ridges.painted(
                        320, 320, (x, y) -> 128 + 60 * Math.sin(x * 0.7) + 60 * Math.sin(y * 0.7));
        assertThat(value(new WeakDirection(), WAVES)).isGreaterThan(0.85);
        assertThat(value(new WeakDirection(), crossed)).isLessThan(0.15);
    }

    @Test
    void theMeanOfASineIsItsMiddle() {
        assertThat(value(new MeanGray(), WAVES)).isCloseTo(128, within(1.0));
        assertThat(value(new MeanGray(), Ridges.changed(ROUGH, g -> Math.min(255, g + 40))))
                .isCloseTo(value(new MeanGray(), ROUGH) + 40, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 9, 12})
    void thePeriodOfTheRidgesIsTold(double pixels) {
        assertThat(value(new RidgePeriod(), Ridges.waves(320, 320, pixels, 0.2, 90)))
                .isCloseTo(pixels * 25.4 / 500, within(0.02));
    }

    /// But for the core's, which waves do not have: CoreOffsetTest.
    static Iterable<Metric<Print>> all() {
        return FingerprintJudge.metrics().stream().filter(m -> !(m instanceof CoreOffset)).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aQuarterTurnChangesNothing(Metric<Print> metric) {
        double before = value(metric, ROUGH);
        assertThat(value(metric, Ridges.turned(ROUGH)))
                .isCloseTo(before, within(0.03 * Math.abs(before) + 0.01));
    }

    @ParameterizedTest
    @MethodSource("all")
    void moreLightChangesNothingButTheMean(Metric<Print> metric) {
        if (metric instanceof MeanGray) {
            return; // its own test says by how much
        }
        double before = value(metric, ROUGH);
        assertThat(value(metric, Ridges.changed(ROUGH, g -> g + 20)))
                .isCloseTo(before, within(1e-4 * Math.abs(before) + 1e-6));
    }

    /// Golden rows: a change of any metric shows here, and must be meant. Within a thousandth,
    /// because sines differ in their last bits from processor to processor.
    @Test
    void drawnPrintsHaveTheValuesTheyHad() throws IOException {
        var golden = Files.readAllLines(GOLDEN);
        var names = golden.getFirst().split(",");
        var prints = DrawnPrint.all();
        assertThat(golden.stream().skip(1).map(l -> l.split(",")[0]))
                .containsExactlyElementsOf(prints.keySet());
        assertThat(names)
                .endsWith(
                        FingerprintJudge.metrics().stream()
                                .map(Metric::name)
                                .toArray(String[]::new));
        for (var line : golden.subList(1, golden.size())) {
            var row = line.split(",");
            var print = Print.of(prints.get(row[0]), 500, 500);
            for (int i = 1; i < row.length; i++) {
                var reading = FingerprintJudge.metrics().get(i - 1).measure(print);
                if (row[i].equals("none")) {
                    assertThat(reading).isInstanceOf(Reading.NotMeasurable.class);
                    continue;
                }
                double expected = Double.parseDouble(row[i]);
                assertThat(((Reading.Measured) reading).value())
                        .as(row[0] + " " + names[i])
                        .isCloseTo(expected, within(1e-3 * Math.abs(expected) + 1e-4));
            }
        }
    }

    private static final Path GOLDEN = Path.of("src/test/resources/golden/fingerprint.csv");

    /// Up to what differences of pixels add to the angle of a slope: a degree.
    @Test
    void bothWaysOfReadingParallelRidgesAgree() {
        assertThat(value(new DirectionDisagreement(), WAVES)).isLessThan(1.5);
        var upright = Ridges.waves(320, 320, 9, 0, 100);
        assertThat(value(new DirectionDisagreement(), upright)).isLessThan(0.01);
        assertThat(value(new DirectionDisagreement(), busyNoise())).isGreaterThan(20);
    }

    @Test
    void parallelRidgesAreSteadyAllOverAndNoiseNowhere() {
        double patches = Math.pow((320 - Print.PATCH) / Print.STEP + 1, 2);
        assertThat(value(new SteadyArea(), WAVES))
                .isCloseTo(patches * Print.MM2_PER_PATCH, within(1e-9));
        assertThat(value(new SteadyArea(), busyNoise())).isLessThan(20);
    }

    /// The profile of upright waves is the wave itself, without noise: the means of a sine of
    /// amplitude A are 4 A / pi apart; 29 columns hold no whole number of waves.
    @Test
    void uprightWavesLieTheirAmplitudeApart() {
        var waves = Ridges.waves(320, 320, 9, 0, 60);
        assertThat(value(new WeakSeparation(), waves)).isCloseTo(4 / Math.PI * 60 / 3, within(2.5));
        assertThat(value(new WeakSeparation(), busyNoise())).isLessThan(1);
    }

    @Test
    void parallelRidgesAreClearAndCertainInTheirWorstPartToo() {
        assertThat(value(new WeakClarity(), WAVES)).isGreaterThan(0.9);
        assertThat(value(new WeakCertainty(), WAVES)).isCloseTo(1, within(0.01));
        assertThat(value(new WeakCertainty(), busyNoise())).isLessThan(0.3);
    }

    @Test
    void wavesOfRidgesHaveTheirPowerAndFinerOnesDoNot() {
        assertThat(value(new RidgePower(), WAVES)).isGreaterThan(0.95);
        var print = Print.of(Ridges.waves(320, 320, 9, 0.5, 60), 500, 500);
        assertThat(print.patches()).isNotEmpty();
        var fine =
                Ridges.painted(
                        320, 320, (x, y) -> 128 + 40 * Math.sin(x * 0.7) + 40 * Math.sin(x * 1.9));
        assertThat(value(new RidgePower(), fine)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void aSineIsBalancedAndNarrowRidgesAreNot() {
        assertThat(value(new RidgeImbalance(), WAVES)).isLessThan(0.06);
        var narrow = Ridges.painted(320, 320, (x, _) -> x % 10 < 3 ? 60 : 200);
        assertThat(value(new RidgeImbalance(), narrow)).isCloseTo(0.2, within(0.04));
    }

    /// Half the patches with amplitude A, half with 3 A: mean 2 A, deviation A; a few straddle.
    @Test
    void contrastThatIsTheSameAllOverDoesNotVary() {
        assertThat(value(new ContrastVariation(), WAVES)).isLessThan(0.05);
        var uneven =
                Ridges.painted(
                        640,
                        320,
                        (x, _) -> 128 + (x < 320 ? 30 : 90) * Math.sin(2 * Math.PI * x / 9));
        assertThat(value(new ContrastVariation(), uneven)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void halfOfASineIsRidgeAndLessOfNarrowRidges() {
        assertThat(value(new RidgeShare(), WAVES)).isCloseTo(0.5, within(0.02));
        var narrow = Ridges.painted(320, 320, (x, _) -> x % 10 < 3 ? 60 : 200);
        assertThat(value(new RidgeShare(), narrow)).isCloseTo(0.3, within(0.04));
    }

    /// Noise of deviation d is in ridges and in valleys; the sine's means are 4 A / pi apart. A cut
    /// that is a degree off the ridges steps over pixels, which adds up to 0.3 of its own.
    @ParameterizedTest
    @ValueSource(ints = {0, 12, 30})
    void roughnessIsTheNoiseAlongTheRidgesOverTheirContrast(int deviation) {
        var waves = Ridges.waves(320, 320, 9, 0, 60);
        var noise = Ridges.noise(320, 320, 128, deviation, 11);
        var noisy =
                Ridges.painted(
                        320,
                        320,
                        (x, y) -> waves.at((int) x, (int) y) + noise.at((int) x, (int) y) - 128);
        double expected = Math.sqrt(2) * deviation / (4 / Math.PI * 60);
        double stepped = deviation == 0 ? 0 : 0.3;
        assertThat(value(new RidgeRoughness(), noisy))
                .isBetween(expected - 0.03, Math.hypot(expected, stepped) + 0.03);
    }

    /// Upright ridges of amplitude 90 beside level ones of 30: mean 60, half the difference 30.
    @Test
    void contrastThatHangsOnTheDirectionIsTold() {
        var both =
                Ridges.painted(
                        640,
                        320,
                        (x, y) ->
                                128
                                        + (x < 320
                                                ? 90 * Math.sin(2 * Math.PI * x / 9)
                                                : 30 * Math.sin(2 * Math.PI * y / 9)));
        assertThat(value(new DirectionalContrast(), both)).isCloseTo(0.5, within(0.04));
        var alike =
                Ridges.painted(
                        640,
                        320,
                        (x, y) -> 128 + 60 * Math.sin(2 * Math.PI * (x < 320 ? x : y) / 9));
        assertThat(value(new DirectionalContrast(), alike)).isLessThan(0.03);
        assertThat(value(new DirectionalContrast(), WAVES)).isLessThan(0.03);
    }

    @Test
    void withoutAFingerOnlyAreasCanBeMeasured() {
        var print = Print.of(Ridges.flat(200, 200, 120), 500, 500);
        for (var metric : FingerprintJudge.metrics()) {
            var reading = metric.measure(print);
            if (Set.of("foreground-area", "ridge-area", "steady-area").contains(metric.name())) {
                assertThat(reading).isEqualTo(new Reading.Measured(metric.name(), 0, "mm2"));
            } else {
                assertThat(reading).isInstanceOf(Reading.NotMeasurable.class);
            }
        }
    }

    private static double value(Metric<Print> metric, Gray8 picture) {
        var reading = metric.measure(Print.of(picture, 500, 500));
        assertThat(reading).isInstanceOf(Reading.Measured.class);
        return ((Reading.Measured) reading).value();
    }

    private static Gray8 rough(Gray8 picture, long seed) {
        var noise = Ridges.noise(picture.width(), picture.height(), 128, 12, seed);
        return Ridges.painted(
                picture.width(),
                picture.height(),
                (x, y) -> picture.at((int) x, (int) y) + noise.at((int) x, (int) y) - 128);
    }

    /// Noise of ridges' size, so that it counts as foreground: white noise, blurred.
    private static Gray8 busyNoise() {
        var noise = Ridges.noise(130, 130, 128, 70, 3);
        return Resample.to(noise, 2.46, 2.46);
    }
}
