package vn.tram.ui.settings;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

/// The officer's choices: they take effect at once and are kept when saved. UI thread only; knows
/// no control.
public final class SettingsViewModel {
    /// Where the choices stand.
    public sealed interface State {
        /// As stored.
        record Stored() implements State {}

        /// Seen, but gone with the next start.
        record Changed() implements State {}

        record Storing() implements State {}

        record Failed(StationFault.Code code) implements State {}
    }

    /// All of the choices.
    public record Choices(Locale language, Theme.Look look, Theme.TextSize textSize) {
        /// What a new station has.
        public static final Choices DEFAULT =
                new Choices(Texts.VIETNAMESE, Theme.Look.LIGHT, Theme.TextSize.NORMAL);
    }

    /// Port: keeps the choices for the next start. May block.
    @FunctionalInterface
    public interface Preferences {
        void store(Choices choices) throws StationFault;
    }

    private final Preferences preferences;
    private final Background.Slot storing;
    private final ObjectProperty<Locale> language;
    private final ObjectProperty<Theme.Look> look;
    private final ObjectProperty<Theme.TextSize> textSize;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Stored());
    private final Subscription following;
    private Choices stored;

    /// @param language and the others: what all screens follow
    public SettingsViewModel(
            Preferences preferences,
            Background background,
            ObjectProperty<Locale> language,
            ObjectProperty<Theme.Look> look,
            ObjectProperty<Theme.TextSize> textSize) {
        this.preferences = preferences;
        this.language = language;
        this.look = look;
        this.textSize = textSize;
        storing = background.slot("settings");
        stored = chosen();
        following =
                Subscription.combine(
                        language.subscribe(this::compare),
                        look.subscribe(this::compare),
                        textSize.subscribe(this::compare));
    }

    /// The screen goes; the choices, which outlive it, are no longer followed.
    public void leave() {
        following.unsubscribe();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    public ObjectProperty<Theme.Look> lookProperty() {
        return look;
    }

    public ObjectProperty<Theme.TextSize> textSizeProperty() {
        return textSize;
    }

    /// Back to what a new station has; not stored yet.
    public void reset() {
        choose(Choices.DEFAULT);
    }

    private void choose(Choices choices) {
        language.set(choices.language());
        look.set(choices.look());
        textSize.set(choices.textSize());
    }

    /// Keeps the choices for the next start.
    public void store() {
        if (state.get() instanceof State.Storing) {
            return;
        }
        var now = chosen();
        state.set(new State.Storing());
        storing.start(
                () -> {
                    preferences.store(now);
                    return now;
                },
                this::stored,
                fault -> state.set(new State.Failed(fault.code())));
    }

    private void stored(Choices now) {
        stored = now;
        state.set(new State.Stored());
        compare();
    }

    private Choices chosen() {
        return new Choices(language.get(), look.get(), textSize.get());
    }

    private void compare() {
        if (!(state.get() instanceof State.Storing)) {
            state.set(chosen().equals(stored) ? new State.Stored() : new State.Changed());
        }
    }
}
