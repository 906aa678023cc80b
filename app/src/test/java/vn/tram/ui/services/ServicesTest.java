package vn.tram.ui.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Consent;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.Step;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.StationVisit;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;
import vn.tram.ui.services.ServicesViewModel.Line;
import vn.tram.ui.services.ServicesViewModel.State;

class ServicesTest {
    private static final int CARD = 1;
    private static final int EID = 3;
    private static final int BANK = 4;

    @TempDir Path folder;

    private StationVisit at;
    private ServicesViewModel model;

    @BeforeEach
    void open() throws StationFault {
        at = new StationVisit(folder);
        at.identified();
        model = model();
    }

    @AfterEach
    void close() throws StationFault {
        at.close();
    }

    private ServicesViewModel model() {
        return new ServicesViewModel(at.visit, at.background, at.intents::add);
    }

    private Screen screen(Kit kit) {
        return new ServicesView(kit, model, at.visit.rail(Step.SERVICES), Stand.CLOCK);
    }

    private State.Asking asking() {
        return (State.Asking) model.stateProperty().get();
    }

    private void touch(int index) {
        model.touch(index);
        at.background.run();
    }

    private Optional<Consent.Answer> stored(int index) throws StationFault {
        var code = asking().lines().get(index).service().code();
        return at.stored().consent(code).map(Consent::answer);
    }

    @Test
    void nothingIsChosenOrAnsweredBeforehand() {
        assertThat(asking().lines()).noneMatch(Line::chosen);
        assertThat(asking().lines()).allMatch(l -> l.answer().isEmpty());
    }

    @Test
    void aTouchChoosesAndASecondPutsBack() throws StationFault {
        touch(CARD);
        assertThat(at.stored().services()).containsExactly("id-card-exchange");
        touch(EID);
        touch(EID);
        assertThat(at.stored().services()).containsExactly("id-card-exchange");
    }

    @Test
    void theLastServiceCannotBePutBackAndItIsSaid() throws StationFault {
        touch(CARD);
        touch(CARD);
        assertThat(asking().refused()).contains(new Reason.NoService());
        assertThat(at.stored().services()).containsExactly("id-card-exchange");
    }

    @Test
    void theLawIsToldAndNeverDeclined() throws StationFault {
        touch(CARD);
        model.declineHere();
        at.background.run();
        assertThat(stored(CARD)).isEmpty();
        model.agreeHere();
        at.background.run();
        assertThat(stored(CARD)).contains(Consent.Answer.TOLD);
    }

    @Test
    void anAnswerAboutAServiceChoosesIt() throws StationFault {
        model.decline(BANK);
        at.background.run();
        assertThat(at.stored().services()).containsExactly("bank-account");
        assertThat(stored(BANK)).contains(Consent.Answer.DECLINED);
    }

    @Test
    void nextGoesToWhatWasNotAskedAndThenOn() {
        touch(CARD);
        touch(BANK);
        touch(EID);
        assertThat(asking().left()).isEqualTo(3);
        for (int index : new int[] {CARD, EID, BANK}) {
            model.next();
            assertThat(asking().here()).isEqualTo(index);
            model.agreeHere();
            at.background.run();
        }
        assertThat(asking().left()).isZero();
        assertThat(at.intents).isEmpty();
        model.next();
        assertThat(at.intents).containsExactly(new Intent.Next());
    }

    @Test
    void whoDeclinesEverythingIsNotTakenOn() {
        model.decline(BANK);
        at.background.run();
        model.next();
        assertThat(asking().refused()).contains(new Reason.AllDeclined());
        assertThat(at.intents).isEmpty();
    }

    @Test
    void whatWasAnsweredStandsWhenTheScreenIsEnteredAgain() {
        model.agree(EID);
        at.background.run();
        model = model();
        assertThat(asking().here()).isEqualTo(EID);
        assertThat(asking().line().answer()).contains(Consent.Answer.AGREED);
    }

    @Test
    void everyStateKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("services", this::screen);
        touch(CARD);
        model.agreeHere();
        at.background.run();
        model.agree(EID);
        at.background.run();
        model.decline(5);
        at.background.run();
        touch(BANK);
        FrameRules.holdFor("services-asked", this::screen);
    }

    @Test
    void aRefusalKeepsTheRulesOfTheFrame() throws Exception {
        model.decline(BANK);
        at.background.run();
        model.next();
        FrameRules.holdFor("services-declined", this::screen);
    }

    @Test
    void allOfItGoesByKeyboard() throws Exception {
        Fx.run(() -> {
            var stand = new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, this::screen);
            press(stand, KeyCode.DOWN);
            stand.pass(Duration.ofSeconds(1));
            stand.tap(KeyCode.SPACE, " ", false);
            at.background.run();
            assertThat(at.stored().services()).containsExactly("id-card-exchange");
            type(stand, "1");
            press(stand, KeyCode.DOWN);
            assertThat(stored(CARD)).contains(Consent.Answer.TOLD);
            press(stand, KeyCode.DOWN);
            type(stand, "2");
            press(stand, KeyCode.ENTER);
            assertThat(at.intents).isEmpty(); // what was typed is being stored
            press(stand, KeyCode.ENTER);
            assertThat(stored(EID)).contains(Consent.Answer.DECLINED);
        });
        assertThat(at.intents).containsExactly(new Intent.Next());
    }

    @Test
    void aFasterHandLosesNoAnswer() throws StationFault {
        model.agree(EID);
        model.decline(BANK);
        model.agree(CARD);
        assertThat(asking().storing()).isTrue();
        at.background.run();
        assertThat(asking().storing()).isFalse();
        assertThat(stored(EID)).contains(Consent.Answer.AGREED);
        assertThat(stored(BANK)).contains(Consent.Answer.DECLINED);
        assertThat(stored(CARD)).contains(Consent.Answer.TOLD);
    }

    private void press(Stand stand, KeyCode code) {
        stand.press(code);
        at.background.run();
        stand.layout();
    }

    /// A digit; the keyboard holds it until the next key, when it is clear that a hand typed it.
    private static void type(Stand stand, String digit) {
        stand.pass(Duration.ofSeconds(1));
        stand.type(digit);
    }
}
