package vn.tram.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Choice;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

/// Lines with choices as buttons; a choice takes effect at once.
public final class SettingsView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final SettingsViewModel model;
    private final Places places;
    private final HBox work = new HBox();
    private final VBox panel = new VBox();
    private final VBox told = new VBox();
    private Subscription following = Subscription.EMPTY;

    /// @param policies names of the quality policies in force, for the panel
    public SettingsView(Kit kit, SettingsViewModel model, Places places, List<String> policies) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        work.getStyleClass().add("settings");
        work.getChildren().setAll(groups(), lines());
        panel.getStyleClass().add("panel");
        panel.getChildren()
                .setAll(
                        told,
                        controls.heading(Phrase.of("settings.who")),
                        controls.paragraph(Phrase.of("settings.who.text"), "muted"),
                        quality(policies),
                        Controls.gap());
        model.stateProperty().subscribe(this::show);
    }

    private Node groups() {
        var group = controls.paragraph(Phrase.of("settings.display"), "bold");
        group.setGraphic(controls.icon(Material2OutlinedAL.LANGUAGE));
        var line = new HBox(group);
        line.getStyleClass().add("settings-group");
        var card = controls.card(line);
        card.getStyleClass().add("settings-groups");
        return card;
    }

    private Node lines() {
        var card =
                controls.card(
                        line(
                                "settings.language",
                                choices(
                                        model.languageProperty(),
                                        entry(
                                                Texts.VIETNAMESE,
                                                "settings.language.vi",
                                                Texts.ENGLISH,
                                                "settings.language.en"))),
                        line("settings.look", choices(model.lookProperty(), looks())),
                        line("settings.text-size", choices(model.textSizeProperty(), sizes())));
        card.getStyleClass().add("settings-lines");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private static <T> Map<T, String> entry(T first, String a, T second, String b) {
        var words = new LinkedHashMap<T, String>();
        words.put(first, a);
        words.put(second, b);
        return words;
    }

    private static Map<Theme.Look, String> looks() {
        var words =
                entry(
                        Theme.Look.LIGHT,
                        "settings.look.light",
                        Theme.Look.DARK,
                        "settings.look.dark");
        words.put(Theme.Look.NIGHT, "settings.look.night");
        return words;
    }

    private static Map<Theme.TextSize, String> sizes() {
        var words =
                entry(
                        Theme.TextSize.NORMAL,
                        "settings.text-size.normal",
                        Theme.TextSize.LARGE,
                        "settings.text-size.large");
        words.put(Theme.TextSize.HUGE, "settings.text-size.huge");
        return words;
    }

    private Node line(String key, Node choices) {
        var words =
                new VBox(
                        controls.paragraph(Phrase.of(key), "settings-name"),
                        controls.paragraph(Phrase.of(key + ".note"), "note"));
        words.getStyleClass().add("settings-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words, choices);
        line.getStyleClass().add("settings-line");
        return line;
    }

    private <T> Node choices(ObjectProperty<T> property, Map<T, String> words) {
        var row = new HBox();
        row.getStyleClass().add("choices");
        words.forEach((value, key) -> {
            Choice choice =
                    controls.choice(Phrase.of(key), Optional.empty(), () -> property.set(value));
            following =
                    following.and(property.subscribe(now -> choice.setChosen(value.equals(now))));
            row.getChildren().add(choice);
        });
        return row;
    }

    private Node quality(List<String> policies) {
        var card = controls.card(controls.paragraph(Phrase.of("settings.policies"), "note"));
        for (var policy : policies) {
            card.getChildren().add(controls.paragraph(Phrase.asIs(policy), "bold"));
        }
        card.getStyleClass().add("tinted");
        return card;
    }

    private void show(SettingsViewModel.State state) {
        told.getChildren()
                .setAll(
                        switch (state) {
                            case SettingsViewModel.State.Stored _ -> List.of();
                            case SettingsViewModel.State.Changed _ ->
                                    List.of(
                                            controls.paragraph(
                                                    Phrase.of("settings.unsaved"), "muted"));
                            case SettingsViewModel.State.Storing _ -> List.of();
                            case SettingsViewModel.State.Failed(var code) ->
                                    List.of(
                                            controls.paragraph(
                                                    FaultTexts.of(code).whole(), "field-fault"));
                        });
        told.setManaged(!told.getChildren().isEmpty());
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("place.settings"));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return places.rail(Places.SETTINGS);
    }

    @Override
    public Node work() {
        return work;
    }

    @Override
    public Node panel() {
        return panel;
    }

    @Override
    public ObservableValue<List<Action>> actions() {
        return new SimpleObjectProperty<>(
                List.of(
                        Action.of(
                                Key.ESC,
                                Material2OutlinedAL.ARROW_BACK,
                                Phrase.of("place.home"),
                                () -> kit.navigator().go(new Intent.Open(Places.HOME))),
                        Action.withoutKey(
                                Material2OutlinedMZ.UNDO,
                                Phrase.of("settings.reset"),
                                model::reset)));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case SettingsViewModel.State.Storing _ ->
                                    Primary.working(Phrase.of("settings.storing"));
                            case SettingsViewModel.State.Stored _ ->
                                    Primary.ready(
                                            Phrase.of("settings.stored"),
                                            () -> kit.navigator().go(new Intent.Open(Places.HOME)));
                            case SettingsViewModel.State.Changed _,
                                    SettingsViewModel.State.Failed _ ->
                                    Primary.ready(Phrase.of("settings.store"), model::store);
                        });
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("place.settings"),
                List.of(Phrase.of("settings.help.1"), Phrase.of("settings.help.2")));
    }

    @Override
    public void hidden() {
        following.unsubscribe();
        model.leave();
    }
}
