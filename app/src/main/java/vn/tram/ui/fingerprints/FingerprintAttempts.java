package vn.tram.ui.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Attempt;
import vn.tram.domain.Session;
import vn.tram.domain.Verdict;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.FingerprintJudge;
import vn.tram.ui.kit.AttemptRows;
import vn.tram.ui.kit.CaptureWords;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.StoredFrames;
import vn.tram.ui.kit.Tone;
import vn.tram.ui.kit.TriedTexts;

/// The rows of the attempts at one position.
record FingerprintAttempts(Session session, Position position, StoredFrames frames) {
    /// @param goingOn whether one more is being captured; it is the last row then
    List<AttemptRows.Row> rows(boolean goingOn) {
        var kept = session.kept(position).map(Attempt::number);
        var rows = new ArrayList<AttemptRows.Row>();
        for (var attempt : session.attempts(position)) {
            var good = attempt.acceptedUpToOperator();
            rows.add(
                    new AttemptRows.Row(
                            attempt.number(),
                            good ? Tone.GOOD : Tone.WARN,
                            good ? Phrase.of("fingerprints.good") : weakest(attempt),
                            kept.filter(n -> n == attempt.number()).isPresent()
                                    ? AttemptRows.Mark.BEST
                                    : AttemptRows.Mark.NONE,
                            frames.of(attempt),
                            session.triedAdvice(position).stream()
                                    .filter(t -> t.attempt() == attempt.number())
                                    .reduce((_, last) -> last)
                                    .map(t -> TriedTexts.of(t, session))));
        }
        if (goingOn) {
            rows.add(
                    new AttemptRows.Row(
                            rows.size() + 1,
                            Tone.HERE,
                            Phrase.of("capture.going-on"),
                            AttemptRows.Mark.NONE,
                            Optional.empty()));
        }
        return rows;
    }

    /// "Út 6, cần 10", or which finger was not there.
    private static Phrase weakest(Attempt attempt) {
        for (var member : attempt.expected()) {
            var judgement = attempt.of(member);
            if (judgement.isEmpty()) {
                return Phrase.of("fingerprints.absent", FingerTexts.onCard(member));
            }
            var found = FingerprintsViewModel.found(judgement.get());
            if (found.isPresent()) {
                return Phrase.of(found.get());
            }
            var verdict = judgement.get().verdict();
            var least = CaptureWords.least(verdict);
            if (verdict.failed().contains(FingerprintJudge.ROLLED_WIDTH)) {
                return Phrase.of("fingerprints.narrow");
            }
            if (verdict.outcome() == Verdict.Outcome.REFUSED
                    && judgement.get().score().isPresent()
                    && least.isPresent()) {
                return Phrase.of(
                        "fingerprints.weak",
                        FingerTexts.onCard(member),
                        judgement.get().score().getAsInt(),
                        least.get());
            }
        }
        return Phrase.of("fingerprints.retake");
    }
}
