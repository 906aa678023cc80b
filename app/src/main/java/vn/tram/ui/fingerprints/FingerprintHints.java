package vn.tram.ui.fingerprints;

import java.util.List;
import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.enroll.Hint;
import vn.tram.enroll.OfficersFinger;
import vn.tram.enroll.SharedFinger;
import vn.tram.enroll.Shortfall;
import vn.tram.enroll.SparsePrint;
import vn.tram.enroll.UnlikePrints;
import vn.tram.image.Position;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.CaptureWords;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// The one hint of the fingerprints screen, for each state of it.
record FingerprintHints(FingerprintsViewModel model, Session session) {
    HintWords of(CaptureState state) {
        var card = model.advice().shownProperty().get();
        if (card.isPresent()) {
            return advised(card.get());
        }
        if (rests(state)) {
            var found =
                    same().or(this::unlike).or(this::officers).or(this::sparse).or(this::shortfall);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return CaptureWords.of(state, model.kind())
                .orElseGet(() ->
                        switch (state) {
                            case CaptureState.Live live -> looking(live);
                            case CaptureState.Judged(var attempt) -> judged(attempt);
                            case CaptureState.Excepted _ ->
                                    model.captures().isEmpty()
                                            ? said(Tone.INFO, "fingerprints.none.")
                                            : said(Tone.INFO, "fingerprints.all-excepted.");
                            case CaptureState.Done _ ->
                                    model.complete()
                                            ? said(Tone.GOOD, "fingerprints.complete.")
                                            : said(Tone.GOOD, "fingerprints.done.");
                            case CaptureState.Blind _,
                                    CaptureState.Opening _,
                                    CaptureState.Absent _,
                                    CaptureState.UsedUp _,
                                    CaptureState.Deciding _,
                                    CaptureState.Lost _,
                                    CaptureState.Missed _,
                                    CaptureState.Refused _,
                                    CaptureState.Failed _ ->
                                    place();
                        });
    }

    private static HintWords advised(AdviceModel.Shown shown) {
        var hint = new Hint(shown.card().advice(), shown.worst().map(Judgement::position));
        return HintWords.of(Tone.WARN, hint, Optional.empty());
    }

    /// Whether there is nothing more urgent to say than what was found in earlier captures: no
    /// finger on the glass, no trouble with the device.
    private static boolean rests(CaptureState state) {
        return switch (state) {
            case CaptureState.Live live -> live.judged().isEmpty();
            case CaptureState.Judged _,
                    CaptureState.Blind _,
                    CaptureState.Done _,
                    CaptureState.Excepted _,
                    CaptureState.UsedUp _ ->
                    true;
            case CaptureState.Opening _,
                    CaptureState.Absent _,
                    CaptureState.Deciding _,
                    CaptureState.Lost _,
                    CaptureState.Missed _,
                    CaptureState.Refused _,
                    CaptureState.Failed _ ->
                    false;
        };
    }

    /// One finger, or one hand, in two positions: both named, and the way out.
    private Optional<HintWords> same() {
        return SharedFinger.of(session)
                .map(found ->
                        HintWords.of(
                                Tone.WARN,
                                HintWords.Who.OFFICER,
                                Phrase.of(
                                        found.hand()
                                                ? "fingerprints.same-hand"
                                                : "fingerprints.same-finger",
                                        FingerTexts.title(found.one()),
                                        FingerTexts.title(found.other())),
                                Phrase.of("fingerprints.same-finger-why")));
    }

    /// A rolled print that is not of its plain one's finger: both named, and the way out.
    private Optional<HintWords> unlike() {
        return UnlikePrints.of(session)
                .map(found ->
                        HintWords.of(
                                Tone.WARN,
                                HintWords.Who.OFFICER,
                                Phrase.of(
                                        "fingerprints.unlike-prints",
                                        FingerTexts.title(found.rolled()),
                                        FingerTexts.title(found.plain())),
                                Phrase.of("fingerprints.unlike-why")));
    }

    /// An officer's finger in place of the citizen's: where, and the way out.
    private Optional<HintWords> officers() {
        return OfficersFinger.of(session)
                .map(found ->
                        HintWords.of(
                                Tone.WARN,
                                HintWords.Who.OFFICER,
                                Phrase.of(
                                        found.position().isSlap()
                                                ? "fingerprints.officers-hand"
                                                : "fingerprints.officers-finger",
                                        FingerTexts.title(found.position())),
                                Phrase.of("fingerprints.officers-why")));
    }

    /// A print that was good at a first look and is not at the second: it counts, and may be
    /// captured again as long as there are attempts.
    private Optional<HintWords> shortfall() {
        return Shortfall.of(session)
                .filter(found -> model.leftAt(found.position()) > 0)
                .map(found ->
                        HintWords.of(
                                Tone.INFO,
                                HintWords.Who.OFFICER,
                                Phrase.of(
                                        "fingerprints.shortfall",
                                        FingerTexts.title(found.finger()),
                                        found.score(),
                                        found.least()),
                                Phrase.of(
                                        "fingerprints.shortfall-why",
                                        FingerTexts.title(found.position()))));
    }

    /// A print with too few minutiae: which, how many, and the way out.
    private Optional<HintWords> sparse() {
        return SparsePrint.of(session)
                .map(found ->
                        HintWords.of(
                                Tone.WARN,
                                HintWords.Who.OFFICER,
                                Phrase.of(
                                        "fingerprints.few-minutiae",
                                        FingerTexts.title(found.finger()),
                                        found.minutiae(),
                                        found.least()),
                                Phrase.of("fingerprints.few-minutiae-why")));
    }

    private static HintWords said(Tone tone, String key) {
        return HintWords.of(
                tone,
                tone == Tone.GOOD ? HintWords.Who.CITIZEN : HintWords.Who.OFFICER,
                Phrase.of(key + "order"),
                Phrase.of(key + "why"));
    }

    private static HintWords guide(Tone tone, String key) {
        return HintWords.of(
                tone, HintWords.Who.CITIZEN, Phrase.of(key + "order"), Phrase.of(key + "why"));
    }

    private HintWords judged(Attempt attempt) {
        if (session.done(attempt.position())) {
            return aside(attempt.judgements(), attempt.position())
                    .orElseGet(() -> guide(Tone.GOOD, "fingerprints.lift."));
        }
        return Hint.of(attempt.judgements(), attempt.expected())
                .map(h -> HintWords.of(Tone.WARN, h, score(h, attempt.judgements())))
                .orElseGet(this::place);
    }

    /// What only looks wrong: the capture goes on, the operator decides.
    private static Optional<HintWords> aside(List<Judgement> judgements, Position asked) {
        return Hint.aside(judgements, asked).map(h -> HintWords.of(Tone.WARN, h, Optional.empty()));
    }

    /// The score that is too low; a print that was not rolled fully may have a good one.
    private static Optional<Phrase> score(Hint hint, List<Judgement> judgements) {
        return hint.advice().equals("roll-wider")
                ? Optional.empty()
                : CaptureWords.score(hint, judgements);
    }

    private HintWords looking(CaptureState.Live live) {
        return switch (live.phase()) {
            case LEAVING -> guide(Tone.INFO, "fingerprints.leave.");
            case HOLDING, CAPTURING ->
                    aside(live.judged(), model.here())
                            .orElseGet(() -> guide(Tone.GOOD, "fingerprints.hold."));
            case LOOKING ->
                    live.judged().isEmpty()
                            ? place()
                            : live.hint()
                                    .map(h -> HintWords.of(Tone.WARN, h, score(h, live.judged())))
                                    .orElseGet(this::place);
        };
    }

    /// What to lay on the glass, or to roll.
    private HintWords place() {
        var position = model.here();
        if (position.isRolled()) {
            return HintWords.of(
                    Tone.INFO,
                    HintWords.Who.CITIZEN,
                    Phrase.of("fingerprints.roll", FingerTexts.inSentence(position)),
                    Phrase.of("fingerprints.roll-why"));
        }
        return HintWords.of(
                Tone.INFO,
                HintWords.Who.CITIZEN,
                position.isSlap()
                        ? Phrase.of("fingerprints.place." + position.name())
                        : Phrase.of("fingerprints.place-finger", FingerTexts.inSentence(position)),
                Phrase.of(
                        model.cannotRoll()
                                ? "fingerprints.place-cannot-roll"
                                : "fingerprints.place-why"));
    }
}
