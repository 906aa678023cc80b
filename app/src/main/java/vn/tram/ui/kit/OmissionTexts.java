package vn.tram.ui.kit;

import vn.tram.domain.Acceptance;
import vn.tram.domain.Omission;

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

    /// One line of an override: what was taken, which attempt.
    public static Phrase line(Acceptance acceptance) {
        return Phrase.of(
                "omission.accepted",
                FingerTexts.title(acceptance.position()),
                acceptance.attempt());
    }
}
