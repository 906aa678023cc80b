package vn.tram.ui.citizen;

import java.util.List;
import java.util.Optional;
import vn.tram.enroll.Step;
import vn.tram.image.Position;
import vn.tram.ui.kit.CitizenSide.Answer;
import vn.tram.ui.kit.CitizenSide.Shown;
import vn.tram.ui.kit.Phrase;

/// What the citizen reads: an order of at most eight words, and one calm line under it.
///
/// @param you how the citizen is spoken to: "ông/bà", or "cháu" under 14
record CitizenWords(Phrase you) {
    /// From this age on the citizen is spoken to as a grown person. Source: design of the screens,
    /// *Address*.
    static final int GROWN = 14;

    /// Advice that the citizen can follow, in the words of the workflow's hints.
    static final List<String> ORDERS =
            List.of(
                    "centre-face",
                    "step-closer",
                    "step-back",
                    "turn-left",
                    "turn-right",
                    "chin-up",
                    "chin-down",
                    "head-straight",
                    "open-eyes",
                    "close-mouth",
                    "look-at-camera",
                    "hold-still");

    static CitizenWords of(Optional<Integer> age) {
        return new CitizenWords(
                Phrase.of(
                        age.filter(a -> a < GROWN).isPresent()
                                ? "citizen.you.child"
                                : "citizen.you"));
    }

    Phrase order(Shown shown) {
        return switch (shown) {
            case Shown.Greeting _ -> said("citizen.greeting.order");
            case Shown.Waiting(var step) ->
                    said(step == Step.SLIP ? "citizen.finished.order" : "citizen.waiting.order");
            case Shown.Data _ -> said("citizen.data.order");
            case Shown.Answered(_, var answer) ->
                    said(
                            answer == Answer.RIGHT
                                    ? "citizen.answered.right.order"
                                    : "citizen.answered.wrong.order");
            case Shown.Fingers(var position) -> said("citizen.fingers." + lay(position));
            case Shown.Face(var advice, var good) ->
                    good
                            ? said("citizen.hold.order")
                            : said("citizen.order." + known(advice).orElse("look-at-camera"));
        };
    }

    Phrase calm(Shown shown) {
        return switch (shown) {
            case Shown.Greeting _ -> said("citizen.greeting.calm");
            case Shown.Waiting(var step) ->
                    said(step == Step.SLIP ? "citizen.finished.calm" : "citizen.waiting.calm");
            case Shown.Data _ -> said("citizen.data.calm");
            case Shown.Answered(_, var answer) ->
                    said(
                            answer == Answer.RIGHT
                                    ? "citizen.answered.right.calm"
                                    : "citizen.answered.wrong.calm");
            case Shown.Fingers(var position) ->
                    said(
                            position.isRolled()
                                    ? "citizen.fingers.rolled.calm"
                                    : "citizen.fingers.calm");
            case Shown.Face(_, var good) -> said(good ? "citizen.hold.calm" : "citizen.face.calm");
        };
    }

    /// What the officer must do is nothing for the citizen: then only where to look.
    static Optional<String> known(Optional<String> advice) {
        return advice.filter(ORDERS::contains);
    }

    private static String lay(Position position) {
        if (position.isRolled()) {
            return "rolled";
        }
        return position.isSlap() ? position.name() : position.isThumb() ? "thumb" : "one";
    }

    private Phrase said(String key) {
        return Phrase.of(key, you);
    }
}
