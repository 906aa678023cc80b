package vn.tram.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.tram.domain.Reading;
import vn.tram.image.Resolution;

/// How much contrast a device keeps of sines: the modulation transfer function (MTF), by the
/// slanted edges of a dark square (ISO 12233:2017 e-SFR).
///
/// - Of a scanner, `mtf-1` to `mtf-10`: at 1 to 10 cycles per millimetre, the poorer of both
///   directions · a share of 1.
/// - Of a camera, `sharpness`: the frequency at which half the contrast is left at the eye zone
///   (MTF50), cycles per pixel · the mean of the upright edges · includes what the camera itself
///   sharpens.
public final class EdgeContrast implements Procedure {
    private static final double MM_PER_INCH = 25.4;
    private static final double USUAL = 500;
    private static final int LEAST_SIDE = 96;

    /// An edge that leans less repeats its phases; more is no longer upright: degrees.
    private static final double LEAST_LEAN = 2;

    private static final double MOST_LEAN = 15;
    private static final double BEST_LEAN = 5;

    /// Smaller squares have too little edge: pixels.
    private static final double LEAST_SQUARE = 40;

    /// Where the eyes are: shares of the width and height.
    private static final double EYES_X = 0.5;

    private static final double EYES_Y = 0.42;
    private static final double EYES_REACH = 0.15;

    private final View view;

    private EdgeContrast(View view) {
        this.view = view;
    }

    /// Of a scanner, on the chart of bars.
    public static EdgeContrast ofScanner() {
        return new EdgeContrast(View.BAR_CHART);
    }

    /// Of a camera, where the eyes will be.
    public static EdgeContrast atTheEyes() {
        return new EdgeContrast(View.EYE_EDGE);
    }

    @Override
    public Map<View, Integer> needs() {
        return Map.of(view, 1);
    }

    @Override
    public Answer measure(Shots shots) {
        var lack = shots.lack(view, 1, LEAST_SIDE);
        if (lack.isPresent()) {
            return new Answer.Do(lack.get());
        }
        var frame = shots.of(view).getLast();
        var picture = Levels.of(frame.pixels());
        var found = DarkSquare.find(picture);
        if (found.isEmpty()) {
            return new Answer.Do(new Instruction.NoTarget(view));
        }
        var square = found.get();
        var wrong = wrong(square, picture);
        if (wrong.isPresent()) {
            return new Answer.Do(wrong.get());
        }
        var upright = Stream.of(-1, 1).flatMap(s -> square.upright(picture, s).stream()).toList();
        var level = Stream.of(-1, 1).flatMap(s -> square.level(picture, s).stream()).toList();
        if (upright.isEmpty() || level.isEmpty()) {
            return new Answer.Do(new Instruction.MoveBack());
        }
        if (view == View.EYE_EDGE) {
            return atTheEyes(upright);
        }
        double ppi = frame.resolution() instanceof Resolution.Ppi(var x, _) ? x : USUAL;
        return ofScanner(upright, level, ppi / MM_PER_INCH);
    }

    private Optional<Instruction> wrong(DarkSquare square, Levels picture) {
        if (square.side() < LEAST_SQUARE) {
            return Optional.of(new Instruction.MoveCloser());
        }
        double lean = Math.abs(square.degrees());
        if (lean < LEAST_LEAN || lean > MOST_LEAN) {
            return Optional.of(
                    new Instruction.Turn(
                            Math.copySign(BEST_LEAN, square.degrees()) - square.degrees()));
        }
        double right = EYES_X - square.x() / picture.width();
        double down = EYES_Y - square.y() / picture.height();
        return view == View.EYE_EDGE && Math.hypot(right, down) > EYES_REACH
                ? Optional.of(new Instruction.Move(right, down))
                : Optional.empty();
    }

    private static Answer atTheEyes(List<SlantedEdge> edges) {
        double half = edges.stream().mapToDouble(SlantedEdge::half).average().orElseThrow();
        var points = new ArrayList<Curve.Point>();
        for (double f = 0; f <= 0.5; f += 0.02) {
            points.add(new Curve.Point(f, mean(edges, f)));
        }
        return new Answer.Measured(
                List.of(new Reading.Measured("sharpness", half, "cycles/pixel")),
                List.of(new Curve("mtf", "cycles/pixel", points)));
    }

    private static Answer ofScanner(
            List<SlantedEdge> upright, List<SlantedEdge> level, double perMm) {
        var readings = new ArrayList<Reading.Measured>();
        var points = new ArrayList<Curve.Point>();
        for (int cycles = 1; cycles <= 10; cycles++) {
            double poorer = Math.min(mean(upright, cycles / perMm), mean(level, cycles / perMm));
            readings.add(new Reading.Measured("mtf-" + cycles, poorer, "of-1"));
            points.add(new Curve.Point(cycles, poorer));
        }
        return new Answer.Measured(readings, List.of(new Curve("mtf", "cycles/mm", points)));
    }

    private static double mean(List<SlantedEdge> edges, double frequency) {
        return edges.stream().mapToDouble(e -> e.at(frequency)).average().orElseThrow();
    }
}
