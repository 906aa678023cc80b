package vn.tram.quality.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Resolution;
import vn.tram.matching.Disturbance;
import vn.tram.matching.SelfConsistency;
import vn.tram.matching.Template;
import vn.tram.matching.Templates;
import vn.tram.quality.Policy;
import vn.tram.quality.Trace;
import vn.tram.task.UiThread;

/// Scores a judged finger once more, after its capture, when there is time: the live score together
/// with how well the print is found again in disturbed copies of itself.
///
/// Takes less than a quarter of a second; the template that it needs on the way is handed over too.
/// Safe for use by several threads.
public final class FinalScore {
    /// What is not found again in any copy with this similarity shows no ridges. The least of 640
    /// public prints has 13 in its best copy.
    private static final double LEAST_FOUND_AGAIN = 5;

    private final Policy policy;
    private final ScoreModel model = ScoreModel.shipped("final-model.txt");

    /// @param policy that the final score is held against
    public FinalScore(Policy policy) {
        this.policy = policy;
    }

    /// @param judgement with the final score in place of the live one, held against the policy
    ///   again; besides the readings before it has `minutiae` (see [Minutiae]) and one for each
    ///   [Disturbance]: SourceAFIS's similarity, 0 upwards, not measured where the copy was not
    ///   made
    /// @param template of the print
    public record Finished(Judgement judgement, Template template) {}

    /// Empty where the finger was not judged: there is no live score, so no final one. A print of
    /// which nothing is found again loses its score.
    ///
    /// @param frame in which the finger was found
    /// @param live what [FingerprintJudge] said of it
    public Optional<Finished> of(Frame frame, Judgement live) {
        UiThread.refuse("scoring a print");
        double skin = Reading.value(live.readings(), ForegroundArea.NAME).orElse(0);
        return print(frame, live).map(print -> finished(live, SelfConsistency.of(print, skin)));
    }

    private Finished finished(Judgement live, SelfConsistency.Found found) {
        var readings = new ArrayList<>(live.readings());
        readings.removeIf(r -> r.metric().equals(FingerprintJudge.SCORE));
        for (var disturbance : Disturbance.values()) {
            readings.add(again(disturbance, found));
        }
        readings.add(Minutiae.of(found.template()));
        var score = score(readings, found);
        readings.add(
                score.isPresent()
                        ? new Reading.Measured(FingerprintJudge.SCORE, score.getAsInt(), "points")
                        : new Reading.NotMeasurable(
                                FingerprintJudge.SCORE, "nothing of it is found again"));
        Trace.note(live.position() + "." + FingerprintJudge.SCORE, readings.getLast());
        var group = FingerprintJudge.group(live.position());
        var judgement =
                new Judgement(
                        live.position(),
                        live.box(),
                        score,
                        readings,
                        policy.judge(group, readings),
                        live.condition());
        return new Finished(judgement, found.template());
    }

    private static Reading again(Disturbance disturbance, SelfConsistency.Found found) {
        return found.again().stream()
                .filter(a -> a.disturbance() == disturbance)
                .findFirst()
                .<Reading>map(a ->
                        new Reading.Measured(disturbance.metric(), a.similarity(), "similarity"))
                .orElseGet(() ->
                        new Reading.NotMeasurable(
                                disturbance.metric(), "a large print is copied less often"));
    }

    /// The template alone, of a print whose final score was made before. Empty where the finger was
    /// not judged.
    public Optional<Template> template(Frame frame, Judgement judgement) {
        UiThread.refuse("making a template");
        return print(frame, judgement).map(print -> new Templates().extract(print, 500));
    }

    /// The judged finger upright at 500 ppi; empty where it was not judged.
    private static Optional<Gray8> print(Frame frame, Judgement judgement) {
        if (judgement.score().isEmpty() || !(frame.resolution() instanceof Resolution.Ppi ppi)) {
            return Optional.empty();
        }
        var cut = judgement.box().cutFrom(frame.pixels().toGray());
        return Optional.of(Print.prepared(cut, ppi.x(), ppi.y()));
    }

    /// Whether a finger has been scored by this, so that its score is the final one.
    public static boolean made(Judgement judgement) {
        return judgement.readings().stream()
                .anyMatch(r -> r.metric().equals(Disturbance.TURNED.metric()));
    }

    /// Similarity from which the policy takes two prints for one finger's.
    public double limit(SameFinger kind) {
        return kind.limit(policy);
    }

    /// The least similarity of a finger's rolled and plain print; empty where the policy does not
    /// ask.
    public OptionalDouble rolledMatch() {
        return RolledMatch.limit(policy);
    }

    private OptionalInt score(List<Reading> readings, SelfConsistency.Found found) {
        boolean any = found.again().stream().anyMatch(a -> a.similarity() >= LEAST_FOUND_AGAIN);
        return any
                ? OptionalInt.of((int) Math.round(model.score(readings).orElseThrow()))
                : OptionalInt.empty();
    }
}
