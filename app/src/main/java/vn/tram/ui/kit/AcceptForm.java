package vn.tram.ui.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks why something is done all the same: a few ready answers by key or touch, and a field that
/// takes them over and can be written in.
public final class AcceptForm extends VBox {
    private static final List<Key> KEYS =
            List.of(Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4, Key.DIGIT_5);

    private final Controls controls;
    private final List<Phrase> answers;
    private final TextField words = new TextField();

    /// @param answers five at most
    public AcceptForm(Controls controls, Phrase title, List<Phrase> answers) {
        this.controls = controls;
        this.answers = List.copyOf(answers);
        getStyleClass().add("accept-form");
        getChildren().add(controls.heading(title));
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            var choice = controls.choice(answer, Optional.of(KEYS.get(i)), () -> take(answer));
            choice.setMaxWidth(Double.MAX_VALUE);
            words.textProperty().subscribe(text -> choice.setChosen(text.equals(worded(answer))));
            getChildren().add(choice);
        }
        words.accessibleTextProperty().bind(controls.texts().bind(title));
        words.promptTextProperty().bind(controls.texts().bind(Phrase.of("capture.other-words")));
        getChildren().add(words);
    }

    private void take(Phrase answer) {
        words.setText(worded(answer));
    }

    private String worded(Phrase answer) {
        return controls.texts().of(answer);
    }

    /// What the operator says, as it stands now.
    public String words() {
        return words.getText().strip();
    }

    /// Puts the focus where it can be written.
    public void ask() {
        words.requestFocus();
    }

    /// Forgets what was said.
    public void clear() {
        words.clear();
    }

    /// The keys of the answers; not taken from the field while it has the focus.
    public Map<Key, Runnable> keys() {
        var keys = new java.util.EnumMap<Key, Runnable>(Key.class);
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            keys.put(KEYS.get(i), () -> take(answer));
        }
        return keys;
    }
}
