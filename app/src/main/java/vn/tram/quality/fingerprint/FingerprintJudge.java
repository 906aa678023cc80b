package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import vn.tram.domain.Condition;
import vn.tram.domain.Judgement;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Box;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.quality.AdviceBook;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.Metric;
import vn.tram.quality.Policy;
import vn.tram.quality.Trace;
import vn.tram.task.UiThread;

/// Judges prints: finds the fingers of a slap, or the one finger, measures each and holds it
/// against a policy.
///
/// Readings of a finger are `ppi` and `gray-levels` of its picture, those of [#metrics], then
/// `live`, the score to fractions of a point, and `score`, the same in whole points; of a rolled
/// one [#ROLLED_WIDTH] too. The advice that limits may name: `roll-wider` (not from nail to nail),
/// `place-finger` (nothing, or too little of a finger), `place-deeper` (only the tip touches),
/// `press-more`, `press-less`, `dry-finger` (moisten), `wet-finger` (wipe dry), `clean-glass`,
/// `hold-still`, `centre`, `other-hand` (left and right are mixed up), `other-scanner` (the device
/// is not good enough).
///
/// An empty answer says that no finger is on the glass.
public final class FingerprintJudge implements FrameJudge {
    /// Name of the score among the readings.
    public static final String SCORE = "score";

    /// Name of the score from the image alone, among the readings.
    public static final String LIVE = "live";

    /// Name of the reading that tells how likely the fingers of a four-finger slap are of the hand
    /// that was asked for: 0 surely of the other, 0.5 nobody can tell, 1 surely of it. Absent where
    /// geometry says nothing: thumbs, single fingers, fewer than three fingers.
    public static final String HAND = "hand";

    /// Name of the reading that tells how much of a finger of a slap lies on the picture's edge,
    /// [PlatenEdge]. Absent for single fingers, whose pictures are cut close.
    public static final String PLATEN_EDGE = PlatenEdge.NAME;

    /// Name of the reading that tells how wide a rolled finger showed, [RolledWidth]. Absent for
    /// plain ones.
    public static final String ROLLED_WIDTH = RolledWidth.NAME;

    /// Name of the reading of the picture's resolution, the coarser of both directions, in whole
    /// pixels per inch: files that state pixels a metre cannot say 500.
    public static final String PPI = "ppi";

    /// Name of the reading of how many gray levels the scanner tells apart (see [GrayLevels]).
    public static final String GRAY_LEVELS = GrayLevels.NAME;

    /// Below this many pixels per inch ridges are too coarse to be judged; BSI TR-03121-3 asks for
    /// 500, single-finger modules have 500 or 508.
    public static final double LEAST_PPI = 250;

    /// Smaller patches of skin are no finger but dirt, mm².
    private static final double LEAST_MM2 = 12;

    /// Less than this cannot be scored, mm²; the least of 640 public prints has 70, and NFIQ 2
    /// gives feedback below 129.
    private static final double LEAST_SCORED_MM2 = 60;

    /// Where a picture shows no finger at the resolution that it states, and that is more than so
    /// many times off 500, it is looked at as one of 500 too.
    private static final double UNLIKE_500 = 1.2;

    /// Ridges of grown-up people are mostly so far apart, mm. A slap that states an unusual
    /// resolution and has others, but has these at 500, states a wrong one.
    private static final double USUAL_NARROWEST = 0.37;

    private static final double USUAL_WIDEST = 0.55;

    private static final List<Metric<Print>> METRICS =
            List.of(
                    new ForegroundArea(),
                    new Contrast(),
                    new OrientationCertainty(),
                    new LocalClarity(),
                    new RidgeArea(),
                    new SpectrumConcentration(),
                    new SpectrumSpread(),
                    new FrequencyVariation(),
                    new WeakDirection(),
                    new MeanGray(),
                    new DirectionDisagreement(),
                    new SteadyArea(),
                    new WeakSeparation(),
                    new WeakClarity(),
                    new WeakCertainty(),
                    new RidgePower(),
                    new RidgeImbalance(),
                    new ContrastVariation(),
                    new CoreOffset(),
                    new RidgeShare(),
                    new RidgeRoughness(),
                    new DirectionalContrast(),
                    new RidgePeriod());

    private static final Metric<OnGlass> RESIDUE = new GlassResidue();
    private static final Metric<OnGlass> EDGE = new EdgeImbalance();
    private static final Metric<Print> WIDTH = new RolledWidth();

    private final Policy policy;
    private final SlapSegmenter segmenter = new SlapSegmenter();
    private final ScoreModel model = ScoreModel.shipped("live-model.txt");
    private final StateModel states = StateModel.shipped();
    private final AdviceBook advice;

    /// Without advice of its own: what limits advise alone.
    public FingerprintJudge(Policy policy) {
        this(policy, AdviceBook.EMPTY);
    }

    /// @param advice what to try for each state
    public FingerprintJudge(Policy policy, AdviceBook advice) {
        this.policy = policy;
        this.advice = advice;
    }

    /// The measures that every finger gets, in the order of the readings.
    public static List<Metric<Print>> metrics() {
        return METRICS;
    }

    @Override
    public List<Judgement> judge(Frame frame, Position position, Set<Position> missing) {
        UiThread.refuse("judging a print");
        var expected = position.members().stream().filter(p -> !missing.contains(p)).toList();
        var picture = frame.pixels().toGray();
        return switch (frame.resolution()) {
            case Resolution.Unknown _ ->
                    refused(picture, expected, "the picture does not state its resolution");
            case Resolution.Ppi(var x, var y) when Math.min(x, y) < LEAST_PPI ->
                    refused(
                            picture,
                            expected,
                            String.format(
                                    Locale.ROOT,
                                    "%.0f ppi is too coarse, %.0f are needed",
                                    Math.min(x, y),
                                    LEAST_PPI));
            case Resolution.Ppi ppi -> measured(picture, ppi, position, expected, missing);
        };
    }

    private List<Judgement> refused(Gray8 picture, List<Position> expected, String why) {
        var readings = List.<Reading>of(new Reading.NotMeasurable(SCORE, why));
        return expected.stream()
                .map(p ->
                        new Judgement(
                                p,
                                Box.whole(picture),
                                OptionalInt.empty(),
                                readings,
                                held(p, readings)))
                .toList();
    }

    private List<Judgement> measured(
            Gray8 picture,
            Resolution.Ppi ppi,
            Position position,
            List<Position> expected,
            Set<Position> missing) {
        var sampling = sampling(picture, ppi);
        if (position.isSlap()) {
            return slap(picture, ppi, position, missing, sampling);
        }
        return expected.stream()
                .flatMap(finger -> single(picture, ppi, finger, sampling).stream())
                .toList();
    }

    private List<Judgement> slap(
            Gray8 picture,
            Resolution.Ppi ppi,
            Position position,
            Set<Position> missing,
            List<Reading> sampling) {
        var judged = fingers(picture, ppi, position, missing, sampling);
        if (judged.isEmpty() || !isUnlike500(ppi) || hasUsualRidges(judged)) {
            return judged;
        }
        var at500 = fingers(picture, Resolution.Ppi.of(Print.PPI), position, missing, sampling);
        return hasUsualRidges(at500)
                ? refused(
                        picture,
                        at500.stream().map(Judgement::position).toList(),
                        wrongPpi(ppi, "these are fingers"))
                : judged;
    }

    private List<Judgement> fingers(
            Gray8 picture,
            Resolution.Ppi ppi,
            Position position,
            Set<Position> missing,
            List<Reading> sampling) {
        double mean = mean(ppi);
        var whole = new ArrayList<>(sampling);
        var slap = segmenter.slap(picture, mean, position, missing);
        slap.asAsked().ifPresent(p -> whole.add(new Reading.Measured(HAND, p, "share")));
        var boxes = slap.fingers().stream().map(SlapSegmenter.Found::box).toList();
        if (!boxes.isEmpty()) {
            whole.add(RESIDUE.measure(new OnGlass(picture, mean, boxes)));
        }
        return slap.fingers().stream()
                .map(found ->
                        judge(
                                picture,
                                ppi,
                                found.position(),
                                found.box(),
                                ofSlap(picture, mean, found.box(), whole)))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether the ridges of most fingers are as far apart as those of most people are.
    private static boolean hasUsualRidges(List<Judgement> fingers) {
        var periods =
                fingers.stream()
                        .map(f -> Reading.value(f.readings(), RidgePeriod.NAME))
                        .flatMapToDouble(OptionalDouble::stream)
                        .sorted()
                        .toArray();
        return periods.length > 0
                && periods[periods.length / 2] >= USUAL_NARROWEST
                && periods[periods.length / 2] <= USUAL_WIDEST;
    }

    private static boolean isUnlike500(Resolution.Ppi ppi) {
        double mean = mean(ppi);
        return mean < Print.PPI / UNLIKE_500 || mean > Print.PPI * UNLIKE_500;
    }

    private static double mean(Resolution.Ppi ppi) {
        return Math.sqrt(ppi.x() * ppi.y());
    }

    private static String wrongPpi(Resolution.Ppi ppi, String at500) {
        return String.format(
                Locale.ROOT, "the stated %.0f ppi are wrong: at 500 %s", mean(ppi), at500);
    }

    private List<Judgement> single(
            Gray8 picture, Resolution.Ppi ppi, Position finger, List<Reading> sampling) {
        var judged = found(picture, ppi, finger, sampling);
        if (isUnlike500(ppi) && !isScored(judged)) {
            var at500 = found(picture, Resolution.Ppi.of(Print.PPI), finger, sampling);
            if (isScored(at500)) {
                return refused(picture, List.of(finger), wrongPpi(ppi, "this is a finger"));
            }
        }
        return judged.stream().toList();
    }

    private static boolean isScored(Optional<Judgement> judged) {
        return judged.map(Judgement::score).orElse(OptionalInt.empty()).isPresent();
    }

    private Optional<Judgement> found(
            Gray8 picture, Resolution.Ppi ppi, Position finger, List<Reading> sampling) {
        double mean = mean(ppi);
        return SingleFinger.find(picture, mean)
                .flatMap(box -> {
                    var known = new ArrayList<>(sampling);
                    known.add(RESIDUE.measure(new OnGlass(picture, mean, List.of(box))));
                    return judge(picture, ppi, finger, box, known);
                });
    }

    private static List<Reading> ofSlap(Gray8 picture, double ppi, Box box, List<Reading> whole) {
        var readings = new ArrayList<>(whole);
        double edge = PlatenEdge.mm(picture, ppi, box);
        readings.add(new Reading.Measured(PLATEN_EDGE, edge, "mm"));
        return readings;
    }

    /// What the whole picture says of the scanner.
    private static List<Reading> sampling(Gray8 picture, Resolution.Ppi ppi) {
        var readings = new ArrayList<Reading>();
        long whole = Math.round(Math.min(ppi.x(), ppi.y()));
        readings.add(new Reading.Measured(PPI, whole, "pixels per inch"));
        readings.add(GrayLevels.of(picture));
        return readings;
    }

    /// @param known readings of the whole picture, and of where in it the finger lies
    private Optional<Judgement> judge(
            Gray8 picture, Resolution.Ppi ppi, Position finger, Box box, List<Reading> known) {
        var print = Print.of(box.cutFrom(picture), ppi.x(), ppi.y());
        if (print.foregroundMm2() < LEAST_MM2) {
            return Optional.empty();
        }
        var readings = new ArrayList<>(known);
        double mean = mean(ppi);
        readings.add(EDGE.measure(new OnGlass(picture, mean, List.of(box))));
        for (var metric : METRICS) {
            var reading = metric.measure(print);
            Trace.note(finger + "." + metric.name(), reading);
            readings.add(reading);
        }
        if (finger.isRolled()) {
            readings.add(WIDTH.measure(print));
        }
        var live = model.score(readings);
        if (live.isEmpty() || print.foregroundMm2() < LEAST_SCORED_MM2) {
            readings.add(new Reading.NotMeasurable(SCORE, "too little of a finger"));
            var small = new Condition(PrintState.SMALL, List.of("foreground-area"));
            return Optional.of(judgement(finger, box, OptionalInt.empty(), readings, small));
        }
        var doubt = Skin.doubt(print, readings);
        if (doubt.isPresent()) {
            readings.add(new Reading.NotMeasurable(SCORE, doubt.get().why()));
            var other = new Condition(PrintState.NOT_A_FINGER, List.of(doubt.get().metric()));
            return Optional.of(judgement(finger, box, OptionalInt.empty(), readings, other));
        }
        int score = (int) Math.round(live.getAsDouble());
        readings.add(new Reading.Measured(LIVE, live.getAsDouble(), "points"));
        readings.add(new Reading.Measured(SCORE, score, "points"));
        var condition = condition(finger, readings);
        Trace.note(finger + ".state", condition);
        return Optional.of(judgement(finger, box, OptionalInt.of(score), readings, condition));
    }

    /// A finger that is rolled passes over the middle, so it cannot lie beside it. One that is
    /// otherwise good and not as wide as was asked for shows too little.
    private Condition condition(Position finger, List<Reading> readings) {
        var condition = states.condition(readings);
        var state = condition.state();
        if (!finger.isRolled() || state != PrintState.GOOD && state != PrintState.OFF_CENTRE) {
            return condition;
        }
        return held(finger, readings).failed().contains(ROLLED_WIDTH)
                ? new Condition(PrintState.SMALL, List.of(ROLLED_WIDTH))
                : new Condition(PrintState.GOOD, List.of());
    }

    private Judgement judgement(
            Position finger,
            Box box,
            OptionalInt score,
            List<Reading> readings,
            Condition condition) {
        var verdict = advice.added(held(finger, readings), condition.state());
        return new Judgement(finger, box, score, readings, verdict).in(condition);
    }

    private Verdict held(Position finger, List<Reading> readings) {
        return policy.judge(group(finger), readings);
    }

    /// The policy's group of limits for a finger.
    static String group(Position finger) {
        return finger.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
