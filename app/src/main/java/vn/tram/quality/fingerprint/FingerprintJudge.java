package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Box;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.Metric;
import vn.tram.quality.Policy;
import vn.tram.quality.Trace;
import vn.tram.task.UiThread;

/// Judges prints: finds the fingers of a slap, or the one finger, measures each and holds it
/// against a policy.
///
/// Readings of a finger are those of [#metrics], and `score`. The advice that limits may name:
/// `place-finger` (nothing, or too little of a finger), `place-deeper` (only the tip touches),
/// `press-more`, `press-less`, `dry-finger` (moisten), `wet-finger` (wipe dry), `clean-glass`,
/// `hold-still`, `centre`.
///
/// An empty answer says that no finger is on the glass.
public final class FingerprintJudge implements FrameJudge {
    /// Name of the score among the readings.
    public static final String SCORE = "score";

    /// Below this many pixels per inch ridges are too coarse to be judged; BSI TR-03121-3 asks for
    /// 500, single-finger modules have 500 or 508.
    public static final double LEAST_PPI = 250;

    /// Smaller patches of skin are no finger but dirt, mm².
    private static final double LEAST_MM2 = 12;

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
                    new MeanGray());

    private final Policy policy;
    private final SlapSegmenter segmenter = new SlapSegmenter();
    private final ScoreModel model = ScoreModel.shipped();

    public FingerprintJudge(Policy policy) {
        this.policy = policy;
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
                .map(p -> judgement(p, Box.whole(picture), OptionalInt.empty(), readings))
                .toList();
    }

    private List<Judgement> measured(
            Gray8 picture,
            Resolution.Ppi ppi,
            Position position,
            List<Position> expected,
            Set<Position> missing) {
        if (position.isSlap()) {
            double mean = Math.sqrt(ppi.x() * ppi.y());
            return segmenter.segment(picture, mean, position, missing).stream()
                    .map(found -> judge(picture, ppi, found.position(), found.box()))
                    .flatMap(Optional::stream)
                    .toList();
        }
        return expected.stream()
                .flatMap(finger ->
                        SingleFinger.find(picture, Math.sqrt(ppi.x() * ppi.y()))
                                .flatMap(box -> judge(picture, ppi, finger, box))
                                .stream())
                .toList();
    }

    private Optional<Judgement> judge(Gray8 picture, Resolution.Ppi ppi, Position finger, Box box) {
        var print = Print.of(box.cutFrom(picture), ppi.x(), ppi.y());
        if (print.foregroundMm2() < LEAST_MM2) {
            return Optional.empty();
        }
        var readings = new ArrayList<Reading>();
        for (var metric : METRICS) {
            var reading = metric.measure(print);
            Trace.note(finger + "." + metric.name(), reading);
            readings.add(reading);
        }
        var score = model.score(readings);
        readings.add(
                score.isPresent()
                        ? new Reading.Measured(SCORE, score.getAsInt(), "points")
                        : new Reading.NotMeasurable(SCORE, "too little of a finger to be judged"));
        return Optional.of(judgement(finger, box, score, readings));
    }

    private Judgement judgement(
            Position finger, Box box, OptionalInt score, List<Reading> readings) {
        var group = finger.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Judgement(finger, box, score, readings, policy.judge(group, readings));
    }
}
