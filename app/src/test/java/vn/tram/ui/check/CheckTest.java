package vn.tram.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.CitizenAnswer;
import vn.tram.domain.Consent;
import vn.tram.domain.Field;
import vn.tram.domain.Item;
import vn.tram.domain.Source;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.Step;
import vn.tram.identity.Rule;
import vn.tram.identity.TrainingPeople;
import vn.tram.ui.check.CheckViewModel.State;
import vn.tram.ui.kit.CitizenSide;
import vn.tram.ui.kit.CitizenSide.Said;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.StationVisit;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

class CheckTest {
    private static final String EID = "eid-level-2";

    @TempDir Path folder;

    private StationVisit at;
    private CheckViewModel model;

    @BeforeEach
    void open() throws StationFault {
        at = new StationVisit(folder);
    }

    @AfterEach
    void close() throws StationFault {
        at.close();
    }

    /// A person of the training people who agreed to a service that needs a phone number.
    private void visited(Field changed, String value) throws StationFault {
        var id = at.visit.session().id();
        var person = StationVisit.changed(new TrainingPeople(7).person(0), changed, value);
        at.done(at.enrollment().identify(id, person));
        at.done(at.enrollment().choose(id, List.of(EID)));
        at.done(at.enrollment().answer(id, EID, Consent.Answer.AGREED));
        model = new CheckViewModel(at.visit, at.background, at.intents::add);
    }

    private void complete() throws StationFault {
        visited(Field.PHONE, "0912345678");
    }

    private Screen screen(Kit kit) {
        return new CheckView(kit, model, at.visit.rail(Step.CHECK));
    }

    /// Lines of the audit log with this event.
    private List<String> noted(String event) throws IOException {
        try (var files = Files.walk(folder.resolve("state").resolve("audit"))) {
            var lines = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.readAllLines(file).stream()
                        .filter(l -> l.contains(event))
                        .forEach(lines::add);
            }
            return lines;
        }
    }

    private State state() {
        return model.stateProperty().get();
    }

    @Test
    void whatAServiceNeedsAndNobodyEnteredIsARow() throws StationFault {
        visited(Field.PHONE, "");
        var row = ((State.Checking) state()).row();
        assertThat(row.field()).isEqualTo(Field.PHONE);
        assertThat(row.isMissing()).isTrue();
        assertThat(model.found(Rule.Family.COMPLETE)).hasSize(1);
        assertThat(model.found(Rule.Family.ALIVE)).isEmpty();
        assertThat(model.neededBy(Field.PHONE)).hasSize(1);
    }

    @Test
    void enterGoesFromTheMissingItemToTheNextStep() throws StationFault {
        visited(Field.PHONE, "");
        model.next();
        assertThat(((State.Editing) state()).row().field()).isEqualTo(Field.PHONE);
        model.write("0912 345 678");
        at.background.run();
        assertThat(at.stored().citizen().orElseThrow().items())
                .containsEntry(Field.PHONE, new Item("0912345678", Source.TYPED));
        assertThat(model.blocking()).isEmpty();
        model.next();
        at.background.run();
        assertThat(at.stored().checked()).isPresent();
        assertThat(at.intents).containsExactly(new Intent.Next());
    }

    /// The citizen's word is flagged at its row until that is written anew.
    @Test
    void aRowTheCitizenFindsWrongIsFlaggedAndNoted() throws Exception {
        complete();
        model.heard(new Said(CitizenSide.Answer.WRONG, Optional.of(Field.RESIDENCE)));
        at.background.run();
        var row = ((State.Checking) state()).row();
        assertThat(row.field()).isEqualTo(Field.RESIDENCE);
        assertThat(row.doubted()).isTrue();
        assertThat(noted("citizen-disputed-data")).hasSize(1);
        assertThat(at.stored().citizenAnswer().map(CitizenAnswer::disputed))
                .contains(Set.of(Field.RESIDENCE));
        model.edit();
        model.write("Thôn 2, xã Mẫu");
        at.background.run();
        assertThat(((State.Checking) state()).rows()).noneMatch(CheckViewModel.Row::doubted);
        assertThat(at.stored().citizenAnswer()).isEmpty();
        model.heard(new Said(CitizenSide.Answer.RIGHT, Optional.empty()));
        at.background.run();
        assertThat(noted("citizen-confirmed-data")).hasSize(1);
        assertThat(at.stored().citizenAnswer().map(CitizenAnswer::right)).contains(true);
    }

    @Test
    void whatTheCitizenFoundWrongIsStillFlaggedWhenTheScreenIsOpenedAgain() throws Exception {
        complete();
        model.heard(new Said(CitizenSide.Answer.WRONG, Optional.of(Field.NAME)));
        at.background.run();
        var again = new CheckViewModel(at.visit, at.background, at.intents::add);
        var row = ((State.Checking) again.stateProperty().get()).row();
        assertThat(row.field()).isEqualTo(Field.NAME);
        assertThat(row.doubted()).isTrue();
    }

    @Test
    void whatCannotBeRightIsNotStored() throws StationFault {
        visited(Field.PHONE, "");
        model.next();
        model.write("12");
        at.background.run();
        var editing = (State.Editing) state();
        assertThat(editing.wrong().orElseThrow().rule()).isEqualTo(Rule.PHONE_MALFORMED);
        assertThat(editing.typed()).isEqualTo("12");
        assertThat(at.stored().citizen().flatMap(c -> c.value(Field.PHONE))).isEmpty();
    }

    @Test
    void aMissingItemLeftEmptyStaysOpen() throws StationFault {
        visited(Field.PHONE, "");
        model.next();
        model.write(" ");
        assertThat(((State.Editing) state()).wrong().orElseThrow().rule()).isEqualTo(Rule.MISSING);
    }

    @Test
    void leavingARowChangesNothing() throws StationFault {
        complete();
        model.edit();
        model.back();
        assertThat(state()).isInstanceOf(State.Checking.class);
        model.back();
        assertThat(at.intents).containsExactly(new Intent.Back());
        assertThat(at.stored().citizen()).isEqualTo(at.visit.session().citizen());
    }

    @Test
    void aChangeAfterTheCheckAsksForTheCheckAgain() throws StationFault {
        complete();
        model.next();
        at.background.run();
        assertThat(at.stored().checked()).isPresent();
        model.edit();
        model.write("NGUYỄN THỊ MẪU");
        at.background.run();
        assertThat(at.stored().checked()).isEmpty();
        assertThat(at.name()).contains("NGUYỄN THỊ MẪU");
    }

    @Test
    void aDateIsShownAsPeopleWriteIt() throws StationFault {
        complete();
        model.move(1);
        model.edit();
        assertThat(((State.Editing) state()).typed()).matches("[0-9]{2}/[0-9]{2}/[0-9]{4}");
    }

    @Test
    void everyStateKeepsTheRulesOfTheFrame() throws Exception {
        visited(Field.PHONE, "");
        FrameRules.holdFor("check-missing", this::screen);
        model.next();
        model.write("12");
        FrameRules.holdFor("check-editing", this::screen);
        model.write("0912345678");
        at.background.run();
        FrameRules.holdFor("check-good", this::screen);
    }

    @Test
    void allOfItGoesByKeyboard() throws Exception {
        visited(Field.PHONE, "");
        Fx.run(() -> {
            var stand = new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, this::screen);
            stand.press(KeyCode.ENTER);
            stand.layout();
            assertThat(state()).isInstanceOf(State.Editing.class);
            assertThat(stand.scene.getFocusOwner()).isInstanceOf(TextField.class);
            for (var digit : "0912345678".split("")) {
                stand.pass(Duration.ofMillis(100));
                stand.type(digit);
            }
            stand.press(KeyCode.ENTER);
            at.background.run();
            assertThat(state()).isInstanceOf(State.Checking.class);
            stand.press(KeyCode.ENTER);
            at.background.run();
        });
        assertThat(at.stored().checked()).isPresent();
        assertThat(at.intents).containsExactly(new Intent.Next());
    }
}
