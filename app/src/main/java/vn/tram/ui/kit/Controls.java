package vn.tram.ui.kit;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes the small parts that all screens are built of. Each follows the language by itself.
public final class Controls {
    private final Texts texts;

    public Controls(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    /// Words with CSS classes such as `note`, `strong`, `value`, `muted`, `wrap`.
    public Label label(Phrase words, String... styleClasses) {
        var label = new Label();
        label.textProperty().bind(texts.bind(words));
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    public Label label(ObservableValue<Phrase> words, String... styleClasses) {
        var label = new Label();
        label.textProperty().bind(texts.bind(words));
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// Words that change, as [#label], wrapped where they do not fit a line.
    public Label paragraph(Phrase words, String... styleClasses) {
        var label = label(words, styleClasses);
        label.getStyleClass().add("wrap");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// 18 px bold, over a part of the panel or a card.
    public Label heading(Phrase words) {
        return paragraph(words, "heading");
    }

    /// 20 px, in the colour of the text unless a class says otherwise.
    public FontIcon icon(Ikon icon, String... styleClasses) {
        var drawn = FontIcon.of(icon);
        drawn.getStyleClass().add("icon");
        drawn.getStyleClass().addAll(styleClasses);
        return drawn;
    }

    /// Icon, bold word and colour of how something stands.
    public Label state(Tone tone, Phrase words) {
        var label = label(words, "state", tone.styleClass());
        label.setGraphic(icon(tone.icon()));
        return label;
    }

    /// A line with a state's icon, what it is about and a note below.
    public HBox line(Tone tone, Phrase what, Phrase below) {
        var sign = new Label();
        sign.getStyleClass().addAll("state", tone.styleClass());
        sign.setGraphic(icon(tone.icon(), "icon-22"));
        var words = new VBox(paragraph(what), paragraph(below, "note"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(sign, words);
        line.getStyleClass().add("check-line");
        return line;
    }

    /// A white block with a border; class `tinted` for the grey one.
    public VBox card(Node... children) {
        var card = new VBox(children);
        card.getStyleClass().add("card");
        return card;
    }

    /// A whole card to be touched: icon, bold words, a note below.
    public Button task(Tone tone, Ikon icon, Phrase what, Phrase below, Runnable run) {
        var sign = new Label();
        sign.getStyleClass().addAll("state", tone.styleClass());
        sign.setGraphic(icon(icon, "icon-26"));
        var lines = new VBox(paragraph(what, "bold"), paragraph(below, "note"));
        HBox.setHgrow(lines, Priority.ALWAYS);
        var content = new HBox(sign, lines);
        content.getStyleClass().add("task-content");
        var button = new CardButton(content);
        button.getStyleClass().add("task");
        button.accessibleTextProperty().bind(texts.bind(what));
        button.setOnAction(_ -> run.run());
        return button;
    }

    /// A button with icon, words and its key cap; at least 44 px high. In a work area or panel
    /// only: the bottom bar makes its own from [Screen#actions].
    public Button button(Action action) {
        var button = new Button();
        var content = capped(Optional.of(action.icon()), label(action.words()), action.key());
        button.setGraphic(content);
        button.accessibleTextProperty().bind(texts.bind(action.words()));
        button.getStyleClass().add("capped");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run().run());
        return button;
    }

    /// One of a few choices; the chosen one wears a tick. `key` is its cap, if it has one.
    public Choice choice(Phrase words, Optional<Key> key, Runnable run) {
        return new Choice(this, words, key, run);
    }

    /// Icon, words, then room, then the key cap.
    HBox capped(Optional<Ikon> icon, Label words, Optional<Key> key) {
        var content = new HBox();
        content.getStyleClass().add("capped-content");
        content.setAlignment(Pos.CENTER_LEFT);
        icon.ifPresent(i -> content.getChildren().add(icon(i, "icon-24")));
        words.setMinWidth(Region.USE_PREF_SIZE);
        content.getChildren().add(words);
        key.ifPresent(k -> content.getChildren().add(cap(k)));
        return content;
    }

    /// The little picture of a key.
    public Label cap(Key key) {
        var cap = new Label(key.cap());
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /// Takes the room that is left in a row.
    public static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
