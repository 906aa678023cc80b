package vn.tram.quality.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vn.tram.domain.Reading;

/// From measures to the score: a sum of standardised measures with weights, bent so that scores are
/// spread as NFIQ 2's are.
///
/// The numbers are in `score-model.txt`, written by the trainer among the tests; they are read as
/// they stand there.
final class ScoreModel {
    /// A measure beyond this many standard deviations counts as there: an odd picture must not be
    /// good or bad by one number alone.
    static final double MOST_DEVIATIONS = 2.5;

    /// @param logarithm whether the measure's ln(1 + value) is taken, as of areas
    private record Term(
            String metric, boolean logarithm, double mean, double deviation, double weight) {
        double of(double value) {
            double x = logarithm ? Math.log1p(Math.max(0, value)) : value;
            return weight * Math.clamp((x - mean) / deviation, -MOST_DEVIATIONS, MOST_DEVIATIONS);
        }
    }

    /// A point of the bending curve.
    private record Knot(double sum, double score) {}

    private final List<Term> terms;
    private final List<Knot> knots;

    private ScoreModel(List<Term> terms, List<Knot> knots) {
        this.terms = terms;
        this.knots = knots;
    }

    /// The model that is part of the program.
    static ScoreModel shipped() {
        try (var file = ScoreModel.class.getResourceAsStream("score-model.txt")) {
            if (file == null) {
                throw new IllegalStateException("score-model.txt is not in the program");
            }
            return of(new BufferedReader(new InputStreamReader(file, UTF_8)).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own jar cannot be read", e);
        }
    }

    /// Lines `measure NAME linear|log MEAN DEVIATION WEIGHT` and `knot SUM SCORE`, sums rising.
    ///
    /// @throws IllegalArgumentException for any other line that is neither blank nor a comment
    static ScoreModel of(List<String> lines) {
        var terms = new ArrayList<Term>();
        var knots = new ArrayList<Knot>();
        for (var line : lines) {
            var words = line.strip().split("\\s+");
            switch (words[0]) {
                case "", "#" -> {}
                case "measure" ->
                        terms.add(
                                new Term(
                                        words[1],
                                        words[2].equals("log"),
                                        Double.parseDouble(words[3]),
                                        Double.parseDouble(words[4]),
                                        Double.parseDouble(words[5])));
                case "knot" ->
                        knots.add(
                                new Knot(
                                        Double.parseDouble(words[1]),
                                        Double.parseDouble(words[2])));
                default -> throw new IllegalArgumentException("not a line of a model: " + line);
            }
        }
        return new ScoreModel(List.copyOf(terms), List.copyOf(knots));
    }

    /// 0 to 100; empty when a measure that it needs could not be taken.
    OptionalInt score(List<Reading> readings) {
        double sum = 0;
        for (var term : terms) {
            var value =
                    readings.stream()
                            .filter(r -> r.metric().equals(term.metric))
                            .flatMap(r ->
                                    r instanceof Reading.Measured(_, var v, _)
                                            ? List.of(v).stream()
                                            : List.<Double>of().stream())
                            .findFirst();
            if (value.isEmpty()) {
                return OptionalInt.empty();
            }
            sum += term.of(value.get());
        }
        return OptionalInt.of((int) Math.round(Math.clamp(bent(sum), 0, 100)));
    }

    private double bent(double sum) {
        if (sum <= knots.getFirst().sum) {
            return knots.getFirst().score;
        }
        for (int i = 1; i < knots.size(); i++) {
            var high = knots.get(i);
            if (sum <= high.sum) {
                var low = knots.get(i - 1);
                double share = (sum - low.sum) / (high.sum - low.sum);
                return low.score + share * (high.score - low.score);
            }
        }
        return knots.getLast().score;
    }
}
