package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Optional;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;
import vn.tram.quality.Policy;

/// What follows when a finger is found in two positions of one session: readings and a refused
/// verdict for each of the two prints, for as long as nobody knows which one was right.
public final class SameFinger {
    /// Name of the reading and of its limit: SourceAFIS's similarity with a finger of another
    /// position, 0 upwards.
    public static final String SIMILARITY = "same-finger";

    /// Name of the reading that tells that other position, by its code in ISO/IEC 19794-4.
    public static final String POSITION = "same-finger-as";

    private SameFinger() {}

    /// Similarity from which two prints are one finger's; infinity where the policy does not ask.
    public static double limit(Policy policy) {
        return policy.limitsOf("any").stream()
                .filter(l -> l.metric().equals(SIMILARITY))
                .mapToDouble(Policy.Limit::max)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// The position in which this finger was found too, if it was.
    public static Optional<Position> as(Judgement judgement) {
        for (var reading : judgement.readings()) {
            if (reading instanceof Reading.Measured(var metric, var code, _)
                    && metric.equals(POSITION)) {
                return Position.ofCode((int) code);
            }
        }
        return Optional.empty();
    }

    /// Refused, because it is the finger of `other`.
    ///
    /// @param limit the similarity it had to stay below
    public static Judgement found(
            Judgement judgement, Position other, double similarity, double limit) {
        var free = cleared(judgement);
        var reading = new Reading.Measured(SIMILARITY, similarity, "similarity");
        var readings = new ArrayList<>(free.readings());
        readings.add(reading);
        readings.add(new Reading.Measured(POSITION, other.code(), "finger position"));
        var checks = new ArrayList<>(free.verdict().checks());
        checks.add(
                new Verdict.Check(reading, Double.NEGATIVE_INFINITY, Math.nextDown(limit), true));
        return new Judgement(
                free.position(),
                free.box(),
                free.score(),
                readings,
                Verdict.of(free.verdict().policy(), checks, free.verdict().advice()));
    }

    /// As it was judged before it was found anywhere else.
    public static Judgement cleared(Judgement judgement) {
        if (as(judgement).isEmpty()) {
            return judgement;
        }
        var before = judgement.verdict();
        var checks =
                before.checks().stream()
                        .filter(c -> !c.reading().metric().equals(SIMILARITY))
                        .toList();
        var readings =
                judgement.readings().stream()
                        .filter(r -> !r.metric().equals(SIMILARITY) && !r.metric().equals(POSITION))
                        .toList();
        return new Judgement(
                judgement.position(),
                judgement.box(),
                judgement.score(),
                readings,
                Verdict.of(before.policy(), checks, before.advice()));
    }
}
