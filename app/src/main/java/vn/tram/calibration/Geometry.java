package vn.tram.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Resolution;

/// Resolution, skew and distortion of a scanner from Ronchi bars laid both ways, or from a grid.
///
/// - `resolution-x`, `resolution-y`: pixels per inch along the columns and rows · both pitches
///   solved together, so that a skewed target changes neither · blind to places the target does not
///   cover.
/// - `skew`: degrees that the target lies turned, the larger of both placements · says how it was
///   laid, not what the device does.
/// - `shear`: degrees that the lines of a grid are off a right angle · of a grid alone, since two
///   placements cannot tell.
/// - `across-bar`: the 99th percentile of |D| as a share of what is allowed, D the difference of a
///   distance in the picture at the nominal resolution from the true one, allowed 0.0007 inch below
///   0.07 inch and 1 % from there to 1.5 inch · FBI EBTS App. F 2.2.1 as in BSI TR-03121 · averages
///   over two bars, blind to jitter of one.
/// - `along-bar`: inch that a bar bends within 1.5 inch, after the skew is taken off · the same,
///   2.2.2.
/// - `distortion`: millimetres that 99 % of the places are off an even pattern at most.
public final class Geometry implements Procedure {
    /// Beyond it bars are laid anew rather than measured: degrees.
    static final double MOST_SKEW = 2;

    private static final double MM_PER_INCH = 25.4;

    /// What an unknown resolution is taken for, ppi.
    private static final double USUAL = 500;

    private static final int LEAST_SIDE = 96;

    /// Less of the picture covered cannot tell of the rest.
    private static final double LEAST_COVERAGE = 0.3;

    private static final double SHORT_INCH = 0.07;
    private static final double SHORT_ALLOWED = 0.0007;
    private static final double SHARE_ALLOWED = 0.01;
    private static final double LONGEST_INCH = 1.5;
    private static final double SHARE_OF_PLACES = 0.99;

    private final double cyclesPerMm;
    private final boolean grid;

    private Geometry(double cyclesPerMm, boolean grid) {
        this.cyclesPerMm = cyclesPerMm;
        this.grid = grid;
    }

    public static Geometry of(Target.Geometry.Ronchi target) {
        return new Geometry(target.cyclesPerMm(), false);
    }

    public static Geometry of(Target.Geometry.Grid target) {
        return new Geometry(target.cyclesPerMm(), true);
    }

    @Override
    public Map<View, Integer> needs() {
        return grid ? Map.of(View.GRID, 1) : Map.of(View.BARS, 1, View.BARS_TURNED, 1);
    }

    @Override
    public Answer measure(Shots shots) {
        var first = grid ? View.GRID : View.BARS;
        var second = grid ? View.GRID : View.BARS_TURNED;
        // in the order in which they are laid, so that the first mistake is told first
        if (shots.of(first).isEmpty()) {
            return new Answer.Do(new Instruction.MorePictures(first, 0, 1));
        }
        var across = new Laid(shots.of(first).getLast(), first, 0);
        var wrong = across.wrong();
        if (wrong.isPresent()) {
            return new Answer.Do(wrong.get());
        }
        if (shots.of(second).isEmpty()) {
            return new Answer.Do(new Instruction.MorePictures(second, 0, 1));
        }
        var down = new Laid(shots.of(second).getLast(), second, 90);
        return down.wrong().<Answer>map(Answer.Do::new).orElseGet(() -> readings(across, down));
    }

    private Answer readings(Laid across, Laid down) {
        var a = across.map.orElseThrow();
        var b = down.map.orElseThrow();
        // (fx * ppmmX)^2 + (fy * ppmmY)^2 = cycles per mm ^ 2, for both placements
        double a1 = square(a.wave().fx());
        double a2 = square(a.wave().fy());
        double b1 = square(b.wave().fx());
        double b2 = square(b.wave().fy());
        double determinant = a1 * b2 - a2 * b1;
        double both = square(cyclesPerMm);
        double perMmX = Math.sqrt(both * (b2 - a2) / determinant);
        double perMmY = Math.sqrt(both * (a1 - b1) / determinant);
        double angleX = angle(a.wave(), perMmX, perMmY);
        double angleY = angle(b.wave(), perMmX, perMmY) - 90;
        var acrossX = new Bars(a, cyclesPerMm, across.nominalX, Math.cos(Math.toRadians(angleX)));
        var acrossY = new Bars(b, cyclesPerMm, down.nominalY, Math.cos(Math.toRadians(angleY)));
        double skew = Math.abs(angleX) > Math.abs(angleY) ? angleX : angleY;
        var readings = new ArrayList<Reading.Measured>();
        readings.add(new Reading.Measured("resolution-x", perMmX * MM_PER_INCH, "ppi"));
        readings.add(new Reading.Measured("resolution-y", perMmY * MM_PER_INCH, "ppi"));
        readings.add(new Reading.Measured("skew", skew, "deg"));
        if (grid) {
            readings.add(new Reading.Measured("shear", angleY - angleX, "deg"));
        }
        readings.add(
                new Reading.Measured(
                        "across-bar",
                        Math.max(acrossX.excess(true), acrossY.excess(false)),
                        "of-allowed"));
        readings.add(
                new Reading.Measured(
                        "along-bar", Math.max(acrossX.bend(true), acrossY.bend(false)), "inch"));
        readings.add(
                new Reading.Measured(
                        "distortion", Math.max(acrossX.distortion(), acrossY.distortion()), "mm"));
        return new Answer.Measured(readings);
    }

    private static double angle(Wave wave, double perMmX, double perMmY) {
        return Math.toDegrees(Math.atan2(wave.fy() * perMmY, wave.fx() * perMmX));
    }

    private static double square(double x) {
        return x * x;
    }

    /// One placement of the target.
    private final class Laid {
        private final View view;
        private final Frame frame;
        private final double nominalX;
        private final double nominalY;
        private final double degrees;
        private final Optional<PhaseMap> map;

        Laid(Frame frame, View view, double degrees) {
            this.frame = frame;
            this.view = view;
            this.degrees = degrees;
            var ppi =
                    frame.resolution() instanceof Resolution.Ppi told
                            ? told
                            : Resolution.Ppi.of(USUAL);
            nominalX = ppi.x();
            nominalY = ppi.y();
            var pixels = frame.pixels();
            if (Math.min(pixels.width(), pixels.height()) < LEAST_SIDE) {
                map = Optional.empty();
            } else {
                var levels = Levels.of(pixels);
                double expected = cyclesPerMm * MM_PER_INCH / (degrees == 0 ? nominalX : nominalY);
                map = Wave.find(levels, expected, degrees).flatMap(w -> PhaseMap.of(levels, w));
            }
        }

        Optional<Instruction> wrong() {
            var pixels = frame.pixels();
            if (Math.min(pixels.width(), pixels.height()) < LEAST_SIDE) {
                return Optional.of(new Instruction.OtherPicture(pixels.width(), pixels.height()));
            }
            if (map.isEmpty()) {
                return Optional.of(new Instruction.NoTarget(view));
            }
            var wave = map.get().wave();
            double skew = Math.toDegrees(Math.atan2(wave.fy(), wave.fx())) - degrees;
            if (Math.abs(skew) > MOST_SKEW) {
                return Optional.of(new Instruction.Turn(-skew));
            }
            return map.get().coverage() < LEAST_COVERAGE
                    ? Optional.of(new Instruction.MoveCloser())
                    : Optional.empty();
        }
    }

    /// The bars of one placement, in inches.
    ///
    /// @param cyclesPerMm of the target
    /// @param nominal ppi across them
    /// @param cos of the angle at which rows (or columns) cross them
    private record Bars(PhaseMap map, double cyclesPerMm, double nominal, double cos) {
        /// 99th percentile of |D| over what is allowed.
        double excess(boolean upright) {
            var shares = new ArrayList<double[]>();
            int lines = upright ? map.rows() : map.columns();
            for (int line = 0; line < lines; line += 2) {
                shares.add(excessIn(line, upright));
            }
            var all = shares.stream().flatMapToDouble(Arrays::stream).toArray();
            return all.length == 0 ? 0 : Levels.percentile(all, SHARE_OF_PLACES);
        }

        private double[] excessIn(int line, boolean upright) {
            int places = upright ? map.columns() : map.rows();
            double inchPerCycle = inchPerCycle();
            var found = DoubleStream.builder();
            for (int i = 0; i < places; i++) {
                if (!seen(i, line, upright)) {
                    continue;
                }
                double from = cycles(i, line, upright);
                for (int j = i + 2; j < places; j++) {
                    double inPicture = (j - i) * map.step() / nominal;
                    if (inPicture > LONGEST_INCH) {
                        break;
                    }
                    if (seen(j, line, upright)) {
                        double real = Math.abs(cycles(j, line, upright) - from) * inchPerCycle;
                        double allowed = real < SHORT_INCH ? SHORT_ALLOWED : SHARE_ALLOWED * real;
                        found.add(Math.abs(inPicture - real) / allowed);
                    }
                }
            }
            return found.build().toArray();
        }

        /// The most that the bars at one place across bend within 1.5 inch along them, inch.
        double bend(boolean upright) {
            int across = upright ? map.columns() : map.rows();
            int along = upright ? map.rows() : map.columns();
            int window = (int) Math.ceil(LONGEST_INCH * nominal / map.step());
            double most = 0;
            for (int i = 0; i < across; i++) {
                for (int from = 0; from < along; from += Math.max(1, window / 4)) {
                    double low = Double.POSITIVE_INFINITY;
                    double high = Double.NEGATIVE_INFINITY;
                    for (int j = from; j < Math.min(along, from + window); j++) {
                        if (seen(i, j, upright)) {
                            double off = upright ? map.residual(i, j) : map.residual(j, i);
                            low = Math.min(low, off);
                            high = Math.max(high, off);
                        }
                    }
                    most = Math.max(most, high - low);
                }
            }
            return Math.max(0, most) * inchPerCycle();
        }

        double distortion() {
            var off = map.residuals();
            for (int i = 0; i < off.length; i++) {
                off[i] = Math.abs(off[i]) * inchPerCycle() * MM_PER_INCH;
            }
            return Levels.percentile(off, SHARE_OF_PLACES);
        }

        /// Along a row (or column), which crosses the bars at an angle.
        private double inchPerCycle() {
            return 1 / (cyclesPerMm * MM_PER_INCH) / cos;
        }

        private boolean seen(int i, int line, boolean upright) {
            return upright ? map.seen(i, line) : map.seen(line, i);
        }

        private double cycles(int i, int line, boolean upright) {
            return upright ? map.cycles(i, line) : map.cycles(line, i);
        }
    }
}
