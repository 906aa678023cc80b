package vn.tram.ui.kit;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One of a few choices, at least 44 px high. The chosen one is blue and wears a tick, so that it
/// can be told without colour.
public final class Choice extends Button {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Label tick = new Label();

    Choice(Controls controls, Phrase words, Optional<Key> key, Runnable run) {
        tick.setGraphic(controls.icon(Tone.GOOD.icon()));
        var content = new HBox(tick, controls.label(words));
        key.ifPresent(k -> content.getChildren().add(controls.cap(k)));
        content.getStyleClass().add("capped-content");
        content.setAlignment(Pos.CENTER);
        setGraphic(content);
        accessibleTextProperty().bind(controls.texts().bind(words));
        getStyleClass().add("choice");
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(_ -> run.run());
        setChosen(false);
    }

    public void setChosen(boolean chosen) {
        tick.setVisible(chosen);
        tick.setManaged(chosen);
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
