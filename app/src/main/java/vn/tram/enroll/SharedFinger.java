package vn.tram.enroll;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Session;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.SameFinger;

/// What the sequence check found in a session and nobody settled yet. Computed from the session
/// alone.
///
/// @param one the finger; where several fingers of a slap are found in another, the slap
/// @param other where it was found too
/// @param hand whether it is a hand, so `one` and `other` are slaps
public record SharedFinger(Position one, Position other, boolean hand) {
    /// The first that counts now: in a kept attempt that was not taken with a reason.
    public static Optional<SharedFinger> of(Session session) {
        for (var attempt : session.attempts()) {
            var position = attempt.position();
            boolean counts =
                    !session.done(position)
                            && session.kept(position).filter(attempt::equals).isPresent();
            var found = counts ? in(attempt) : Optional.<SharedFinger>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<SharedFinger> in(Attempt attempt) {
        Map<Position, Position> others = new EnumMap<>(Position.class);
        for (var judgement : attempt.judgements()) {
            SameFinger.as(judgement).ifPresent(o -> others.put(judgement.position(), o));
        }
        var slaps = others.values().stream().map(Position::slap).distinct().toList();
        if (attempt.position().isSlap() && others.size() > 1 && slaps.size() == 1) {
            var slap = slaps.getFirst();
            if (slap != attempt.position()) {
                return Optional.of(new SharedFinger(attempt.position(), slap, true));
            }
        }
        return others.entrySet().stream()
                .findFirst()
                .map(e -> new SharedFinger(e.getKey(), e.getValue(), false));
    }
}
