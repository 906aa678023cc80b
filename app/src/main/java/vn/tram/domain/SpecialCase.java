package vn.tram.domain;

import java.time.Instant;

/// Why a citizen's portrait is held to other limits than most: recorded by an officer, with a
/// reason, never assumed.
///
/// @param reason the officer's words; redacted in `toString`
/// @param approval whether a supervisor must look, as the settings said when it was recorded
/// @param by the officer's id
public record SpecialCase(Kind kind, String reason, boolean approval, Instant at, String by) {
    public enum Kind {
        /// For faith or custom; the face is clear.
        HEAD_SCARF,
        /// That cannot be taken off.
        GLASSES,
        /// Somebody visited at home who cannot stand.
        LYING_OR_SEATED,
        CHILD
    }

    public SpecialCase {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a special case needs a reason");
        }
    }

    @Override
    public String toString() {
        return "SpecialCase[" + kind + "]";
    }
}
