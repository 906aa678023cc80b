package vn.tram.enroll;

import java.util.Optional;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.RolledMatch;

/// A finger whose rolled and plain prints are not one finger's although both are good, as long as
/// nobody settled it. Computed from the session alone.
///
/// @param rolled the rolled finger
/// @param plain the same one plain
public record UnlikePrints(Position rolled, Position plain) {
    /// The first that counts now.
    public static Optional<UnlikePrints> of(Session session) {
        return SharedFinger.counting(session)
                .flatMap(a -> a.judgements().stream())
                .filter(RolledMatch::unlike)
                .map(j -> j.position().finger())
                .map(plain -> new UnlikePrints(plain.otherPrint(), plain))
                .findFirst();
    }
}
