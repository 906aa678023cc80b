package vn.tram.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What the citizen last said, before the citizen screen, of the own data as they stand.
///
/// @param right whether all of them are right
/// @param disputed the items that the citizen pointed at as wrong; none where they are right, or
///   where the citizen pointed at none
/// @param at when it was said
public record CitizenAnswer(boolean right, Set<Field> disputed, Instant at) {
    public CitizenAnswer {
        disputed = Set.copyOf(disputed);
    }

    public static CitizenAnswer allRight(Instant at) {
        return new CitizenAnswer(true, Set.of(), at);
    }

    /// That something is wrong, beside what was pointed at before.
    public static CitizenAnswer wrong(
            Optional<CitizenAnswer> before, Optional<Field> item, Instant at) {
        var disputed = new HashSet<Field>();
        before.ifPresent(answer -> disputed.addAll(answer.disputed));
        item.ifPresent(disputed::add);
        return new CitizenAnswer(false, disputed, at);
    }

    /// What is left of it once items were written anew: nothing of a yes, nor of a no whose items
    /// were all mended.
    public Optional<CitizenAnswer> after(Citizen before, Citizen now) {
        if (before.equals(now)) {
            return Optional.of(this);
        }
        var left = new HashSet<>(disputed);
        left.removeIf(f ->
                !Optional.ofNullable(before.items().get(f))
                        .equals(Optional.ofNullable(now.items().get(f))));
        return left.isEmpty() ? Optional.empty() : Optional.of(new CitizenAnswer(false, left, at));
    }
}
