package vn.tram.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.tram.domain.Reading;
import vn.tram.image.Resolution;

/// How much contrast a scanner keeps of bars: the contrast transfer function (CTF), measured on a
/// chart of bar patches.
///
/// `ctf-1` to `ctf-10`: the span of a patch's mean bar over that of the chart's solid dark and
/// bright parts · a share of 1 · FBI EBTS App. F 2.3 as in BSI TR-03121, *CTF* · finds each patch
/// by its own frequency; averages along the bars, so that noise hardly counts; blind to aliasing.
///
/// A patch's pixels are sorted by their phase into bins of one period, which shows the bar finer
/// than the pixels, even near the highest frequency the pixels can hold.
public final class BarContrast implements Procedure {
    private static final double MM_PER_INCH = 25.4;
    private static final double USUAL = 500;
    private static final int LEAST_SIDE = 96;

    /// Parts of one period.
    private static final int BINS = 24;

    /// Of a patch's side that is measured, away from its borders.
    private static final double INNER = 0.8;

    /// Solid parts vary by less than this share of the chart's span.
    private static final double SOLID = 0.06;

    /// A chart spans at least so many levels.
    private static final double LEAST_SPAN = 40;

    /// Weaker bars are not sorted by phase, which noise would decide: share of the chart's span.
    private static final double LEAST_FOUND = 0.03;

    /// What is asked for when the bars stand so straight that some phases are never seen.
    private static final double BETTER_TURN = 2;

    private final Target.Geometry.BarChart chart;

    public BarContrast(Target.Geometry.BarChart chart) {
        this.chart = chart;
    }

    @Override
    public Map<View, Integer> needs() {
        return Map.of(View.BAR_CHART, 1);
    }

    @Override
    public Answer measure(Shots shots) {
        var lack = shots.lack(View.BAR_CHART, 1, LEAST_SIDE);
        if (lack.isPresent()) {
            return new Answer.Do(lack.get());
        }
        var frame = shots.of(View.BAR_CHART).getLast();
        double ppi = frame.resolution() instanceof Resolution.Ppi(var x, _) ? x : USUAL;
        double perMm = ppi / MM_PER_INCH;
        var picture = Levels.of(frame.pixels());
        var solid = Solid.of(picture, (int) Math.round(chart.patchMm() * perMm / 3));
        if (solid.isEmpty()) {
            return new Answer.Do(new Instruction.NoTarget(View.BAR_CHART));
        }
        var readings = new ArrayList<Reading.Measured>();
        var points = new ArrayList<Curve.Point>();
        // of one cycle per millimetre; exact from the first patch on
        var unit = new Wave(1 / perMm, 0);
        for (double cycles : chart.cyclesPerMm()) {
            var wave = new Wave(cycles * unit.fx(), cycles * unit.fy());
            var patch = BarPatch.find(picture, wave, chart.patchMm() * INNER * perMm);
            boolean strong =
                    patch.isPresent() && patch.get().contrast() > LEAST_FOUND * solid.get().span();
            if (patch.isEmpty() || !strong && readings.isEmpty()) {
                return new Answer.Do(new Instruction.NoTarget(View.BAR_CHART));
            }
            if (strong) {
                var exact = patch.get().wave();
                unit = new Wave(exact.fx() / cycles, exact.fy() / cycles);
            }
            // of bars this weak no harmonic is left: the fundamental is all of the span
            var span = strong ? patch.get().span(BINS) : Optional.of(2 * patch.get().contrast());
            if (span.isEmpty()) {
                return new Answer.Do(new Instruction.Turn(BETTER_TURN));
            }
            double contrast = span.get() / solid.get().span();
            readings.add(new Reading.Measured("ctf-" + name(cycles), contrast, "of-1"));
            points.add(new Curve.Point(cycles, contrast));
        }
        return new Answer.Measured(readings, List.of(new Curve("ctf", "cycles/mm", points)));
    }

    /// `1`, `2.5`.
    private static String name(double cycles) {
        return cycles == Math.rint(cycles)
                ? String.valueOf((int) cycles)
                : String.format(Locale.ROOT, "%.1f", cycles);
    }

    /// The levels of the solid bright and dark parts.
    record Solid(double dark, double bright) {
        double span() {
            return bright - dark;
        }

        static Optional<Solid> of(Levels picture, int side) {
            double span = picture.percentile(0.99) - picture.percentile(0.01);
            if (span < LEAST_SPAN || side < 4) {
                return Optional.empty();
            }
            double dark = Double.POSITIVE_INFINITY;
            double bright = Double.NEGATIVE_INFINITY;
            for (int y = 0; y + side <= picture.height(); y += Math.max(1, side / 4)) {
                for (int x = 0; x + side <= picture.width(); x += Math.max(1, side / 4)) {
                    var tile = picture.crop(x, y, side, side);
                    if (tile.deviation() < SOLID * span) {
                        dark = Math.min(dark, tile.mean());
                        bright = Math.max(bright, tile.mean());
                    }
                }
            }
            return bright - dark >= span / 2
                    ? Optional.of(new Solid(dark, bright))
                    : Optional.empty();
        }
    }
}
