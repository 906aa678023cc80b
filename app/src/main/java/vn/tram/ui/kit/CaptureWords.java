package vn.tram.ui.kit;

import java.util.Optional;
import vn.tram.device.Kind;
import vn.tram.domain.Judgement;
import vn.tram.domain.Verdict;
import vn.tram.enroll.Hint;

/// The hints that all capture screens give alike.
public final class CaptureWords {
    private CaptureWords() {}

    /// What to say while nothing can be seen or judged; empty when the screen itself must say it.
    ///
    /// @param kind of the device
    public static Optional<HintWords> of(CaptureState state, Kind kind) {
        var device = kind == Kind.CAMERA ? "camera" : "scanner";
        return switch (state) {
            case CaptureState.Opening _ ->
                    said(Tone.INFO, HintWords.Who.OFFICER, "capture.opening." + device + ".");
            case CaptureState.Absent _ ->
                    said(Tone.BAD, HintWords.Who.OFFICER, "capture.absent." + device + ".");
            case CaptureState.Lost _ ->
                    said(Tone.BAD, HintWords.Who.CITIZEN, "capture.lost." + device + ".");
            case CaptureState.Missed _ -> said(Tone.WARN, HintWords.Who.OFFICER, "capture.missed.");
            case CaptureState.Failed _ -> said(Tone.BAD, HintWords.Who.OFFICER, "capture.failed.");
            case CaptureState.UsedUp(var kept) ->
                    said(Tone.WARN, HintWords.Who.OFFICER, "capture.used-up.", kept.number());
            case CaptureState.Deciding _ ->
                    said(Tone.WARN, HintWords.Who.OFFICER, "capture.deciding.");
            case CaptureState.Refused(var reason) -> Optional.of(ReasonTexts.of(reason).hint());
            case CaptureState.Live _,
                    CaptureState.Blind _,
                    CaptureState.Judged _,
                    CaptureState.Done _,
                    CaptureState.Excepted _ ->
                    Optional.empty();
        };
    }

    private static Optional<HintWords> said(
            Tone tone, HintWords.Who who, String key, Object... args) {
        return Optional.of(
                HintWords.of(
                        tone, who, Phrase.of(key + "order", args), Phrase.of(key + "why", args)));
    }

    /// The score of what a hint is about and the least that is good: "Điểm 7, cần từ 10".
    public static Optional<Phrase> score(Hint hint, Iterable<Judgement> judgements) {
        for (var judgement : judgements) {
            if (hint.subject().filter(s -> s == judgement.position()).isPresent()
                    && judgement.score().isPresent()
                    && least(judgement.verdict()).isPresent()) {
                return Optional.of(
                        Phrase.of(
                                "capture.score",
                                judgement.score().getAsInt(),
                                least(judgement.verdict()).get()));
            }
        }
        return Optional.empty();
    }

    /// The least good score by the verdict's policy, if it has one.
    public static Optional<Double> least(Verdict verdict) {
        return verdict.least("score").stream().boxed().findFirst();
    }
}
