package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;
import vn.tram.enroll.Step;
import vn.tram.identity.TrainingPeople;
import vn.tram.ui.kit.CitizenSide.Answer;
import vn.tram.ui.kit.CitizenSide.Said;
import vn.tram.ui.kit.CitizenSide.Shown;

class CitizenSideTest {
    private static final Citizen CITIZEN = new TrainingPeople(7).person(0);

    private final SameThread background = new SameThread();
    private final CitizenSide side = new CitizenSide(background);
    private final List<Said> heard = new ArrayList<>();

    private Shown shown() {
        return side.shownProperty().get();
    }

    private void ask() {
        side.ask(Step.CHECK, CITIZEN, heard::add);
    }

    @Test
    void betweenCitizensThereIsAGreeting() {
        assertThat(shown()).isEqualTo(new Shown.Greeting());
    }

    @Test
    void dataGoByThemselvesAfterThirtySecondsAndCanBeRepeated() {
        ask();
        background.advance(Duration.ofMillis(29_999));
        assertThat(shown()).isEqualTo(new Shown.Data(Step.CHECK, CITIZEN));
        background.advance(Duration.ofMillis(1));
        assertThat(shown()).isEqualTo(new Shown.Waiting(Step.CHECK));
        assertThat(side.canRepeat()).isTrue();
        side.again();
        assertThat(shown()).isInstanceOf(Shown.Data.class);
        background.advance(Duration.ofSeconds(30));
        assertThat(shown()).isEqualTo(new Shown.Waiting(Step.CHECK));
    }

    @Test
    void anAnswerTakesTheDataAwayAndIsHeardOnce() {
        ask();
        side.answer(Answer.WRONG);
        side.answer(Answer.RIGHT);
        assertThat(heard).containsExactly(new Said(Answer.WRONG, Optional.empty()));
        assertThat(shown()).isEqualTo(new Shown.Answered(Step.CHECK, Answer.WRONG));
    }

    @Test
    void aRowThatIsWrongIsNamed() {
        ask();
        side.wrong(Field.BIRTH_DATE);
        side.wrong(Field.NAME);
        assertThat(heard).containsExactly(new Said(Answer.WRONG, Optional.of(Field.BIRTH_DATE)));
        assertThat(shown()).isEqualTo(new Shown.Answered(Step.CHECK, Answer.WRONG));
    }

    @Test
    void whatWasMendedIsAskedAboutAnew() {
        ask();
        side.answer(Answer.WRONG);
        var mended = CITIZEN.with(Field.PHONE, "0900000123", Source.TYPED);
        side.renew(CITIZEN);
        assertThat(shown()).isInstanceOf(Shown.Answered.class);
        side.renew(mended);
        assertThat(shown()).isEqualTo(new Shown.Data(Step.CHECK, mended));
    }

    @Test
    void theNextStepKeepsNothingOfTheData() {
        ask();
        side.show(new Shown.Face(Optional.empty(), false));
        assertThat(side.canRepeat()).isFalse();
        side.again();
        side.answer(Answer.RIGHT);
        side.renew(CITIZEN.with(Field.PHONE, "0900000123", Source.TYPED));
        background.advance(Duration.ofMinutes(1));
        assertThat(shown()).isEqualTo(new Shown.Face(Optional.empty(), false));
        assertThat(heard).isEmpty();
    }

    @Test
    void coveringTheStationHidesTheData() {
        ask();
        side.cover();
        assertThat(shown()).isEqualTo(new Shown.Waiting(Step.CHECK));
        assertThat(side.canRepeat()).isTrue();
    }
}
