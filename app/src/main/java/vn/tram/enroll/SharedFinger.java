package vn.tram.enroll;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    /// The first that counts now.
    public static Optional<SharedFinger> of(Session session) {
        return counting(session).flatMap(a -> in(a).stream()).findFirst();
    }

    /// The attempts in which a finding counts now: kept, and not taken with a reason.
    static Stream<Attempt> counting(Session session) {
        return session.attempts().stream()
                .filter(a -> !session.done(a.position()))
                .filter(a -> session.kept(a.position()).filter(a::equals).isPresent());
    }

    private static Optional<SharedFinger> in(Attempt attempt) {
        Map<Position, Position> others = new EnumMap<>(Position.class);
        for (var judgement : attempt.judgements()) {
            SameFinger.ELSEWHERE.as(judgement).ifPresent(o -> others.put(judgement.position(), o));
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
