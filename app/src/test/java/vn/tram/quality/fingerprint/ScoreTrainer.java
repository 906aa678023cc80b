package vn.tram.quality.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.tram.domain.Reading;
import vn.tram.matching.Disturbance;
import vn.tram.matching.SelfConsistency;
import vn.tram.quality.fingerprint.PublicSets.Image;
import vn.tram.quality.fingerprint.PublicSets.Matcher;
import vn.tram.quality.fingerprint.Regression.Measure;
import vn.tram.quality.fingerprint.Regression.Sample;

/// Makes `live-model.txt` and `final-model.txt` of the public sets, and the table of
/// `docs/metrics.md` that tells how good the scores are: `./tram train-scores FOLDER`.
///
/// The target is, of each picture, the mean of ln(5 + score) over its genuine pairs, of SourceAFIS
/// and of bozorth3, each standardised set by set, and the two added. In the table each set is
/// scored by models that never saw it.
final class ScoreTrainer {
    /// Tried from 0.1 to 10 on the same sets, left out one by one: the curve is flat from 1 on.
    private static final double LIVE_PENALTY = 3;

    private static final double FINAL_PENALTY = 1;
    private static final int RESAMPLES = 1000;
    private static final Path RESOURCES =
            Path.of("app/src/main/resources/vn/tram/quality/fingerprint");
    private static final Path DOCUMENT = Path.of("docs/metrics.md");
    private static final String TABLE_BEGINS = "<!-- written by ScoreTrainer -->\n";
    private static final String TABLE_ENDS = "<!-- end of what ScoreTrainer wrote -->";

    static final List<Measure> LIVE =
            List.of(
                    new Measure("foreground-area", ScoreModel.Scale.LOG1),
                    new Measure("ridge-area", ScoreModel.Scale.LOG1),
                    new Measure("steady-area", ScoreModel.Scale.LOG1),
                    new Measure("direction-disagreement", ScoreModel.Scale.LINEAR),
                    new Measure("frequency-variation", ScoreModel.Scale.LINEAR),
                    new Measure("spectrum-spread", ScoreModel.Scale.LINEAR),
                    new Measure("ridge-power", ScoreModel.Scale.LINEAR),
                    new Measure("ridge-imbalance", ScoreModel.Scale.LINEAR),
                    new Measure("contrast-variation", ScoreModel.Scale.LINEAR),
                    new Measure("weak-separation", ScoreModel.Scale.LINEAR),
                    new Measure("weak-clarity", ScoreModel.Scale.LINEAR),
                    new Measure("weak-certainty", ScoreModel.Scale.LINEAR));

    private ScoreTrainer() {}

    /// @param arguments the folder of the sets, and the root of the project
    public static void main(String[] arguments) throws IOException {
        var sets = PublicSets.in(Path.of(arguments[0]));
        var root = Path.of(arguments[1]);
        var matchers = sets.matchers();
        var samples = samples(sets, matchers);
        var models = Models.of(samples);
        var resources = root.resolve(RESOURCES);
        Files.writeString(resources.resolve("live-model.txt"), text("Live", models.live));
        Files.writeString(resources.resolve("final-model.txt"), text("Final", models.last));
        var document = Files.readString(root.resolve(DOCUMENT));
        int from = document.indexOf(TABLE_BEGINS) + TABLE_BEGINS.length();
        int to = document.indexOf(TABLE_ENDS);
        Files.writeString(
                root.resolve(DOCUMENT),
                document.substring(0, from)
                        + tables(sets, matchers, samples)
                        + document.substring(to));
    }

    private static String text(String which, List<String> lines) {
        return "# "
                + which
                + " fingerprint score. Written by ScoreTrainer from FVC2000 and FVC2002 DB1_B to\n"
                + "# DB4_B; see docs/metrics.md.\n"
                + String.join("\n", lines)
                + "\n";
    }

    /// Both scores' models, as files.
    private record Models(List<String> live, List<String> last) {
        static Models of(List<Sample> samples) {
            var live = Regression.of(LIVE, samples, LIVE_PENALTY).lines(samples);
            var scored = scored(samples, ScoreModel.of(live), FingerprintJudge.LIVE);
            var measures = new ArrayList<Measure>();
            measures.add(new Measure(FingerprintJudge.LIVE, ScoreModel.Scale.LINEAR));
            for (var disturbance : Disturbance.values()) {
                measures.add(new Measure(disturbance.metric(), ScoreModel.Scale.LOG20));
            }
            return new Models(
                    live, Regression.of(measures, scored, FINAL_PENALTY).lines(made(scored)));
        }

        /// The samples with `live` and `score` among their readings.
        List<Sample> applied(List<Sample> samples) {
            var scored = scored(samples, ScoreModel.of(live), FingerprintJudge.LIVE);
            return scored(made(scored), ScoreModel.of(last), FingerprintJudge.SCORE);
        }

        /// Without the similarities of copies that the station does not make.
        private static List<Sample> made(List<Sample> samples) {
            var made = new ArrayList<Sample>();
            for (var s : samples) {
                var readings = new HashMap<>(s.readings());
                var copies = SelfConsistency.disturbances(readings.get(ForegroundArea.NAME));
                for (var disturbance : Disturbance.values()) {
                    if (!copies.contains(disturbance)) {
                        readings.remove(disturbance.metric());
                    }
                }
                made.add(new Sample(s.set(), s.file(), readings, s.target(), s.spread()));
            }
            return made;
        }
    }

    private static List<Sample> scored(List<Sample> samples, ScoreModel model, String name) {
        var scored = new ArrayList<Sample>();
        for (var s : samples) {
            var readings = new HashMap<>(s.readings());
            readings.put(name, model.score(s.measured()).orElseThrow());
            scored.add(new Sample(s.set(), s.file(), readings, s.target(), s.spread()));
        }
        return scored;
    }

    private static List<Sample> samples(PublicSets sets, List<Matcher> matchers) {
        var targets = new HashMap<String, Double>();
        for (var matcher : matchers) {
            standardised(sets, matcher).forEach((f, value) -> targets.merge(f, value, Double::sum));
        }
        return sets.images().parallelStream()
                .map(image ->
                        new Sample(
                                image.set(),
                                image.file(),
                                readings(sets, image),
                                targets.get(image.file()),
                                sets.nfiq2().get(image.file())))
                .toList();
    }

    private static Map<String, Double> readings(PublicSets sets, Image image) {
        var picture = sets.picture(image);
        var box = SingleFinger.find(picture, image.ppi()).orElseThrow();
        var print = Print.of(box.cutFrom(picture), image.ppi(), image.ppi());
        var readings = new HashMap<String, Double>();
        for (var metric : FingerprintJudge.metrics()) {
            if (metric.measure(print) instanceof Reading.Measured(var name, var value, _)) {
                readings.put(name, value);
            }
        }
        SelfConsistency.of(print.picture(), List.of(Disturbance.values()))
                .again()
                .forEach(again -> readings.put(again.disturbance().metric(), again.similarity()));
        return readings;
    }

    /// Each picture's mean over its genuine pairs, less its set's mean, over its set's deviation.
    private static Map<String, Double> standardised(PublicSets sets, Matcher matcher) {
        var targets = new HashMap<String, Double>();
        for (var set : sets.sets()) {
            var logs = new HashMap<String, List<Double>>();
            for (var c : matcher.genuine().get(set)) {
                double value = Math.log(5 + c.score());
                logs.computeIfAbsent(c.one(), _ -> new ArrayList<>()).add(value);
                logs.computeIfAbsent(c.other(), _ -> new ArrayList<>()).add(value);
            }
            var means = new TreeMap<String, Double>();
            logs.forEach((file, values) -> means.put(file, mean(values)));
            double mean = mean(means.values());
            double variance =
                    mean(means.values().stream().map(v -> Math.pow(v - mean, 2)).toList());
            means.forEach((file, v) -> targets.put(file, (v - mean) / Math.sqrt(variance)));
        }
        return targets;
    }

    private static double mean(Iterable<Double> values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            sum += value;
            count++;
        }
        return sum / count;
    }

    private static String tables(PublicSets sets, List<Matcher> matchers, List<Sample> samples) {
        var live = new HashMap<String, Double>();
        var last = new HashMap<String, Double>();
        for (var held : sets.sets()) {
            Predicate<Sample> isHeld = s -> s.set().equals(held);
            var models = Models.of(samples.stream().filter(isHeld.negate()).toList());
            for (var s : models.applied(samples.stream().filter(isHeld).toList())) {
                live.put(s.file(), (double) Math.round(s.readings().get(FingerprintJudge.LIVE)));
                last.put(s.file(), (double) Math.round(s.readings().get(FingerprintJudge.SCORE)));
            }
        }
        var text = new StringBuilder();
        for (var matcher : matchers) {
            var ofLive = DiscardCurve.compared(matcher, live, sets.nfiq2(), RESAMPLES);
            var ofLast = DiscardCurve.compared(matcher, last, sets.nfiq2(), RESAMPLES);
            text.append(
                    String.format(
                            "%n| %s | NFIQ 2.3 | live | difference, 95 %% | over NFIQ 2.3's | final | difference, 95 %% | over NFIQ 2.3's |%n"
                                    + "|---|---|---|---|---|---|---|---|%n",
                            matcher.name()));
            ofLive.forEach((set, difference) ->
                    text.append(
                            String.format(
                                    Locale.ROOT,
                                    "| %s | %.4f %s %s |%n",
                                    set.replace('_', ' '),
                                    difference.theirs(),
                                    cells(difference),
                                    cells(ofLast.get(set)))));
        }
        return text.append('\n').toString();
    }

    private static String cells(DiscardCurve.Difference d) {
        return String.format(
                Locale.ROOT,
                "| %.4f | %+.4f [%+.4f, %+.4f] | %.3f",
                d.area(),
                d.area() - d.theirs(),
                d.low(),
                d.high(),
                d.area() / d.theirs());
    }
}
