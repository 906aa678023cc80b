package vn.tram.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.ui.home.HomeViewModel.State;
import vn.tram.ui.kit.Books;
import vn.tram.ui.kit.Check;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;
import vn.tram.ui.kit.Tone;

class HomeTest {
    private static final int A_DAY = 24 * 60;

    private final Books books = new Books();

    private Screen screen(Kit kit) {
        var model =
                new HomeViewModel(books.sessions(), books.outbox(), Stand.CLOCK, kit.background());
        var devices =
                new SimpleObjectProperty<>(
                        List.of(
                                new Check(
                                        Tone.GOOD,
                                        Phrase.of("kit.light.fingerprint"),
                                        Phrase.asIs("sim://slap"))));
        return new HomeView(
                kit,
                model,
                new Places(
                        List.of(Places.HOME, Places.ENROLL, Places.EXPORT, Places.SETTINGS),
                        Stand.SIGN),
                new HomeView.About("Cán bộ Mẫu A", devices, Stand.CLOCK));
    }

    private HomeViewModel.Today today() {
        var background = new SameThread();
        var model = new HomeViewModel(books.sessions(), books.outbox(), Stand.CLOCK, background);
        model.load();
        background.run();
        return ((State.Loaded) model.stateProperty().get()).today();
    }

    private void busyDay() {
        books.session(41, "TRẦN VĂN THỬ", Stage.SEALED, 60, 1)
                .session(42, "LÊ THỊ VÍ DỤ", Stage.AWAITING_APPROVAL, 50, 2)
                .session(43, "PHẠM VĂN TẬP", Stage.PARKED, 40, 1)
                .session(44, "NGUYỄN THỊ MẪU Ẫ Ỗ Ẳ", Stage.OPEN, 5, 1)
                .session(7, "HOÀNG THỊ HUẤN", Stage.SEALED, A_DAY, 1);
        books.waiting.add(books.sessions.getFirst().id());
    }

    @Test
    void aBusyDayKeepsTheRulesOfTheFrame() throws Exception {
        busyDay();
        FrameRules.holdFor("home", this::screen);
    }

    @Test
    void anEmptyDayKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("home-empty", this::screen);
    }

    @Test
    void aFaultKeepsTheRulesOfTheFrame() throws Exception {
        books.fault = Optional.of(StationFault.Code.LT_400);
        FrameRules.holdFor("home-fault", this::screen);
    }

    @Test
    void onlyTodaysSessionsCountAsDoneToday() {
        busyDay();
        assertThat(today().done()).isEqualTo(2);
    }

    @Test
    void aPositionWithTwoAttemptsIsOneRetake() {
        busyDay();
        assertThat(today().captures()).isEqualTo(4);
        assertThat(today().retaken()).isEqualTo(1);
    }

    @Test
    void theNextNumberFollowsTheHighestOfToday() {
        busyDay();
        assertThat(today().nextNumber()).isEqualTo(45);
    }

    @Test
    void aListShowsTheLastFourDigitsOnly() {
        busyDay();
        assertThat(today().interrupted().orElseThrow().lastDigits()).contains("0144");
    }

    @Test
    void anInterruptedSessionIsTheNextAction() throws Exception {
        busyDay();
        Fx.run(() -> {
            var stand = new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, this::screen);
            stand.press(KeyCode.ENTER);
            assertThat(stand.intents)
                    .containsExactly(new Intent.Resume(books.sessions.get(3).id().value()));
        });
    }

    @Test
    void withNothingOpenEnterCallsTheNext() throws Exception {
        Fx.run(() -> {
            var stand = new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, this::screen);
            stand.press(KeyCode.ENTER);
            stand.press(KeyCode.F12);
            assertThat(stand.intents).containsExactly(new Intent.Call(), new Intent.Lock());
        });
    }
}
