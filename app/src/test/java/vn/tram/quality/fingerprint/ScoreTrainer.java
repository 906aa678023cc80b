package vn.tram.quality.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.quality.Policy;

/// Makes `score-model.txt` of the public sets, and the scores that tell how good it is.
///
/// Arguments: the folder of the sets, the model to write, and a CSV to write of scores that each
/// set gets from a model trained on the other sets only (*leave one set out*). The target is, of
/// each picture, the mean of ln(5 + SourceAFIS score) over its genuine pairs, from which the set's
/// own mean is taken; the weights are those of a ridge regression on measures clipped at 2.5
/// standard deviations.
final class ScoreTrainer {
    /// Weight of the penalty on large weights, as a share of the number of pictures.
    private static final double PENALTY = 0.1;

    private static final List<String> MEASURES =
            List.of(
                    "foreground-area log",
                    "contrast linear",
                    "orientation-certainty linear",
                    "local-clarity linear",
                    "ridge-area log",
                    "spectrum-concentration linear",
                    "spectrum-spread linear",
                    "frequency-variation linear",
                    "weak-direction linear");

    private record Sample(String set, String file, double[] measures, double target, int nfiq2) {}

    private ScoreTrainer() {}

    public static void main(String[] arguments) throws IOException {
        var samples = samples(Path.of(arguments[0]));
        var out = new StringBuilder("file,quality\n");
        for (var held : new TreeSet<>(samples.stream().map(Sample::set).toList())) {
            var model = model(samples.stream().filter(s -> !s.set.equals(held)).toList());
            samples.stream()
                    .filter(s -> s.set.equals(held))
                    .forEach(s -> out.append(s.file + "," + model.sum(s.measures) + "\n"));
        }
        var model = model(samples);
        Files.writeString(Path.of(arguments[1]), model.text(samples));
        Files.writeString(Path.of(arguments[2]), out);
    }

    private record Model(double[] means, double[] deviations, double[] weights) {
        double sum(double[] measures) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * standard(measures, i);
            }
            return sum;
        }

        double standard(double[] measures, int i) {
            return Math.clamp(
                    (measures[i] - means[i]) / deviations[i],
                    -ScoreModel.MOST_DEVIATIONS,
                    ScoreModel.MOST_DEVIATIONS);
        }

        /// The model as a file, its curve laid so that scores are spread as NFIQ 2's.
        String text(List<Sample> samples) {
            var text =
                    new StringBuilder(
                            "# Fingerprint score. Written by ScoreTrainer from FVC2000 and FVC2002"
                                    + " DB1_B to DB4_B;\n# see docs/metrics.md.\n");
            for (int i = 0; i < weights.length; i++) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "measure %s %.5f %.5f %.5f%n",
                                MEASURES.get(i),
                                means[i],
                                deviations[i],
                                weights[i]));
            }
            var sums = samples.stream().mapToDouble(s -> sum(s.measures)).sorted().toArray();
            var scores = samples.stream().mapToDouble(Sample::nfiq2).sorted().toArray();
            double before = Double.NEGATIVE_INFINITY;
            for (int percent = 0; percent <= 100; percent += 5) {
                int at = (int) Math.round(percent / 100.0 * (sums.length - 1));
                double sum = Math.max(sums[at], before + 1e-4);
                text.append(String.format(Locale.ROOT, "knot %.5f %.0f%n", sum, scores[at]));
                before = sum;
            }
            return text.toString();
        }
    }

    private static Model model(List<Sample> samples) {
        int n = MEASURES.size();
        var means = new double[n];
        var deviations = new double[n];
        for (int i = 0; i < n; i++) {
            int column = i;
            means[i] =
                    samples.stream().mapToDouble(s -> s.measures[column]).average().orElseThrow();
            double square =
                    samples.stream()
                            .mapToDouble(s -> Math.pow(s.measures[column] - means[column], 2))
                            .average()
                            .orElseThrow();
            deviations[i] = Math.sqrt(square);
        }
        var model = new Model(means, deviations, new double[n]);
        var xs = new ArrayList<double[]>();
        var ys = new ArrayList<Double>();
        for (var set : new TreeSet<>(samples.stream().map(Sample::set).toList())) {
            centred(samples.stream().filter(s -> s.set.equals(set)).toList(), model, xs, ys);
        }
        return new Model(means, deviations, ridge(xs, ys, n));
    }

    /// Adds a set's standardised measures and targets, each less its mean over the set: sensors
    /// differ, and what one of them can do must not teach the weights.
    private static void centred(List<Sample> set, Model model, List<double[]> xs, List<Double> ys) {
        int n = model.weights.length;
        var middle = new double[n];
        double target = 0;
        for (var sample : set) {
            for (int i = 0; i < n; i++) {
                middle[i] += model.standard(sample.measures, i) / set.size();
            }
            target += sample.target / set.size();
        }
        for (var sample : set) {
            var x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = model.standard(sample.measures, i) - middle[i];
            }
            xs.add(x);
            ys.add(sample.target - target);
        }
    }

    /// Weights that minimise squared errors plus the penalty, by Gauss elimination.
    private static double[] ridge(List<double[]> xs, List<Double> ys, int n) {
        var a = new double[n][n + 1];
        for (int k = 0; k < xs.size(); k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] += xs.get(k)[i] * xs.get(k)[j];
                }
                a[i][n] += xs.get(k)[i] * ys.get(k);
            }
        }
        for (int i = 0; i < n; i++) {
            a[i][i] += PENALTY * xs.size();
        }
        for (int i = 0; i < n; i++) { // the penalty keeps every pivot above 0
            for (int row = 0; row < n; row++) {
                double factor = a[row][i] / a[i][i];
                for (int j = i; row != i && j <= n; j++) {
                    a[row][j] -= factor * a[i][j];
                }
            }
        }
        return solved(a);
    }

    private static double[] solved(double[][] a) {
        var weights = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            weights[i] = a[i][a.length] / a[i][i];
        }
        return weights;
    }

    private static List<Sample> samples(Path folder) throws IOException {
        var targets = targets(folder);
        var nfiq2 = new HashMap<String, Integer>();
        rows(folder.resolve("nfiq2_quality.csv"))
                .forEach(r -> nfiq2.put(r[0], Integer.parseInt(r[1])));
        var judge = new FingerprintJudge(new Policy("none", "0", 1, Map.of()));
        var samples = new ArrayList<Sample>();
        for (var row : rows(folder.resolve("images.csv"))) {
            var measures = measures(judge, folder.resolve(row[1]), Double.parseDouble(row[3]));
            samples.add(
                    new Sample(row[0], row[1], measures, targets.get(row[1]), nfiq2.get(row[1])));
        }
        return samples;
    }

    private static double[] measures(FingerprintJudge judge, Path file, double ppi) {
        var decoded = (Decoding.Decoded) Images.read(file);
        var frame =
                new Frame(
                        decoded.pixels(),
                        Resolution.Ppi.of(ppi),
                        Instant.EPOCH,
                        file.getFileName().toString());
        var judgements = judge.judge(frame, Position.RIGHT_INDEX, Set.of());
        var values = new LinkedHashMap<String, Double>();
        for (var judgement : judgements) {
            for (var reading : judgement.readings()) {
                if (reading instanceof Reading.Measured(var metric, var value, _)) {
                    values.put(metric, value);
                }
            }
        }
        var measures = new double[MEASURES.size()];
        for (int i = 0; i < measures.length; i++) {
            var words = MEASURES.get(i).split(" ");
            var value = values.get(words[0]);
            if (value == null) {
                throw new IllegalStateException(file + " has no " + words[0]);
            }
            measures[i] = words[1].equals("log") ? Math.log1p(value) : value;
        }
        return measures;
    }

    private static Map<String, Double> targets(Path folder) throws IOException {
        var sums = new HashMap<String, double[]>();
        for (var row : rows(folder.resolve("sourceafis_scores.csv"))) {
            if (row[1].equals("genuine")) {
                double value = Math.log(5 + Double.parseDouble(row[4]));
                for (var file : List.of(row[2], row[3])) {
                    var sum = sums.computeIfAbsent(file, _ -> new double[2]);
                    sum[0] += value;
                    sum[1]++;
                }
            }
        }
        var targets = new HashMap<String, Double>();
        sums.forEach((file, sum) -> targets.put(file, sum[0] / sum[1]));
        return targets;
    }

    private static List<String[]> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",")).toList();
    }
}
