package vn.tram.enroll;

import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Reading;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.Minutiae;

/// A print with too few minutiae by the policy, found after its capture, and nobody captured it
/// again or took it with a reason yet. Computed from the session alone.
///
/// @param least how many the policy asks for
public record SparsePrint(Position finger, int minutiae, int least) {
    /// The first that counts now: in a kept attempt that was not taken with a reason.
    public static Optional<SparsePrint> of(Session session) {
        return SharedFinger.counting(session).flatMap(a -> in(a).stream()).findFirst();
    }

    static Optional<SparsePrint> in(Attempt attempt) {
        for (var judgement : attempt.judgements()) {
            var check = Minutiae.tooFew(judgement);
            if (check.isPresent()
                    && check.get().reading() instanceof Reading.Measured(_, var counted, _)) {
                return Optional.of(
                        new SparsePrint(
                                judgement.position(),
                                (int) counted,
                                (int) Math.ceil(check.get().min())));
            }
        }
        return Optional.empty();
    }
}
