package vn.tram.quality.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
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
    void ridgesWiderThanAnyFingersAreNotClear() {
        var patch = new float[Print.PATCH * Print.PATCH];
        for (int i = 0; i < patch.length; i++) {
            patch[i] = (float) Math.sin(2 * Math.PI * (i % Print.PATCH) / 24.0);
        }
        assertThat(Clarity.of(patch, 0)).isZero();
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

    static Iterable<Metric<Print>> all() {
        return FingerprintJudge.metrics();
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
                .isCloseTo(before, within(1e-4 * Math.abs(before)));
    }

    /// Golden rows: a change of any metric shows here, and must be meant.
    @Test
    void roughRidgesHaveTheValuesTheyHad() {
        var expected = new LinkedHashMap<String, Double>();
        GOLDEN.lines().forEach(l -> expected.put(l.split(" ")[0], Double.valueOf(l.split(" ")[1])));
        var print = Print.of(ROUGH, 500, 500);
        Map<String, Double> measured = new LinkedHashMap<>();
        for (var metric : FingerprintJudge.metrics()) {
            double value = ((Reading.Measured) metric.measure(print)).value();
            measured.put(metric.name(), Math.round(value * 1000) / 1000.0);
        }
        assertThat(measured).isEqualTo(expected);
    }

    private static final String GOLDEN =
            """
            foreground-area 264.258
            contrast 78.053
            orientation-certainty 0.917
            local-clarity 0.93
            ridge-area 238.492
            spectrum-concentration 0.957
            spectrum-spread 1.277
            frequency-variation 0.003
            weak-direction 0.936
            mean-gray 128.08
            """;

    @Test
    void withoutAFingerOnlyAreasCanBeMeasured() {
        var print = Print.of(Ridges.flat(200, 200, 120), 500, 500);
        for (var metric : FingerprintJudge.metrics()) {
            var reading = metric.measure(print);
            if (metric instanceof ForegroundArea || metric instanceof RidgeArea) {
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
