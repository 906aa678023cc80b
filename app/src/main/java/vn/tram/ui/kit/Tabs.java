package vn.tram.ui.kit;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A row of equal parts of one step, each with its state; one is here.
public final class Tabs extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /// @param tone how that part stands
    /// @param run chooses it; the workflow may refuse
    public record Tab(Phrase words, Tone tone, boolean here, Runnable run) {}

    private final Controls controls;

    public Tabs(Controls controls) {
        this.controls = controls;
        getStyleClass().add("tabs");
    }

    public void show(List<Tab> all) {
        getChildren().setAll(all.stream().map(this::drawn).toList());
    }

    private Node drawn(Tab tab) {
        var words = controls.label(tab.words());
        words.setGraphic(controls.icon(tab.tone().icon()));
        var button = new Button();
        button.setGraphic(words);
        button.getStyleClass().addAll("tab", tab.tone().styleClass());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(1); // all the same width, whatever the words
        button.accessibleTextProperty().bind(controls.texts().bind(tab.words()));
        button.pseudoClassStateChanged(CHOSEN, tab.here());
        button.setOnAction(_ -> tab.run().run());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }
}
