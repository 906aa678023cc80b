package vn.tram.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Field;
import vn.tram.enroll.CardCodes;
import vn.tram.enroll.Devices;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.Step;
import vn.tram.identity.Names;
import vn.tram.identity.TrainingDirectory;
import vn.tram.identity.TrainingPeople;
import vn.tram.ui.find.FindViewModel.State;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.StationVisit;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

class FindViewTest {
    private static final String CARD =
            "001199000123||Nguyễn Thị Mẫu|15021999|Nữ|Thôn 1, xã Mẫu, tỉnh Mẫu|01072021";

    @TempDir Path folder;

    private StationVisit at;
    private FindViewModel model;
    private Devices devices;

    @BeforeEach
    void open() throws StationFault {
        at = new StationVisit(folder);
        devices = at.station.devices(Map.of());
        model =
                new FindViewModel(
                        at.visit,
                        at.background,
                        at.intents::add,
                        new TrainingDirectory(7, 200),
                        new CardCodes(devices));
    }

    @AfterEach
    void close() throws StationFault {
        devices.close();
        at.close();
    }

    private Screen screen(Kit kit) {
        return new FindView(kit, model, at.visit.rail(Step.FIND), Names::shown);
    }

    private void later() {
        at.background.advance(Duration.ofMillis(200));
    }

    @Test
    void everyStateKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("find-blank", this::screen);
        model.type("nguyen thi");
        later();
        FrameRules.holdFor("find-found", this::screen);
        model.type("zzz");
        later();
        FrameRules.holdFor("find-nobody", this::screen);
        model.scanned("https://example.org/abc");
        FrameRules.holdFor("find-not-a-card", this::screen);
    }

    @Test
    void aCardKeepsTheRulesOfTheFrame() throws Exception {
        model.scanned(CARD);
        later();
        FrameRules.holdFor("find-card", this::screen);
        model.scanned(CARD.replace("15021999", "15022023"));
        later();
        model.choose();
        assertThat(model.stateProperty().get()).isInstanceOf(State.Refused.class);
        FrameRules.holdFor("find-refused", this::screen);
    }

    @Test
    void theFormKeepsTheRulesOfTheFrame() throws Exception {
        model.enter();
        FrameRules.holdFor("find-form", this::screen);
        model.submit(
                Map.of(
                        Field.NAME,
                        "Nguyễn Thị Mẫu 2",
                        Field.PERSONAL_NUMBER,
                        "00119900012",
                        Field.BIRTH_DATE,
                        at.enrollment().today().minusYears(9).toString()));
        FrameRules.holdFor("find-form-wrong", this::screen);
    }

    @Test
    void aReaderIsHeardWithoutAnyKeyAndEnterTakesThePerson() throws Exception {
        Fx.run(() -> {
            var stand = stand();
            stand.scan(CARD);
            later();
            stand.press(KeyCode.ENTER);
            later();
        });
        assertThat(at.stored().citizen().flatMap(c -> c.value(Field.NAME)))
                .contains("NGUYỄN THỊ MẪU");
        assertThat(at.intents).containsExactly(new Intent.Next());
    }

    @Test
    void arrowsMoveWhileTheFieldKeepsTheFocus() throws Exception {
        model.type("nguyen thi");
        later();
        Fx.run(() -> {
            var stand = stand();
            stand.press(KeyCode.DOWN);
            assertThat(((State.Results) model.stateProperty().get()).chosen()).isEqualTo(1);
            assertThat(stand.scene.getFocusOwner().getStyleClass()).contains("search-field");
        });
    }

    @Test
    void theFormIsOpenedLeftAndOpenedAgainByKeys() throws Exception {
        Fx.run(() -> {
            var stand = stand();
            stand.press(KeyCode.F8);
            assertThat(model.stateProperty().get()).isInstanceOf(State.Entering.class);
            stand.press(KeyCode.ESCAPE);
            assertThat(model.stateProperty().get()).isInstanceOf(State.Blank.class);
            stand.press(KeyCode.ESCAPE);
            assertThat(at.intents).containsExactly(new Intent.Back());
        });
    }

    @Test
    void enterPutsTheCursorIntoTheFirstWrongField() throws Exception {
        Fx.run(() -> {
            var stand = stand();
            stand.press(KeyCode.F8);
            var name = stand.scene.getFocusOwner();
            stand.press(KeyCode.TAB);
            assertThat(stand.scene.getFocusOwner()).isNotSameAs(name);
            stand.press(KeyCode.ENTER);
            assertThat(((State.Entering) model.stateProperty().get()).entry().wrong())
                    .containsKey(Field.NAME);
            assertThat(stand.scene.getFocusOwner()).isSameAs(name);
        });
    }

    @Test
    void somebodyChosenBeforeStandsThereAgain() throws Exception {
        var person = new TrainingPeople(7).person(3);
        at.done(at.enrollment().identify(at.visit.session().id(), person));
        var again =
                new FindViewModel(
                        at.visit,
                        at.background,
                        at.intents::add,
                        new TrainingDirectory(7, 200),
                        new CardCodes(devices));
        assertThat(again.pointed()).contains(person);
    }

    private Stand stand() {
        return new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, this::screen);
    }
}
