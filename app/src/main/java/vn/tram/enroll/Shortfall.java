package vn.tram.enroll;

import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.FingerprintJudge;

/// A print that was accepted by its live score and whose final score is below what was asked for.
/// Its verdict stands; another attempt may bring a better one. Computed from the session alone.
///
/// @param position what was captured
/// @param finger the first finger of it whose score is too low
/// @param score the final one, 0 to 100; 0 where nothing of the print was found again
/// @param least that the policy asks for
public record Shortfall(Position position, Position finger, int score, double least) {
    /// The first of the kept attempts that were accepted without a reason.
    public static Optional<Shortfall> of(Session session) {
        return session.attempts().stream()
                .filter(a -> session.acceptance(a.position()).isEmpty())
                .filter(a -> session.done(a.position()))
                .filter(a -> session.kept(a.position()).filter(a::equals).isPresent())
                .flatMap(a -> in(a).stream())
                .findFirst();
    }

    /// The first finger of an attempt of which this is so.
    static Optional<Shortfall> in(Attempt attempt) {
        return attempt.judgements().stream()
                .filter(FinalScore::made)
                .filter(j -> j.verdict().outcome() != Verdict.Outcome.REFUSED)
                .flatMap(j -> of(attempt.position(), j).stream())
                .findFirst();
    }

    private static Optional<Shortfall> of(Position position, Judgement judgement) {
        int score = judgement.score().orElse(0);
        var least = judgement.verdict().least(FingerprintJudge.SCORE);
        return least.isPresent() && score < least.getAsDouble()
                ? Optional.of(
                        new Shortfall(position, judgement.position(), score, least.getAsDouble()))
                : Optional.empty();
    }
}
