package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.OptionalDouble;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.quality.Policy;

/// Whether a rolled print and the plain one of the same position show one finger.
///
/// - **Unit, range**: SourceAFIS's similarity, 0 upwards. More is better.
/// - **Definition**: of two prints that were both judged good, the larger one where there are
///   several attempts.
/// - **Source**: BSI TR-03121-3 asks for the rolled-against-plain check; the limit is the policy's.
/// - **Blind to**: both prints being another's, and prints that are not good: those are not
///   compared, for the similarity of poor prints of one finger is as small as that of two fingers.
///
/// It is known only after the capture, with the templates.
public final class RolledMatch {
    /// Name of the reading and of its limit.
    public static final String NAME = "rolled-match";

    private RolledMatch() {}

    /// The least similarity of one finger's two prints; empty where the policy does not ask.
    static OptionalDouble limit(Policy policy) {
        return policy.limitsOf(Policy.ROLLED).stream()
                .filter(l -> l.metric().equals(NAME))
                .mapToDouble(Policy.Limit::min)
                .filter(Double::isFinite)
                .findFirst();
    }

    /// The same with what was found: refused where the prints are unlike.
    public static Judgement found(Judgement judgement, double similarity, double limit) {
        var free = cleared(judgement);
        var reading = new Reading.Measured(NAME, similarity, "similarity");
        var readings = new ArrayList<>(free.readings());
        readings.add(reading);
        var checks = new ArrayList<>(free.verdict().checks());
        checks.add(new Verdict.Check(reading, limit, Double.POSITIVE_INFINITY, true));
        return free.with(
                readings, Verdict.of(free.verdict().policy(), checks, free.verdict().advice()));
    }

    /// As it was judged before the prints were compared.
    public static Judgement cleared(Judgement judgement) {
        if (Reading.value(judgement.readings(), NAME).isEmpty()) {
            return judgement;
        }
        var before = judgement.verdict();
        var checks =
                before.checks().stream().filter(c -> !c.reading().metric().equals(NAME)).toList();
        var readings = judgement.readings().stream().filter(r -> !r.metric().equals(NAME)).toList();
        return judgement.with(readings, Verdict.of(before.policy(), checks, before.advice()));
    }

    /// Whether a print was found to be unlike the other one of its finger.
    public static boolean unlike(Judgement judgement) {
        return judgement.verdict().failed().contains(NAME);
    }

    /// Whether a print is good enough for the comparison to mean anything: not refused for anything
    /// but what comparisons found, and its final score reaches every limit, those that advise too.
    public static boolean isGood(Judgement judgement) {
        var alone = cleared(judgement);
        for (var kind : SameFinger.values()) {
            alone = kind.cleared(alone);
        }
        double score = alone.score().orElse(0);
        return FinalScore.made(alone)
                && alone.verdict().outcome() != Verdict.Outcome.REFUSED
                && alone.verdict().checks().stream()
                        .filter(c -> c.reading().metric().equals(FingerprintJudge.SCORE))
                        .allMatch(c -> score >= c.min());
    }
}
