package vn.tram.ui.portrait;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.SpecialCase;
import vn.tram.ui.kit.Choice;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.OmissionTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Primary;

/// Which special case, and why: one choice a kind by key or touch, and a field for the reason.
final class SpecialForm extends VBox {
    private static final List<Key> KEYS =
            List.of(Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4);

    private final SpecialCaseModel model;
    private final TextField words = new TextField();
    private final Map<SpecialCase.Kind, Choice> choices = new EnumMap<>(SpecialCase.Kind.class);
    private final Map<Key, Runnable> keys = new EnumMap<>(Key.class);

    SpecialForm(Controls controls, SpecialCaseModel model) {
        this.model = model;
        getStyleClass().add("special-form");
        getChildren().add(controls.heading(Phrase.of("portrait.special.title")));
        for (var kind : model.offered()) {
            var key = KEYS.get(keys.size());
            var choice =
                    controls.choice(
                            OmissionTexts.special(kind),
                            Optional.of(key),
                            () -> model.choose(kind));
            choice.setMaxWidth(Double.MAX_VALUE);
            choices.put(kind, choice);
            keys.put(key, () -> model.choose(kind));
            getChildren().add(choice);
        }
        var prompt = controls.texts().bind(Phrase.of("portrait.special.prompt"));
        words.promptTextProperty().bind(prompt);
        words.accessibleTextProperty().bind(prompt);
        words.textProperty()
                .subscribe(text -> {
                    if (model.asking()) {
                        model.write(text);
                    }
                });
        getChildren().add(words);
    }

    /// Shows the question as it stands.
    void show() {
        choices.forEach(
                (kind, choice) -> choice.setChosen(model.chosen().equals(Optional.of(kind))));
        if (!words.getText().equals(model.words())) {
            words.setText(model.words());
        }
    }

    Map<Key, Runnable> keys() {
        return keys;
    }

    /// Does the next thing that is missing.
    Primary primary() {
        if (model.chosen().isEmpty()) {
            return primary("portrait.special.choose", this::requestFocus);
        }
        if (model.isRecorded()) {
            return primary("portrait.special.take-back", model::decide);
        }
        return model.words().isBlank()
                ? primary("portrait.special.words", words::requestFocus)
                : primary("portrait.special.record", model::decide);
    }

    private static Primary primary(String key, Runnable run) {
        return Primary.ready(Phrase.of(key), Material2OutlinedMZ.TUNE, run);
    }
}
