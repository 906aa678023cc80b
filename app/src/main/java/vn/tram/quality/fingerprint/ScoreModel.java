package vn.tram.quality.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import vn.tram.domain.Reading;

/// From measures to a score: a sum of standardised measures with weights, bent so that scores are
/// spread as NFIQ 2's are.
///
/// The numbers are in `live-model.txt` and `final-model.txt`, written by the trainer among the
/// tests; they are read as they stand there.
final class ScoreModel {
    /// A measure beyond this many standard deviations counts as there: an odd picture must not be
    /// good or bad by one number alone.
    static final double MOST_DEVIATIONS = 2.5;

    /// How a measure is taken before it is standardised: as it is, or ln(1 + x) of areas, or ln(20
    /// + x) of similarities, which below 20 are found between strangers too.
    enum Scale {
        LINEAR,
        LOG1,
        LOG20;

        double of(double value) {
            return switch (this) {
                case LINEAR -> value;
                case LOG1 -> Math.log(1 + Math.max(0, value));
                case LOG20 -> Math.log(20 + Math.max(0, value));
            };
        }
    }

    private record Term(String metric, Scale scale, double mean, double deviation, double weight) {
        double standard(double value) {
            double standard = (scale.of(value) - mean) / deviation;
            return Math.clamp(standard, -MOST_DEVIATIONS, MOST_DEVIATIONS);
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

    /// A model that is part of the program.
    ///
    /// @param file such as `live-model.txt`
    static ScoreModel shipped(String file) {
        return of(lines(file));
    }

    /// The lines of a model's file.
    static List<String> lines(String file) {
        try (var stream = ScoreModel.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return new BufferedReader(new InputStreamReader(stream, UTF_8)).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own jar cannot be read", e);
        }
    }

    /// Lines `measure NAME SCALE MEAN DEVIATION WEIGHT` and `knot SUM SCORE`, sums rising.
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
                                        Scale.valueOf(words[2]),
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

    /// 0 to 100, not rounded; empty when a measure that it needs could not be taken. Similarities
    /// of copies that were not made count as the mean of the others.
    OptionalDouble score(List<Reading> readings) {
        var sum = sum(readings);
        return sum.isEmpty() ? sum : OptionalDouble.of(Math.clamp(bent(sum.getAsDouble()), 0, 100));
    }

    /// The sum before it is bent.
    OptionalDouble sum(List<Reading> readings) {
        double sum = 0;
        double similar = 0;
        int similarities = 0;
        double unmade = 0; // weights of similarities
        for (var term : terms) {
            var value = Reading.value(readings, term.metric);
            boolean similarity = term.scale == Scale.LOG20;
            if (value.isPresent()) {
                double standard = term.standard(value.getAsDouble());
                sum += term.weight * standard;
                similar += similarity ? standard : 0;
                similarities += similarity ? 1 : 0;
            } else if (similarity) {
                unmade += term.weight;
            } else {
                return OptionalDouble.empty();
            }
        }
        if (unmade == 0) {
            return OptionalDouble.of(sum);
        }
        return similarities == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sum + unmade * similar / similarities);
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
