package vn.tram.ui.kit;

import vn.tram.domain.Acceptance;
import vn.tram.domain.Omission;
import vn.tram.domain.SpecialCase;

/// Exceptions and overrides in words.
public final class OmissionTexts {
    private OmissionTexts() {}

    /// Why a position cannot be captured: "đang băng bó, bị thương".
    public static Phrase reason(Omission.Reason reason) {
        return Phrase.of("omission." + reason);
    }

    /// One line of an exception: which finger, why, for how long.
    public static Phrase line(Omission omission) {
        return Phrase.of(
                omission.permanent() ? "omission.permanent" : "omission.temporary",
                FingerTexts.title(omission.position()),
                reason(omission.reason()));
    }

    /// What a special case is.
    public static Phrase special(SpecialCase.Kind kind) {
        return Phrase.of("special." + kind);
    }

    /// One line of a special case.
    public static Phrase line(SpecialCase special) {
        return Phrase.of("special.line", special(special.kind()));
    }

    /// One line of an override: what was taken, which attempt.
    public static Phrase line(Acceptance acceptance) {
        return Phrase.of(
                "omission.accepted",
                FingerTexts.title(acceptance.position()),
                acceptance.attempt());
    }
}
