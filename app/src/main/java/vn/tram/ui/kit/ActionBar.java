package vn.tram.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The bottom bar: actions from the left, the primary at the right under the panel.
final class ActionBar extends HBox {
    private final Controls controls;
    private final HBox secondary = new HBox();
    private final Button primary = new Button();

    ActionBar(Controls controls, Runnable onPrimary) {
        this.controls = controls;
        getStyleClass().add("action-bar");
        secondary.getStyleClass().add("secondary");
        primary.setId("primary");
        primary.getStyleClass().add("primary");
        primary.setOnAction(_ -> onPrimary.run());
        getChildren().setAll(secondary, Controls.gap(), primary);
    }

    void showActions(List<Action> actions, Consumer<Action> fire) {
        if (actions.size() > 5) {
            throw new IllegalArgumentException("at most five actions, not " + actions.size());
        }
        secondary.getChildren().setAll(actions.stream().map(a -> button(a, fire)).toList());
    }

    private Node button(Action action, Consumer<Action> fire) {
        var button = controls.button(action);
        button.setOnAction(_ -> fire.accept(action));
        return button;
    }

    void showPrimary(Primary now) {
        primary.getStyleClass().remove("waiting");
        primary.accessibleTextProperty().unbind();
        primary.accessibleTextProperty().bind(controls.texts().bind(now.words()));
        switch (now) {
            case Primary.Ready ready ->
                    primary.setGraphic(content(ready, Optional.of(ready.key())));
            case Primary.Working working -> {
                primary.setGraphic(words(working));
                primary.getStyleClass().add("waiting");
            }
        }
    }

    private HBox content(Primary.Ready ready, Optional<Key> key) {
        var content = controls.capped(ready.icon(), words(ready), key);
        content.getChildren().add(content.getChildren().size() - 1, Controls.gap());
        content.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty()
                .bind(primary.widthProperty().map(w -> Math.max(0, w.doubleValue() - insets())));
        return content;
    }

    private double insets() {
        var insets = primary.getInsets();
        var padding = primary.getLabelPadding();
        return insets.getLeft() + insets.getRight() + padding.getLeft() + padding.getRight();
    }

    private Label words(Primary now) {
        var label = controls.label(now.words());
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
