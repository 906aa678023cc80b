package vn.tram.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Resolution;

/// What a scanner shows when there is nothing to see: the clean platen and the dark cover.
///
/// Areas are squares of a quarter inch. Of one picture, as FBI EBTS App. F 2.1 and 2.6 as in BSI
/// TR-03121:
///
/// - `snr-bright`, `snr-dark`: distance of both mean levels over the deviation within an area · the
///   value that 97 % of the areas reach.
/// - `rows-bright`, `rows-dark`: levels from the mean of a row or column to that of the next · 99th
///   percentile.
/// - `pixels-bright`, `pixels-dark`: levels from a pixel to its area's mean · 99.9th percentile.
/// - `areas-bright`, `areas-dark`: levels between the means of the brightest and the darkest area.
///
/// Of four pictures of each, project measures:
///
/// - `dead-pixels`: pixels, or spots of up to 4, that stand off their neighbourhood in the mean of
///   all pictures, in either view · blind to a pixel that is stuck at the platen's own level in
///   both.
/// - `ghost`: levels from ridge to valley of what remains of a print before, in the band of 0.3 to
///   1.5 mm · 0 to 255 · the area where it is worst, noise taken off.
public final class Uniformity implements Procedure {
    static final int PICTURES = 4;

    private static final double USUAL = 500;
    private static final int LEAST_SIDE = 96;

    /// A platen darker than this is not lit, a cover brighter than this is not closed: levels.
    private static final double LEAST_BRIGHT = 120;

    private static final double MOST_DARK = 90;

    /// From here on half the levels are lost at white.
    private static final double SATURATED = 254.5;

    /// Beyond it nothing else can be measured: levels between areas.
    private static final double UNEVEN = 60;

    private static final double SNR_SHARE = 0.03;

    @Override
    public Map<View, Integer> needs() {
        return Map.of(View.CLEAN, PICTURES, View.DARK, PICTURES);
    }

    @Override
    public Answer measure(Shots shots) {
        var lack = shots.lack(View.CLEAN, PICTURES, LEAST_SIDE);
        if (lack.isPresent()) {
            return new Answer.Do(lack.get());
        }
        var clean = new Field(shots.of(View.CLEAN));
        var wrong = clean.wrongAsBright();
        if (wrong.isPresent()) {
            return new Answer.Do(wrong.get());
        }
        lack = shots.lack(View.DARK, PICTURES, LEAST_SIDE);
        if (lack.isPresent()) {
            return new Answer.Do(lack.get());
        }
        var dark = new Field(shots.of(View.DARK));
        var first = shots.of(View.CLEAN).getFirst().pixels();
        var other = shots.of(View.DARK).getFirst().pixels();
        if (first.width() != other.width() || first.height() != other.height()) {
            return new Answer.Do(new Instruction.OtherPicture(other.width(), other.height()));
        }
        return dark.wrongAsDark()
                .<Answer>map(Answer.Do::new)
                .orElseGet(() -> readings(clean, dark));
    }

    private static Answer readings(Field clean, Field dark) {
        double span = clean.one.mean() - dark.one.mean();
        int dead = Spots.dead(clean.mean, dark.mean);
        return new Answer.Measured(
                List.of(
                        new Reading.Measured("snr-bright", clean.signalToNoise(span), "ratio"),
                        new Reading.Measured("snr-dark", dark.signalToNoise(span), "ratio"),
                        new Reading.Measured("rows-bright", clean.rows(), "levels"),
                        new Reading.Measured("rows-dark", dark.rows(), "levels"),
                        new Reading.Measured("pixels-bright", clean.pixels(), "levels"),
                        new Reading.Measured("pixels-dark", dark.pixels(), "levels"),
                        new Reading.Measured("areas-bright", clean.areas(), "levels"),
                        new Reading.Measured("areas-dark", dark.areas(), "levels"),
                        new Reading.Measured("dead-pixels", dead, "pixels"),
                        new Reading.Measured("ghost", clean.ghost(), "levels")));
    }

    /// The pictures of one view.
    private static final class Field {
        private final Levels one;
        private final Levels mean;
        private final List<Frame> frames;
        private final List<int[]> tiles;
        private final int side;

        Field(List<Frame> frames) {
            this.frames = frames;
            one = Levels.of(frames.getFirst().pixels());
            var sum = new double[one.width() * one.height()];
            for (var frame : frames) {
                var levels = Levels.of(frame.pixels());
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += levels.at(i % one.width(), i / one.width()) / frames.size();
                }
            }
            mean = new Levels(one.width(), one.height(), sum);
            double ppi =
                    frames.getFirst().resolution() instanceof Resolution.Ppi(var x, _) ? x : USUAL;
            side = Math.clamp((int) Math.round(ppi / 4), 16, Math.min(one.width(), one.height()));
            tiles = new ArrayList<>();
            for (int y = 0; y + side <= one.height(); y += side) {
                for (int x = 0; x + side <= one.width(); x += side) {
                    tiles.add(new int[] {x, y});
                }
            }
        }

        Optional<Instruction> wrongAsBright() {
            double level = mean.percentile(0.5);
            if (level < LEAST_BRIGHT) {
                return Optional.of(new Instruction.TooDark(level));
            }
            if (level > SATURATED) {
                return Optional.of(new Instruction.TooBright(level));
            }
            double uneven = areas();
            if (uneven > UNEVEN) {
                return Optional.of(new Instruction.LightUneven(uneven));
            }
            int specks = Spots.specks(mean);
            return specks > 0 ? Optional.of(new Instruction.CleanGlass(specks)) : Optional.empty();
        }

        Optional<Instruction> wrongAsDark() {
            double level = mean.percentile(0.5);
            if (level > MOST_DARK) {
                return Optional.of(new Instruction.TooBright(level));
            }
            double uneven = areas();
            return uneven > UNEVEN
                    ? Optional.of(new Instruction.LightUneven(uneven))
                    : Optional.empty();
        }

        /// An area without any deviation counts with that of rounding to whole levels, 1/√12.
        double signalToNoise(double span) {
            double rounding = 1 / Math.sqrt(12);
            return Levels.percentile(
                    overTiles(one, t -> span / Math.max(rounding, t.deviation())), SNR_SHARE);
        }

        double rows() {
            var steps = new double[one.height() - 1 + one.width() - 1];
            int i = steps(one, steps, 0);
            steps(one.transposed(), steps, i);
            return Levels.percentile(steps, 0.99);
        }

        private static int steps(Levels levels, double[] into, int from) {
            double before = Double.NaN;
            int i = from;
            for (int y = 0; y < levels.height(); y++) {
                double row = levels.crop(0, y, levels.width(), 1).mean();
                if (y > 0) {
                    into[i++] = Math.abs(row - before);
                }
                before = row;
            }
            return i;
        }

        double pixels() {
            var off = new double[tiles.size() * side * side];
            int i = 0;
            for (var tile : tiles) {
                var area = one.crop(tile[0], tile[1], side, side);
                double level = area.mean();
                for (int p = 0; p < side * side; p++) {
                    off[i++] = Math.abs(area.at(p % side, p / side) - level);
                }
            }
            return Levels.percentile(off, 0.999);
        }

        double areas() {
            var means = overTiles(mean, Levels::mean);
            return Arrays.stream(means).max().orElse(0) - Arrays.stream(means).min().orElse(0);
        }

        /// From ridge to valley of the worst area: a sine's is 2√2 of its deviation. The noise that
        /// is left in the band is measured on the difference of two halves of the pictures.
        double ghost() {
            var seen = Spots.ridgeBand(mean);
            var noise = Spots.ridgeBand(halfDifference());
            double worst = 0;
            for (var tile : tiles) {
                double all = square(seen.crop(tile[0], tile[1], side, side).deviation());
                double random = square(noise.crop(tile[0], tile[1], side, side).deviation());
                worst = Math.max(worst, all - random);
            }
            return 2 * Math.sqrt(2 * worst) / Spots.BAND_GAIN;
        }

        /// Half the difference of the mean of the even and of the odd pictures: the scene cancels,
        /// the noise is that of the mean of all.
        private Levels halfDifference() {
            var sum = new double[one.width() * one.height()];
            int pairs = frames.size() / 2;
            for (int f = 0; f < 2 * pairs; f++) {
                var levels = Levels.of(frames.get(f).pixels());
                double weight = (f % 2 == 0 ? 1 : -1) / (2.0 * pairs);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * levels.at(i % one.width(), i / one.width());
                }
            }
            return new Levels(one.width(), one.height(), sum);
        }

        private double[] overTiles(Levels levels, ToDoubleFunction<Levels> what) {
            return tiles.stream()
                    .mapToDouble(t -> what.applyAsDouble(levels.crop(t[0], t[1], side, side)))
                    .toArray();
        }

        private static double square(double x) {
            return x * x;
        }
    }
}
