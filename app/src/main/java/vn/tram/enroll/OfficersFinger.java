package vn.tram.enroll;

import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.SameFinger;

/// An officer's finger where the citizen's should be, as long as nobody settled it. Computed from
/// the session alone.
///
/// @param position the finger; where several fingers of a slap are an officer's, the slap
public record OfficersFinger(Position position) {
    /// The first that counts now.
    public static Optional<OfficersFinger> of(Session session) {
        return SharedFinger.counting(session).flatMap(a -> in(a).stream()).findFirst();
    }

    private static Optional<OfficersFinger> in(Attempt attempt) {
        var found =
                attempt.judgements().stream()
                        .filter(j -> SameFinger.OFFICERS.as(j).isPresent())
                        .map(Judgement::position)
                        .toList();
        return found.size() > 1
                ? Optional.of(new OfficersFinger(attempt.position()))
                : found.stream().findFirst().map(OfficersFinger::new);
    }
}
