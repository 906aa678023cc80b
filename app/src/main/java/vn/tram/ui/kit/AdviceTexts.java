package vn.tram.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.tram.enroll.Hint;
import vn.tram.image.Position;

/// What to tell for the names of advice that quality policies give.
final class AdviceTexts {
    /// Every name there are words for. The officer acts on those in [#OFFICERS], the citizen on the
    /// rest.
    static final List<String> NAMES =
            List.of(
                    "place-finger",
                    "place-deeper",
                    "roll-wider",
                    "press-more",
                    "press-less",
                    "dry-finger",
                    "wet-finger",
                    "clean-glass",
                    "hold-still",
                    "ice-water",
                    "warm-hand",
                    "talc",
                    "wash-hands",
                    "centre",
                    "other-hand",
                    "check-hand",
                    "other-scanner",
                    "one-person",
                    "step-closer",
                    "step-back",
                    "turn-left",
                    "turn-right",
                    "chin-up",
                    "chin-down",
                    "head-straight",
                    "centre-face",
                    "more-light",
                    "less-light",
                    "even-light",
                    "open-eyes",
                    "close-mouth",
                    "plain-background",
                    "look-at-camera",
                    "no-glare",
                    "uncover-face");

    private static final Set<String> OFFICERS =
            Set.of(
                    "clean-glass",
                    "check-hand",
                    "other-scanner",
                    "more-light",
                    "less-light",
                    "even-light",
                    "plain-background",
                    "dry-finger",
                    "wet-finger",
                    "talc");

    private AdviceTexts() {}

    private static Optional<Phrase> what(Position position) {
        return position.isFinger()
                ? Optional.of(FingerTexts.inSentence(position))
                : position.isSlap() ? Optional.of(FingerTexts.within(position)) : Optional.empty();
    }

    static HintWords hint(Tone tone, Hint hint, Optional<Phrase> number) {
        var name = hint.advice();
        if (!NAMES.contains(name)) {
            // a policy may be newer than the program: still say something that can be done
            return new HintWords(
                    tone,
                    HintWords.Who.OFFICER,
                    Phrase.of("advice.again.order"),
                    Optional.of(Phrase.of("advice.again.why", name)),
                    number);
        }
        var what = hint.subject().flatMap(AdviceTexts::what);
        return new HintWords(
                tone,
                OFFICERS.contains(name) ? HintWords.Who.OFFICER : HintWords.Who.CITIZEN,
                Phrase.of("advice." + name + ".order", what.orElse(Phrase.of("finger.all"))),
                Optional.of(Phrase.of("advice." + name + ".why")),
                number);
    }
}
