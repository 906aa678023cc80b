package vn.tram.enroll;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Judgement;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;

/// The one most useful thing to do now.
///
/// @param advice name of the advice, such as `place-deeper`; the UI words it
/// @param subject the finger it is about, if it is about one
public record Hint(String advice, Optional<Position> subject) {
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
}
