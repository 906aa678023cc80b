package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.Field;
import vn.tram.domain.Source;
import vn.tram.domain.SpecialCase;
import vn.tram.domain.Stage;
import vn.tram.enroll.AccountDoubt;
import vn.tram.enroll.DeviceFitness;
import vn.tram.enroll.Reason;
import vn.tram.enroll.Right;
import vn.tram.identity.Finding;
import vn.tram.identity.Rule;
import vn.tram.image.Position;

class ReasonTextsTest {
    private static final List<Reason> ALL =
            List.of(
                    new Reason.WrongStage(Stage.SEALED),
                    new Reason.NoCitizen(),
                    new Reason.OtherCitizen(),
                    new Reason.TooYoung(4, 6),
                    new Reason.NoService(),
                    new Reason.UnknownService("x"),
                    new Reason.AnswersMissing(List.of("a", "b")),
                    new Reason.AllDeclined(),
                    new Reason.DataMissing(List.of(Field.PHONE)),
                    new Reason.DataWrong(List.of(new Finding(Rule.DATE_IN_FUTURE, Field.NAME))),
                    new Reason.NotChecked(),
                    new Reason.NotWanted(Position.FACE),
                    new Reason.AttemptsUsedUp(Position.LEFT_FOUR, 3),
                    new Reason.AttemptsLeft(Position.LEFT_FOUR, 1),
                    new Reason.SameFinger(Position.RIGHT_INDEX, Position.LEFT_THUMB),
                    new Reason.OfficersFinger(Position.LEFT_FOUR),
                    new Reason.UnlikePrints(Position.ROLLED_LEFT_RING, Position.LEFT_RING),
                    new Reason.CannotRoll("A 1"),
                    new Reason.FewMinutiae(Position.RIGHT_INDEX, 9, 12),
                    new Reason.DeviceNotFit(DeviceFitness.Lack.EXPIRED),
                    new Reason.NotAChild(40, 14),
                    new Reason.SpecialCaseUsed(SpecialCase.Kind.GLASSES),
                    new Reason.NoAttempt(Position.LEFT_FOUR),
                    new Reason.AlreadyCaptured(Position.RIGHT_INDEX),
                    new Reason.PositionsMissing(Position.fingers()),
                    new Reason.TicksMissing(List.of("both-ears-visible")),
                    new Reason.CitizenNotConfirmed(),
                    new Reason.WordsMissing(),
                    new Reason.WrongPassword(0),
                    new Reason.Locked(Duration.ofMillis(60_500)),
                    new Reason.SecondOfficer(),
                    new Reason.NoSession(),
                    new Reason.NoRight(Right.ENROLL),
                    new Reason.NotAllowed(),
                    new Reason.AccountRefused(AccountDoubt.EXISTS));

    private static Texts in(String language) {
        return new Texts(Locale.of(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyReasonSaysWhatAndWhatToDo(String language) {
        assertThat(ALL.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(Reason.class.getPermittedSubclasses()));
        assertThat(ALL)
                .allSatisfy(reason -> {
                    var told = ReasonTexts.of(reason);
                    assertThat(in(language).of(told.what())).endsWith(".").doesNotContain("{");
                    assertThat(in(language).of(told.todo())).endsWith(".").doesNotContain("{");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyRuleIsWordedForEveryField(String language) {
        for (var rule : Rule.values()) {
            for (var field : Field.values()) {
                assertThat(in(language).of(ReasonTexts.finding(new Finding(rule, field))))
                        .endsWith(".")
                        .doesNotContain("{");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyFieldAndSourceHasAName(String language) {
        for (var field : Field.values()) {
            assertThat(in(language).of(FieldTexts.label(field))).isNotBlank();
            assertThat(in(language).of(FieldTexts.inSentence(field))).isNotBlank();
        }
        for (var source : Source.values()) {
            assertThat(in(language).of(FieldTexts.source(source))).isNotBlank();
        }
        assertThat(in(language).of(FieldTexts.sex("M")))
                .isNotEqualTo(in(language).of(FieldTexts.sex("F")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void manyThingsAreNamedByTheFirstThree(String language) {
        var what = ReasonTexts.of(new Reason.PositionsMissing(Position.fingers())).what();
        assertThat(in(language).of(what))
                .contains("10")
                .contains(in(language).of(FingerTexts.title(Position.RIGHT_MIDDLE)))
                .doesNotContain(in(language).of(FingerTexts.title(Position.RIGHT_RING)))
                .contains("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void whoWaitsAsLongAsToldIsLetIn(String language) {
        var minute = ReasonTexts.of(new Reason.Locked(Duration.ofMillis(60_500))).todo();
        assertThat(in(language).of(minute)).contains(in(language).of("reason.minutes", 2));
        var second = ReasonTexts.of(new Reason.Locked(Duration.ofMillis(1))).todo();
        assertThat(in(language).of(second)).contains(in(language).of("reason.seconds", 1));
    }
}
