package vn.tram.domain;

import java.time.Instant;
import java.util.Optional;
import vn.tram.image.Position;

/// An exception: a position that cannot be captured.
///
/// @param position one finger, which stands for its rolled print too, a finger's rolled print
///   alone, or the face; never a slap
/// @param note the operator's words; empty when none were needed; redacted in `toString`
/// @param evidence frame of the picture that shows it, if one was taken
/// @param by the officer's id
public record Omission(
        Position position,
        Reason reason,
        boolean permanent,
        String note,
        Optional<Digest> evidence,
        Instant at,
        String by) {
    public enum Reason {
        MISSING,
        BANDAGED,
        WORN,
        CANNOT_STRETCH,
        /// Needs a note.
        OTHER
    }

    public Omission {
        if (position.isSlap()) {
            throw new IllegalArgumentException("an exception names one finger, not " + position);
        }
        if (reason == Reason.OTHER && note.isBlank()) {
            throw new IllegalArgumentException("another reason needs words");
        }
    }

    @Override
    public String toString() {
        return "Omission[" + position + ", " + reason + "]";
    }
}
