package vn.tram.domain;

import java.time.Instant;
import vn.tram.image.Position;

/// An override: an attempt taken although its verdict is not *accepted*, with a reason.
///
/// @param position what was asked for, as in the attempt
/// @param attempt the attempt's number
/// @param reason the operator's words; redacted in `toString`
/// @param by the officer's id
public record Acceptance(Position position, int attempt, String reason, Instant at, String by) {
    public Acceptance {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("accepting what was refused needs a reason");
        }
    }

    @Override
    public String toString() {
        return "Acceptance[" + position + ", " + attempt + "]";
    }
}
