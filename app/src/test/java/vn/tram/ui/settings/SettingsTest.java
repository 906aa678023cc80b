package vn.tram.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;
import vn.tram.ui.settings.SettingsViewModel.Choices;
import vn.tram.ui.settings.SettingsViewModel.State;

class SettingsTest {
    private final List<Choices> stored = new ArrayList<>();
    private Optional<StationFault.Code> fault = Optional.empty();
    private final SameThread background = new SameThread();

    private void store(Choices choices) throws StationFault {
        if (fault.isPresent()) {
            throw new StationFault(fault.get(), "as the test wants");
        }
        stored.add(choices);
    }

    private SettingsViewModel model() {
        return new SettingsViewModel(
                this::store,
                background,
                new SimpleObjectProperty<>(Texts.VIETNAMESE),
                new SimpleObjectProperty<>(Theme.Look.LIGHT),
                new SimpleObjectProperty<>(Theme.TextSize.NORMAL));
    }

    private Screen screen(Kit kit) {
        var model =
                new SettingsViewModel(
                        this::store,
                        kit.background(),
                        kit.texts().localeProperty(),
                        kit.theme().lookProperty(),
                        kit.theme().textSizeProperty());
        return new SettingsView(
                kit,
                model,
                new Places(List.of(Places.HOME, Places.ENROLL, Places.SETTINGS), Stand.SIGN),
                List.of("vn-id-fingerprint 2026-11-01", "vn-id-portrait 2026-11-01"));
    }

    @Test
    void theScreenKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("settings", this::screen);
    }

    @Test
    void aChoiceIsSeenAtOnceAndStoredWhenSaved() {
        var model = model();
        model.lookProperty().set(Theme.Look.NIGHT);
        assertThat(model.stateProperty().get()).isEqualTo(new State.Changed());
        model.store();
        background.run();
        assertThat(stored)
                .containsExactly(
                        new Choices(Texts.VIETNAMESE, Theme.Look.NIGHT, Theme.TextSize.NORMAL));
        assertThat(model.stateProperty().get()).isEqualTo(new State.Stored());
    }

    @Test
    void whatIsChosenWhileStoringIsNotTakenForStored() {
        var model = model();
        model.lookProperty().set(Theme.Look.DARK);
        model.store();
        model.textSizeProperty().set(Theme.TextSize.HUGE);
        background.run();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Changed());
    }

    @Test
    void aFullDiskIsToldAndTheChoiceStays() {
        var model = model();
        fault = Optional.of(StationFault.Code.LT_401);
        model.textSizeProperty().set(Theme.TextSize.LARGE);
        model.store();
        background.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(new State.Failed(StationFault.Code.LT_401));
        assertThat(model.textSizeProperty().get()).isEqualTo(Theme.TextSize.LARGE);
    }

    @Test
    void theDefaultsAreVietnameseLightAndMedium() {
        var model = model();
        model.languageProperty().set(Texts.ENGLISH);
        model.textSizeProperty().set(Theme.TextSize.HUGE);
        model.reset();
        assertThat(model.stateProperty().get()).isEqualTo(new State.Stored());
    }
}
