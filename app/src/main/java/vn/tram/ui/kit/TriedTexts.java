package vn.tram.ui.kit;

import java.util.Comparator;
import java.util.OptionalInt;
import vn.tram.domain.Session;
import vn.tram.domain.TriedAdvice;
import vn.tram.domain.TriedAdvice.Effect;

/// Words for advice that was tried, and what became of it.
public final class TriedTexts {
    private TriedTexts() {}

    /// Name of the advice, and the score before and after of the finger that was worst before:
    /// "Nước đá: trỏ trước 14, sau 31".
    public static Phrase of(TriedAdvice tried, Session session) {
        var name = Phrase.of("advice." + tried.advice() + ".name");
        return tried.effects(session).stream()
                .filter(e -> e.after().isPresent())
                .min(Comparator.comparingInt(e -> e.before().orElse(0)))
                .map(e -> effect(name, e))
                .orElseGet(() -> Phrase.of("tried.open", name));
    }

    private static Phrase effect(Phrase name, Effect effect) {
        return Phrase.of(
                "tried.effect",
                name,
                FingerTexts.onCard(effect.finger()),
                number(effect.before()),
                number(effect.after()));
    }

    private static Phrase number(OptionalInt score) {
        return score.isPresent()
                ? Phrase.of("capture.number", score.getAsInt())
                : Phrase.of("tried.unjudged");
    }
}
