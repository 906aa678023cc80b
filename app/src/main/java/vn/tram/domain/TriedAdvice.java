package vn.tram.domain;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vn.tram.image.Position;

/// Advice that was followed before an attempt.
///
/// @param position what was asked for, as in the attempt
/// @param attempt number of the attempt that it was tried for: the next one then
/// @param advice its name, such as `ice-water`
/// @param by the officer's id
public record TriedAdvice(Position position, int attempt, String advice, Instant at, String by) {
    public TriedAdvice {
        if (attempt < 1 || advice.isBlank()) {
            throw new IllegalArgumentException("advice is tried for an attempt: " + attempt);
        }
    }

    /// What became of one finger's score.
    ///
    /// @param before of the attempt before; empty where there was none, or it was not judged
    /// @param after of the attempt it was tried for; empty where that was not made yet, or was not
    ///   judged
    public record Effect(Position finger, OptionalInt before, OptionalInt after) {}

    /// What became of each finger that is expected in the position, in its order.
    public List<Effect> effects(Session session) {
        return session.expected(position).stream()
                .map(finger ->
                        new Effect(
                                finger,
                                score(session, finger, attempt - 1),
                                score(session, finger, attempt)))
                .toList();
    }

    private OptionalInt score(Session session, Position finger, int number) {
        return session.attempts(position).stream()
                .filter(a -> a.number() == number)
                .flatMap(a -> a.of(finger).stream())
                .map(Judgement::score)
                .flatMap(score -> score.isPresent() ? Stream.of(score.getAsInt()) : Stream.of())
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
