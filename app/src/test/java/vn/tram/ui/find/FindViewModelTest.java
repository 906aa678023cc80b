package vn.tram.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Source;
import vn.tram.enroll.CardCodes;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.identity.Directory;
import vn.tram.identity.TrainingDirectory;
import vn.tram.identity.TrainingPeople;
import vn.tram.ui.find.FindViewModel.State;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.StationVisit;

class FindViewModelTest {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Directory PEOPLE = new TrainingDirectory(7, 200);

    @TempDir Path folder;

    private StationVisit at;
    private final List<String> searched = new ArrayList<>();
    private FindViewModel model;
    private Devices devices;

    @BeforeEach
    void open() throws StationFault {
        at = new StationVisit(folder);
        devices = at.station.devices(Map.of());
        model = model();
    }

    @AfterEach
    void close() throws StationFault {
        model.leave();
        devices.close();
        at.close();
    }

    private FindViewModel model() {
        return new FindViewModel(
                at.visit,
                at.background,
                at.intents::add,
                query -> {
                    searched.add(query);
                    return PEOPLE.search(query);
                },
                new CardCodes(devices));
    }

    private void type(String query) {
        model.type(query);
        at.background.advance(PAUSE);
    }

    private State state() {
        return model.stateProperty().get();
    }

    private static Citizen person(int index) {
        return new TrainingPeople(7).person(index);
    }

    private static String number(Citizen citizen) {
        return citizen.value(Field.PERSONAL_NUMBER).orElseThrow();
    }

    private static String card(String number, String birth) {
        return number + "||Nguyễn Thị Mẫu|" + birth + "|Nữ|Thôn 1, xã Mẫu, tỉnh Mẫu|01072021";
    }

    @Test
    void theSearchWaitsUntilTheHandRests() {
        model.type("ng");
        at.background.advance(Duration.ofMillis(100));
        model.type("nguyen");
        at.background.advance(PAUSE);
        assertThat(searched).containsExactly("nguyen");
    }

    @Test
    void aNameWithoutAccentsIsFound() {
        type("nguyen thi");
        assertThat(((State.Results) state()).people())
                .isNotEmpty()
                .allSatisfy(c ->
                        assertThat(c.value(Field.NAME).orElseThrow()).startsWith("NGUYỄN THỊ"));
    }

    @Test
    void theWholeNumberFindsOne() {
        type(number(person(3)));
        assertThat(state()).isEqualTo(new State.Results(List.of(person(3)), 0));
    }

    @Test
    void nobodyIsToldAsNobody() {
        type("zzz");
        assertThat(state()).isEqualTo(new State.Nobody());
    }

    @Test
    void anEmptyFieldIsBlankAgain() {
        type("nguyen");
        type("");
        assertThat(state()).isEqualTo(new State.Blank());
    }

    @Test
    void theArrowsStopAtTheEnds() {
        type("nguyen thi");
        model.move(-1);
        assertThat(((State.Results) state()).chosen()).isZero();
        model.move(1000);
        var results = (State.Results) state();
        assertThat(results.chosen()).isEqualTo(results.people().size() - 1);
    }

    @Test
    void peopleOfOneNameAreCounted() {
        var name = person(0).value(Field.NAME).orElseThrow();
        type(name);
        long same =
                new TrainingPeople(7)
                        .first(200).stream()
                                .filter(c -> c.value(Field.NAME).orElseThrow().equals(name))
                                .count();
        assertThat(model.namesakes()).isEqualTo(same);
    }

    @Test
    void choosingStoresThePersonAndGoesOn() throws StationFault {
        type(number(person(3)));
        model.choose();
        assertThat(state()).isEqualTo(new State.Storing(person(3)));
        at.background.run();
        assertThat(at.stored().citizen()).contains(person(3));
        assertThat(at.visit.session().citizen()).contains(person(3));
        assertThat(at.intents).containsExactly(new Intent.Next());
    }

    @Test
    void choosingTheSameAgainChangesNothing() throws StationFault {
        at.done(at.enrollment().identify(at.visit.session().id(), person(3)));
        var revision = at.stored().revision();
        model = model();
        model.choose();
        at.background.run();
        assertThat(at.stored().revision()).isEqualTo(revision);
        assertThat(at.intents).containsExactly(new Intent.Next());
    }

    @Test
    void aCardOfSomebodyUnknownBringsItsItems() {
        model.scanned(card("001199000123", "15021999"));
        at.background.run();
        var citizen = ((State.CardRead) state()).citizen();
        assertThat(citizen.value(Field.NAME)).contains("NGUYỄN THỊ MẪU");
        assertThat(citizen.items().values()).allMatch(i -> i.source() == Source.CARD_QR);
    }

    @Test
    void aCardOfSomebodyKnownKeepsWhatTheListKnows() {
        var known = person(3);
        model.scanned(card(number(known), "15021999"));
        at.background.run();
        var citizen = ((State.CardRead) state()).citizen();
        assertThat(citizen.value(Field.PHONE)).isEqualTo(known.value(Field.PHONE));
        assertThat(citizen.value(Field.RESIDENCE)).isEqualTo(known.value(Field.RESIDENCE));
        assertThat(citizen.value(Field.NAME)).contains("NGUYỄN THỊ MẪU");
    }

    @Test
    void aPastedCardIsRead() {
        type(card("001199000123", "15021999"));
        assertThat(state()).isInstanceOf(State.CardRead.class);
    }

    @Test
    void whatACardDoesNotSayIsTold() {
        model.scanned(card("001199000123", "31021999"));
        at.background.run();
        assertThat(((State.CardRead) state()).unread()).containsExactly(Field.BIRTH_DATE);
    }

    @Test
    void aCodeThatIsNoCardIsRefused() {
        model.scanned("https://example.org/abc");
        assertThat(state()).isEqualTo(new State.NotACard());
    }

    @Test
    void aBareNumberFromAReaderIsSearched() {
        model.scanned(number(person(5)));
        at.background.run();
        assertThat(state()).isEqualTo(new State.Results(List.of(person(5)), 0));
    }

    @Test
    void aChildUnderSixIsRefusedAndNotStored() throws StationFault {
        var born = at.enrollment().today().minusYears(6).plusDays(1);
        model.scanned(
                card(
                        "001199000123",
                        "%02d%02d%d"
                                .formatted(
                                        born.getDayOfMonth(),
                                        born.getMonthValue(),
                                        born.getYear())));
        at.background.run();
        model.choose();
        at.background.run();
        assertThat(((State.Refused) state()).reason()).isEqualTo(new Reason.TooYoung(5, 6));
        assertThat(at.stored().citizen()).isEmpty();
    }

    @Test
    void aNewPersonIsKeptAsTyped() throws StationFault {
        model.enter();
        model.submit(
                Map.of(
                        Field.NAME, " nguyễn  thị mẫu ",
                        Field.BIRTH_DATE, "15/2/1999",
                        Field.SEX, "F",
                        Field.PERSONAL_NUMBER, "001 199 000 123"));
        at.background.run();
        var citizen = at.stored().citizen().orElseThrow();
        assertThat(citizen.value(Field.NAME)).contains("NGUYỄN THỊ MẪU");
        assertThat(citizen.value(Field.BIRTH_DATE)).contains("1999-02-15");
        assertThat(citizen.value(Field.PERSONAL_NUMBER)).contains("001199000123");
        assertThat(citizen.items().values()).allMatch(i -> i.source() == Source.TYPED);
    }

    @Test
    void aFormWithMistakesKeepsItsAnswers() throws StationFault {
        var answers = Map.of(Field.NAME, "Nguyễn 2", Field.BIRTH_DATE, "31/02/1999");
        model.enter();
        model.submit(answers);
        at.background.run();
        var entry = ((State.Entering) state()).entry();
        assertThat(entry.wrong().keySet()).containsExactly(Field.NAME, Field.BIRTH_DATE, Field.SEX);
        assertThat(entry.typed()).isEqualTo(answers);
        assertThat(at.stored().citizen()).isEmpty();
    }

    @Test
    void leavingTheFormLosesNothing() {
        var answers = Map.of(Field.NAME, "Nguyễn Thị");
        model.enter();
        model.back(answers);
        assertThat(state()).isEqualTo(new State.Blank());
        model.enter();
        assertThat(((State.Entering) state()).entry().typed()).containsAllEntriesOf(answers);
    }

    @Test
    void aChildNeedsARepresentative() {
        var today = at.enrollment().today();
        assertThat(model.needsRepresentative(today.minusYears(10).toString())).isTrue();
        assertThat(model.needsRepresentative("15/02/1980")).isFalse();
        assertThat(model.needsRepresentative("15/02/")).isFalse();
    }

    @Test
    void aSmallChildInTheFormIsToldUnderTheBirthDate() {
        model.enter();
        model.submit(
                Map.of(
                        Field.NAME, "Nguyễn Thị Mẫu",
                        Field.BIRTH_DATE, at.enrollment().today().minusYears(3).toString(),
                        Field.SEX, "F",
                        Field.GUARDIAN_NAME, "Nguyễn Thị Thử",
                        Field.GUARDIAN_NUMBER, "001199000123"));
        assertThat(((State.Entering) state()).entry().wrong()).containsOnlyKeys(Field.BIRTH_DATE);
    }
}
