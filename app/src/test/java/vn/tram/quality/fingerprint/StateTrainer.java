package vn.tram.quality.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import vn.tram.domain.PrintState;
import vn.tram.domain.Reading;
import vn.tram.quality.fingerprint.ScoreModel.Scale;
import vn.tram.quality.fingerprint.StateSamples.Sample;

/// Makes `state-model.txt` of simulated prints of known state and of good public prints, and the
/// table of `docs/metrics.md` that tells what it says of others: `./tram train-states FOLDER`.
///
/// Multinomial logistic regression, each state weighing as much as the others and a good print five
/// times as much; the sum of the weights' sizes is penalised, so that most of them are nought.
final class StateTrainer {
    static final long TUNED_ON = 31;
    static final long TESTED_ON = 77;
    private static final int PEOPLE = 24;

    /// States that the sums tell; the others follow from rules, or before any score.
    private static final List<PrintState> STATES =
            List.of(
                    PrintState.GOOD,
                    PrintState.DRY,
                    PrintState.WET,
                    PrintState.WORN,
                    PrintState.LIGHT,
                    PrintState.HARD,
                    PrintState.SMALL,
                    PrintState.OFF_CENTRE,
                    PrintState.MOVED);

    private record Measure(String metric, Scale scale) {}

    private static final List<Measure> MEASURES =
            List.of(
                    new Measure("foreground-area", Scale.LOG1),
                    new Measure("steady-area", Scale.LOG1),
                    new Measure("contrast", Scale.LINEAR),
                    new Measure("mean-gray", Scale.LINEAR),
                    new Measure("ridge-share", Scale.LINEAR),
                    new Measure("ridge-roughness", Scale.LINEAR),
                    new Measure("ridge-power", Scale.LINEAR),
                    new Measure("spectrum-spread", Scale.LINEAR),
                    new Measure("spectrum-concentration", Scale.LINEAR),
                    new Measure("frequency-variation", Scale.LINEAR),
                    new Measure("direction-disagreement", Scale.LINEAR),
                    new Measure("directional-contrast", Scale.LINEAR),
                    new Measure("contrast-variation", Scale.LINEAR),
                    new Measure("weak-certainty", Scale.LINEAR),
                    new Measure("weak-direction", Scale.LINEAR),
                    new Measure("local-clarity", Scale.LINEAR),
                    new Measure("live", Scale.LINEAR),
                    new Measure("core-offset", Scale.LINEAR));

    private static final List<StateModel.Rule> RULES =
            List.of(
                    new StateModel.Rule(PrintState.DIRTY_GLASS, "glass-residue", 0.02),
                    new StateModel.Rule(PrintState.OFF_CENTRE, "edge-imbalance", 0.7));

    private static final double DOUBT = 25;
    private static final double GOOD_WEIGHS = 5;
    private static final double PENALTY = 0.001;
    private static final double STEP = 0.5;
    private static final int STEPS = 5000;

    private static final String TABLE_BEGINS = "<!-- written by StateTrainer -->\n";
    private static final String TABLE_ENDS = "<!-- end of what StateTrainer wrote -->";
    private static final Path DOCUMENT = Path.of("docs/metrics.md");
    private static final Path MODEL =
            Path.of("app/src/main/resources/vn/tram/quality/fingerprint/state-model.txt");

    private final double[] means = new double[MEASURES.size()];
    private final double[] deviations = new double[MEASURES.size()];
    private final double[][] weights = new double[STATES.size()][MEASURES.size()];
    private final double[] bases = new double[STATES.size()];

    private StateTrainer() {}

    /// @param arguments the folder of the public sets, the repository's root
    static void main(String[] arguments) throws IOException {
        var sets = PublicSets.in(Path.of(arguments[0]));
        var root = Path.of(arguments[1]);
        var samples = new ArrayList<>(StateSamples.simulated(TUNED_ON, PEOPLE));
        samples.addAll(StateSamples.real(sets, true, true));
        var trainer = new StateTrainer();
        trainer.fit(samples.stream().filter(StateTrainer::teaches).toList());
        var lines = trainer.lines();
        Files.writeString(root.resolve(MODEL), String.join("\n", lines) + "\n");
        var model = StateModel.of(lines);
        var document = Files.readString(root.resolve(DOCUMENT));
        int from = document.indexOf(TABLE_BEGINS) + TABLE_BEGINS.length();
        int to = document.indexOf(TABLE_ENDS);
        Files.writeString(
                root.resolve(DOCUMENT),
                document.substring(0, from)
                        + tables(
                                model,
                                StateSamples.simulated(TESTED_ON, PEOPLE),
                                StateSamples.real(sets, false, true),
                                StateSamples.real(sets, false, false))
                        + document.substring(to));
    }

    /// Not what a rule names, nor what has no score.
    private static boolean teaches(Sample sample) {
        return sample.judged().score().isPresent()
                && STATES.contains(sample.state())
                && RULES.stream()
                        .noneMatch(r ->
                                value(sample, r.metric()).orElse(Double.NEGATIVE_INFINITY)
                                        >= r.from());
    }

    private static OptionalDouble value(Sample sample, String metric) {
        return sample.judged().readings().stream()
                .filter(r -> r.metric().equals(metric))
                .flatMapToDouble(r ->
                        switch (r) {
                            case Reading.Measured(_, var value, _) ->
                                    java.util.stream.DoubleStream.of(value);
                            case Reading.NotMeasurable _ -> java.util.stream.DoubleStream.empty();
                        })
                .findFirst();
    }

    private void fit(List<Sample> samples) {
        standardise(samples);
        var inputs = samples.stream().map(this::standard).toArray(double[][]::new);
        var states = samples.stream().mapToInt(s -> STATES.indexOf(s.state())).toArray();
        var counts = new int[STATES.size()];
        Arrays.stream(states).forEach(s -> counts[s]++);
        double total = STATES.size() - 1 + GOOD_WEIGHS;
        for (int step = 0; step < STEPS; step++) {
            var gradient = new double[STATES.size()][MEASURES.size() + 1];
            for (int i = 0; i < inputs.length; i++) {
                var likely = likely(inputs[i]);
                double weight = (states[i] == 0 ? GOOD_WEIGHS : 1) / counts[states[i]] / total;
                for (int s = 0; s < likely.length; s++) {
                    double off = weight * (likely[s] - (s == states[i] ? 1 : 0));
                    for (int m = 0; m < inputs[i].length; m++) {
                        gradient[s][m] += off * inputs[i][m];
                    }
                    gradient[s][MEASURES.size()] += off;
                }
            }
            descend(gradient);
        }
    }

    /// A step down, then every weight nearer to nought by the penalty.
    private void descend(double[][] gradient) {
        for (int s = 0; s < weights.length; s++) {
            for (int m = 0; m < weights[s].length; m++) {
                double to = weights[s][m] - STEP * gradient[s][m];
                weights[s][m] = Math.signum(to) * Math.max(0, Math.abs(to) - STEP * PENALTY);
            }
            bases[s] -= STEP * gradient[s][MEASURES.size()];
        }
    }

    private double[] likely(double[] input) {
        var sums = bases.clone();
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < sums.length; s++) {
            for (int m = 0; m < input.length; m++) {
                sums[s] += weights[s][m] * input[m];
            }
            most = Math.max(most, sums[s]);
        }
        double all = 0;
        for (int s = 0; s < sums.length; s++) {
            sums[s] = Math.exp(sums[s] - most);
            all += sums[s];
        }
        for (int s = 0; s < sums.length; s++) {
            sums[s] /= all;
        }
        return sums;
    }

    private void standardise(List<Sample> samples) {
        for (int m = 0; m < means.length; m++) {
            var measure = MEASURES.get(m);
            var values =
                    samples.stream()
                            .flatMapToDouble(s -> value(s, measure.metric).stream())
                            .map(measure.scale::of)
                            .toArray();
            double mean = Arrays.stream(values).average().orElseThrow();
            means[m] = mean;
            deviations[m] =
                    Math.sqrt(
                            Arrays.stream(values)
                                    .map(v -> (v - mean) * (v - mean))
                                    .average()
                                    .orElseThrow());
        }
    }

    private double[] standard(Sample sample) {
        var input = new double[MEASURES.size()];
        for (int m = 0; m < input.length; m++) {
            var measure = new StateModel.Measure(MEASURES.get(m).scale, means[m], deviations[m]);
            var value = value(sample, MEASURES.get(m).metric);
            input[m] = value.isPresent() ? measure.of(value.getAsDouble()) : 0;
        }
        return input;
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "# State of a print. Written by StateTrainer from simulated prints of known state");
        lines.add("# and good ones of FVC2000 and FVC2002 DB1_B to DB4_B; see docs/metrics.md.");
        lines.add(line("doubt %.0f", DOUBT));
        RULES.forEach(r -> lines.add(line("rule %s %s %.3f", r.state(), r.metric(), r.from())));
        for (int m = 0; m < means.length; m++) {
            var measure = MEASURES.get(m);
            lines.add(
                    line(
                            "measure %s %s %.5f %.5f",
                            measure.metric, measure.scale, means[m], deviations[m]));
        }
        for (int s = 0; s < bases.length; s++) {
            lines.add(line("state %s %.4f", STATES.get(s), bases[s]));
            for (int m = 0; m < means.length; m++) {
                if (Math.abs(weights[s][m]) >= 0.01) {
                    lines.add(
                            line(
                                    "weight %s %s %.4f",
                                    STATES.get(s), MEASURES.get(m).metric, weights[s][m]));
                }
            }
        }
        return lines;
    }

    private static String line(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String tables(
            StateModel model, List<Sample> simulated, List<Sample> good, List<Sample> poor) {
        var text = new StringBuilder();
        var columns = PrintState.values();
        text.append("\n| true | prints |");
        for (var state : columns) {
            text.append(' ').append(word(state)).append(" |");
        }
        text.append("\n|---|---|").append("---|".repeat(columns.length)).append('\n');
        var rows = new LinkedHashMap<String, List<Sample>>();
        for (var asked : new LinkedHashSet<>(simulated.stream().map(Sample::asked).toList())) {
            var of = simulated.stream().filter(s -> s.asked().equals(asked)).toList();
            var hit = of.stream().filter(s -> s.state() != PrintState.GOOD).toList();
            rows.put(asked, asked.equals("good") ? of : hit);
            if (asked.equals("off centre")) {
                rows.put(
                        "beside one off centre",
                        of.stream().filter(s -> s.state() == PrintState.GOOD).toList());
            }
        }
        rows.put("real, NFIQ 2 from 45 on", good);
        rows.put("real, below 45 (true state unknown)", poor);
        Function<Sample, PrintState> said =
                s ->
                        s.judged().score().isPresent()
                                ? model.condition(s.judged().readings()).state()
                                : s.judged().condition().orElseThrow().state();
        rows.forEach((name, samples) -> {
            text.append("| ").append(name).append(" | ").append(samples.size()).append(" |");
            for (var state : columns) {
                long count = samples.stream().filter(s -> said.apply(s) == state).count();
                text.append(' ').append(count == 0 ? "–" : String.valueOf(count)).append(" |");
            }
            text.append('\n');
        });
        return text.append('\n').toString();
    }

    private static String word(PrintState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
