package vn.tram.enroll;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.FingerprintJudge;

/// The one most useful thing to do now.
///
/// @param advice name of the advice, such as `place-deeper`; the UI words it
/// @param subject the finger, or slap, it is about, if it is about one
public record Hint(String advice, Optional<Position> subject) {
    private static final double NOBODY_CAN_TELL = 0.5;

    /// What to do about these judgements; empty when everything expected is there and nothing is
    /// refused.
    ///
    /// First what is not there, then the refused finger with the lowest score, first advice first.
    public static Optional<Hint> of(List<Judgement> judgements, List<Position> expected) {
        var found = judgements.stream().map(Judgement::position).toList();
        var absent = expected.stream().filter(p -> !found.contains(p)).toList();
        if (!absent.isEmpty()) {
            var advice = expected.contains(Position.FACE) ? "centre-face" : "place-finger";
            return Optional.of(
                    new Hint(
                            advice,
                            absent.size() == 1
                                    ? Optional.of(absent.getFirst())
                                    : Optional.empty()));
        }
        return judgements.stream()
                .filter(j -> expected.contains(j.position()))
                .filter(j -> j.verdict().outcome() == Verdict.Outcome.REFUSED)
                .min(Comparator.comparingInt(j -> j.score().orElse(0)))
                .map(j ->
                        new Hint(
                                j.verdict().advice().stream().findFirst().orElse("hold-still"),
                                Optional.of(j.position())));
    }

    /// What only looks wrong and is not refused: a slap whose fingers are more likely those of the
    /// other hand, which is then the subject.
    ///
    /// @param asked what was asked for
    public static Optional<Hint> aside(List<Judgement> judgements, Position asked) {
        return judgements.stream()
                .flatMap(j -> j.readings().stream())
                .filter(r ->
                        r instanceof Reading.Measured(var metric, var likely, _)
                                && metric.equals(FingerprintJudge.HAND)
                                && likely < NOBODY_CAN_TELL)
                .findFirst()
                .map(_ -> new Hint("check-hand", Optional.of(other(asked))));
    }

    private static Position other(Position slap) {
        return slap == Position.RIGHT_FOUR ? Position.LEFT_FOUR : Position.RIGHT_FOUR;
    }
}
