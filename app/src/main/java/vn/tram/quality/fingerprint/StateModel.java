package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import vn.tram.domain.Condition;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;

/// From the readings of a scored print to its state.
///
/// Each state has a sum of standardised measures with weights; the largest sum names the state. Two
/// rules stand beside it, for what a print's own pixels do not show: marks beside the finger, and a
/// finger that one side of the picture cuts off. They count where the sums say that the print
/// itself is good, or small. A print whose live score is very low is in doubt: there the next
/// largest sum names what is wrong, for advice is wanted.
///
/// The numbers are in `state-model.txt`, written by the trainer among the tests.
final class StateModel {
    /// At most so many metrics are named as evidence.
    private static final int MOST_EVIDENCE = 3;

    /// What speaks for a state by less is not named.
    private static final double LEAST_EVIDENCE = 0.25;

    /// A measure and how it is standardised.
    record Measure(ScoreModel.Scale scale, double mean, double deviation) {
        double of(double value) {
            double most = ScoreModel.MOST_DEVIATIONS;
            return Math.clamp((scale.of(value) - mean) / deviation, -most, most);
        }
    }

    /// What one state weighs.
    record Sum(double base, Map<String, Double> weights) {
        double of(Map<String, Double> standard) {
            double sum = base;
            for (var weight : weights.entrySet()) {
                sum += weight.getValue() * standard.getOrDefault(weight.getKey(), 0.0);
            }
            return sum;
        }
    }

    /// A reading from which on a print is in a state, whatever its ridges look like.
    record Rule(PrintState state, String metric, double from) {}

    private final SequencedMap<String, Measure> measures;
    private final Map<PrintState, Sum> sums;
    private final List<Rule> rules;
    private final double doubt;

    StateModel(
            SequencedMap<String, Measure> measures,
            Map<PrintState, Sum> sums,
            List<Rule> rules,
            double doubt) {
        this.measures = measures;
        this.sums = new EnumMap<>(sums);
        this.rules = List.copyOf(rules);
        this.doubt = doubt;
    }

    /// The model that is part of the program.
    static StateModel shipped() {
        return of(ScoreModel.lines("state-model.txt"));
    }

    /// Lines `doubt SCORE`, `rule STATE METRIC FROM`, `measure METRIC SCALE MEAN DEVIATION`, `state
    /// STATE BASE`, `weight STATE METRIC WEIGHT`.
    ///
    /// @throws IllegalArgumentException for any other line that is neither blank nor a comment
    static StateModel of(List<String> lines) {
        var measures = new LinkedHashMap<String, Measure>();
        var sums = new EnumMap<PrintState, Sum>(PrintState.class);
        var rules = new ArrayList<Rule>();
        double doubt = 0;
        for (var line : lines) {
            var w = line.strip().split("\\s+");
            switch (w[0]) {
                case "", "#" -> {}
                case "doubt" -> doubt = number(w[1]);
                case "rule" -> rules.add(new Rule(PrintState.valueOf(w[1]), w[2], number(w[3])));
                case "measure" -> {
                    var scale = ScoreModel.Scale.valueOf(w[2]);
                    measures.put(w[1], new Measure(scale, number(w[3]), number(w[4])));
                }
                case "state" ->
                        sums.put(
                                PrintState.valueOf(w[1]),
                                new Sum(number(w[2]), new LinkedHashMap<>()));
                case "weight" -> weights(sums, w[1]).put(w[2], number(w[3]));
                default -> throw new IllegalArgumentException("not a line of a model: " + line);
            }
        }
        return new StateModel(measures, sums, rules, doubt);
    }

    /// The metrics that it reads.
    Set<String> metrics() {
        var metrics = new TreeSet<>(measures.keySet());
        rules.forEach(r -> metrics.add(r.metric));
        return metrics;
    }

    private static Map<String, Double> weights(Map<PrintState, Sum> sums, String state) {
        var sum = sums.get(PrintState.valueOf(state));
        if (sum == null) {
            throw new IllegalArgumentException("a weight of a state without a base: " + state);
        }
        return sum.weights;
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }

    /// The state of a print that has a live score. What a measure could not tell counts as usual.
    Condition condition(List<Reading> readings) {
        var standard = new LinkedHashMap<String, Double>();
        measures.forEach((metric, measure) ->
                Reading.value(readings, metric)
                        .ifPresent(v -> standard.put(metric, measure.of(v))));
        var likeliest = likeliest(standard, PrintState.values());
        if (likeliest == PrintState.GOOD || likeliest == PrintState.SMALL) {
            for (var rule : rules) {
                if (Reading.value(readings, rule.metric).orElse(Double.NEGATIVE_INFINITY)
                        >= rule.from) {
                    return new Condition(rule.state, List.of(rule.metric));
                }
            }
        }
        if (likeliest == PrintState.GOOD
                && Reading.value(readings, FingerprintJudge.LIVE).orElse(doubt) < doubt) {
            likeliest =
                    likeliest(
                            standard,
                            sums.keySet().stream()
                                    .filter(s -> s != PrintState.GOOD)
                                    .toArray(PrintState[]::new));
        }
        return new Condition(likeliest, evidence(standard, likeliest));
    }

    private PrintState likeliest(Map<String, Double> standard, PrintState... among) {
        var best = PrintState.GOOD;
        double most = Double.NEGATIVE_INFINITY;
        for (var state : among) {
            var sum = sums.get(state);
            if (sum != null && sum.of(standard) > most) {
                best = state;
                most = sum.of(standard);
            }
        }
        return best;
    }

    /// What lifts a state's sum above that of a good print, the most first.
    private List<String> evidence(Map<String, Double> standard, PrintState state) {
        var good = sums.get(PrintState.GOOD);
        var sum = sums.get(state);
        if (state == PrintState.GOOD || good == null || sum == null) {
            return List.of();
        }
        var lifts = new LinkedHashMap<String, Double>();
        standard.forEach((metric, value) -> {
            double weight =
                    sum.weights.getOrDefault(metric, 0.0) - good.weights.getOrDefault(metric, 0.0);
            lifts.put(metric, weight * value);
        });
        return lifts.entrySet().stream()
                .filter(l -> l.getValue() >= LEAST_EVIDENCE)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_EVIDENCE)
                .map(Map.Entry::getKey)
                .toList();
    }
}
