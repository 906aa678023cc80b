package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.tram.domain.Reading;

/// A linear score of standardised measures, fitted by ridge regression, and bent to a wanted
/// spread.
///
/// The penalty is as large as, or larger than, what the data say: the measures agree with each
/// other more than eighty fingers can tell apart, so weights stay near those that each measure
/// would have alone.
final class Regression {
    /// A measure of the model.
    record Measure(String name, ScoreModel.Scale scale) {}

    /// A picture to learn from.
    ///
    /// @param readings by metric
    /// @param target what the score shall order by, less the mean of its set
    /// @param spread a score whose distribution ours takes over
    record Sample(
            String set, String file, Map<String, Double> readings, double target, double spread) {
        /// The readings as a model takes them.
        List<Reading> measured() {
            var list = new ArrayList<Reading>();
            readings.forEach((metric, value) -> list.add(new Reading.Measured(metric, value, "")));
            return list;
        }
    }

    private final List<Measure> measures;
    private final double[] means;
    private final double[] deviations;
    private final double[] weights;

    private Regression(List<Measure> measures) {
        this.measures = measures;
        int n = measures.size();
        means = new double[n];
        deviations = new double[n];
        weights = new double[n];
    }

    /// @param penalty on squared weights, as a share of the number of samples
    static Regression of(List<Measure> measures, List<Sample> samples, double penalty) {
        var fitted = new Regression(measures);
        for (int i = 0; i < measures.size(); i++) {
            int at = i;
            var values = samples.stream().mapToDouble(s -> fitted.raw(s, at)).toArray();
            double mean = Arrays.stream(values).average().orElseThrow();
            fitted.means[i] = mean;
            fitted.deviations[i] =
                    Math.sqrt(
                            Arrays.stream(values)
                                    .map(v -> (v - mean) * (v - mean))
                                    .average()
                                    .orElseThrow());
        }
        var bySet = new TreeMap<String, List<Sample>>();
        samples.forEach(s -> bySet.computeIfAbsent(s.set, _ -> new ArrayList<>()).add(s));
        fitted.solve(bySet.values(), penalty * samples.size());
        return fitted;
    }

    private double raw(Sample sample, int i) {
        var measure = measures.get(i);
        return measure.scale.of(sample.readings.get(measure.name));
    }

    private double standard(Sample sample, int i) {
        return Math.clamp(
                (raw(sample, i) - means[i]) / deviations[i],
                -ScoreModel.MOST_DEVIATIONS,
                ScoreModel.MOST_DEVIATIONS);
    }

    /// The normal equations, by Gauss elimination. Each set is taken less its means: sensors
    /// differ, and what one of them can do must not teach the weights.
    private void solve(Iterable<List<Sample>> sets, double penalty) {
        int n = weights.length;
        var a = new double[n][n + 1];
        for (var set : sets) {
            var middle = new double[n];
            for (var sample : set) {
                for (int i = 0; i < n; i++) {
                    middle[i] += standard(sample, i) / set.size();
                }
            }
            for (var sample : set) {
                for (int i = 0; i < n; i++) {
                    double x = standard(sample, i) - middle[i];
                    for (int j = 0; j < n; j++) {
                        a[i][j] += x * (standard(sample, j) - middle[j]);
                    }
                    a[i][n] += x * sample.target;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            a[i][i] += penalty;
        }
        for (int i = 0; i < n; i++) { // the penalty keeps every pivot above 0
            for (int row = 0; row < n; row++) {
                double factor = a[row][i] / a[i][i];
                for (int j = i; row != i && j <= n; j++) {
                    a[row][j] -= factor * a[i][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            weights[i] = a[i][n] / a[i][i];
        }
    }

    /// The model as the station reads it, its curve laid so that the samples' scores are spread as
    /// they are to be: a knot at every twentieth.
    List<String> lines(List<Sample> samples) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < weights.length; i++) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "measure %s %s %.5f %.5f %.5f",
                            measures.get(i).name,
                            measures.get(i).scale,
                            means[i],
                            deviations[i],
                            weights[i]));
        }
        var model = ScoreModel.of(lines);
        var sums =
                samples.stream()
                        .mapToDouble(s -> model.sum(s.measured()).orElseThrow())
                        .sorted()
                        .toArray();
        var scores = samples.stream().mapToDouble(Sample::spread).sorted().toArray();
        double before = Double.NEGATIVE_INFINITY;
        for (int percent = 0; percent <= 100; percent += 5) {
            int at = (int) Math.round(percent / 100.0 * (sums.length - 1));
            double sum = Math.max(sums[at], before + 1e-4);
            lines.add(String.format(Locale.ROOT, "knot %.5f %.0f", sum, scores[at]));
            before = sum;
        }
        return lines;
    }
}
