package vn.tram.ui.kit;

import java.time.Duration;
import java.util.List;
import vn.tram.enroll.Reason;
import vn.tram.identity.Finding;

/// The one place that words why the workflow refused. The sentences stand in the bundle `reasons`
/// as `reason.<case>` and `reason.<case>.todo`, those of the data rules as `finding.<code>`.
public final class ReasonTexts {
    /// How many things a sentence names before it only counts the rest.
    private static final int NAMED = 3;

    private ReasonTexts() {}

    public static Refusal of(Reason reason) {
        return switch (reason) {
            case Reason.WrongStage(var stage) -> said("WrongStage", Phrase.of("stage." + stage));
            case Reason.NoCitizen _ -> said("NoCitizen");
            case Reason.OtherCitizen _ -> said("OtherCitizen");
            case Reason.TooYoung(var age, var from) -> said("TooYoung", age, from);
            case Reason.NoService _ -> said("NoService");
            case Reason.UnknownService(var code) -> said("UnknownService", code);
            case Reason.AnswersMissing(var services) -> said("AnswersMissing", services.size());
            case Reason.AllDeclined _ -> said("AllDeclined");
            case Reason.DataMissing(var fields) ->
                    said(
                            "DataMissing",
                            fields.size(),
                            named(fields.stream().map(FieldTexts::inSentence).toList()));
            case Reason.DataWrong(var findings) -> wrong(findings);
            case Reason.NotChecked _ -> said("NotChecked");
            case Reason.NotWanted(var position) -> said("NotWanted", FingerTexts.within(position));
            case Reason.AttemptsUsedUp(var position, var attempts) ->
                    said("AttemptsUsedUp", FingerTexts.title(position), attempts);
            case Reason.AttemptsLeft(var position, var left) ->
                    said("AttemptsLeft", FingerTexts.title(position), left);
            case Reason.NotAChild(var age, var below) -> said("NotAChild", age, below);
            case Reason.SpecialCaseUsed _ -> said("SpecialCaseUsed");
            case Reason.NoAttempt(var position) -> said("NoAttempt", FingerTexts.title(position));
            case Reason.AlreadyCaptured(var position) ->
                    said("AlreadyCaptured", FingerTexts.title(position));
            case Reason.DeviceNotFit(var lack) -> said("DeviceNotFit", Phrase.of("lack." + lack));
            case Reason.SameFinger(var one, var other) ->
                    said("SameFinger", FingerTexts.title(one), FingerTexts.title(other));
            case Reason.UnlikePrints(var rolled, var plain) ->
                    said("UnlikePrints", FingerTexts.title(rolled), FingerTexts.title(plain));
            case Reason.CannotRoll(var device) -> said("CannotRoll", device);
            case Reason.OfficersFinger(var position) ->
                    said("OfficersFinger", FingerTexts.title(position));
            case Reason.FewMinutiae(var finger, var minutiae, var least) ->
                    said("FewMinutiae", FingerTexts.title(finger), minutiae, least);
            case Reason.PositionsMissing(var positions) ->
                    said(
                            "PositionsMissing",
                            positions.size(),
                            named(positions.stream().map(FingerTexts::title).toList()));
            case Reason.TicksMissing(var ticks) -> said("TicksMissing", ticks.size());
            case Reason.CitizenNotConfirmed _ -> said("CitizenNotConfirmed");
            case Reason.WordsMissing _ -> said("WordsMissing");
            case Reason.WrongPassword(var left) -> said("WrongPassword", left);
            case Reason.Locked(var left) -> said("Locked", time(left));
            case Reason.NoRight(var right) ->
                    said(
                            "NoRight",
                            Phrase.of("right." + right),
                            named(
                                    right.holders().stream()
                                            .sorted()
                                            .map(role -> Phrase.of("right.by." + role))
                                            .toList()));
            case Reason.NotAllowed _ -> said("NotAllowed");
            case Reason.SecondOfficer _ -> said("SecondOfficer");
            case Reason.NoSession _ -> said("NoSession");
            case Reason.AccountRefused(var doubt) ->
                    new Refusal(
                            Phrase.of("account.doubt." + doubt),
                            Phrase.of("account.doubt." + doubt + ".todo"));
        };
    }

    /// What a data rule found and what to do, one or two sentences.
    public static Phrase finding(Finding finding) {
        return Phrase.of(
                "finding." + finding.rule().code(), FieldTexts.inSentence(finding.field()));
    }

    private static Refusal said(String name, Object... args) {
        return new Refusal(
                Phrase.of("reason." + name, args), Phrase.of("reason." + name + ".todo", args));
    }

    /// One finding speaks for itself; of more the fields are named.
    private static Refusal wrong(List<Finding> findings) {
        if (findings.size() == 1) {
            return new Refusal(
                    finding(findings.getFirst()),
                    said("DataWrong", 1, FieldTexts.inSentence(findings.getFirst().field()))
                            .todo());
        }
        var fields =
                findings.stream()
                        .map(Finding::field)
                        .distinct()
                        .map(FieldTexts::inSentence)
                        .toList();
        return said("DataWrong", fields.size(), named(fields));
    }

    /// The first few, then how many more.
    private static Phrase named(List<Phrase> things) {
        var shown = things.subList(0, Math.min(NAMED, things.size()));
        var list = shown.stream().reduce((a, b) -> Phrase.of("reason.list", a, b)).orElseThrow();
        int more = things.size() - shown.size();
        return more == 0 ? list : Phrase.of("reason.list-more", list, more);
    }

    /// Rounded up: somebody who waits as long as told is let in.
    private static Phrase time(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return seconds < 60
                ? Phrase.of("reason.seconds", seconds)
                : Phrase.of("reason.minutes", (seconds + 59) / 60);
    }
}
