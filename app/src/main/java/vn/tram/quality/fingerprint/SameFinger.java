package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;
import vn.tram.quality.Policy;

/// What a print should not be the same finger as, and what follows when it is: two readings and a
/// refused verdict, for as long as it is not settled.
public enum SameFinger {
    /// A finger in another position of the session; both prints are refused, because nobody knows
    /// which one was right.
    ELSEWHERE("same-finger"),

    /// A finger of an officer of the station. Which officer it is, the readings do not tell: they
    /// leave with the dossier.
    OFFICERS("officers-finger");

    private final String similarity;

    SameFinger(String similarity) {
        this.similarity = similarity;
    }

    /// Name of the reading and of its limit: SourceAFIS's similarity with the other print, 0
    /// upwards.
    public String similarity() {
        return similarity;
    }

    /// Name of the reading that tells which finger the other print is, by its code in ISO/IEC
    /// 19794-4.
    public String position() {
        return similarity + "-as";
    }

    /// Similarity from which two prints are one finger's; infinity where the policy does not ask.
    public double limit(Policy policy) {
        return policy.limitsOf("any").stream()
                .filter(l -> l.metric().equals(similarity))
                .mapToDouble(Policy.Limit::max)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// What was found of a judged finger, if anything.
    public static Optional<SameFinger> in(Judgement judgement) {
        return Arrays.stream(values()).filter(s -> s.as(judgement).isPresent()).findFirst();
    }

    /// The finger that this one is, if it was found to be.
    public Optional<Position> as(Judgement judgement) {
        var code = Reading.value(judgement.readings(), position());
        return code.isPresent() ? Position.ofCode((int) code.getAsDouble()) : Optional.empty();
    }

    /// Refused, because it is the finger `other`.
    ///
    /// @param limit the similarity it had to stay below
    public Judgement found(Judgement judgement, Position other, double found, double limit) {
        var free = cleared(judgement);
        var reading = new Reading.Measured(similarity, found, "similarity");
        var readings = new ArrayList<>(free.readings());
        readings.add(reading);
        readings.add(new Reading.Measured(position(), other.code(), "finger position"));
        var checks = new ArrayList<>(free.verdict().checks());
        checks.add(
                new Verdict.Check(reading, Double.NEGATIVE_INFINITY, Math.nextDown(limit), true));
        return free.with(
                readings, Verdict.of(free.verdict().policy(), checks, free.verdict().advice()));
    }

    /// As it was judged before this was found.
    public Judgement cleared(Judgement judgement) {
        if (as(judgement).isEmpty()) {
            return judgement;
        }
        var before = judgement.verdict();
        var checks =
                before.checks().stream()
                        .filter(c -> !c.reading().metric().equals(similarity))
                        .toList();
        var readings =
                judgement.readings().stream()
                        .filter(r ->
                                !r.metric().equals(similarity) && !r.metric().equals(position()))
                        .toList();
        return judgement.with(readings, Verdict.of(before.policy(), checks, before.advice()));
    }
}
