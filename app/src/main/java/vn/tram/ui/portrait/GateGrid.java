package vn.tram.ui.portrait;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vn.tram.ui.kit.Controls;

/// The gates below the picture, one light each; the failing one with its number.
final class GateGrid extends GridPane {
    private static final int COLUMNS = 4;

    private final Controls controls;
    private List<Gate.Light> shown = List.of();

    GateGrid(Controls controls) {
        this.controls = controls;
        getStyleClass().add("gates");
    }

    void show(List<Gate.Light> lights) {
        if (lights.equals(shown)) {
            return;
        }
        shown = lights;
        getChildren().clear();
        for (int i = 0; i < lights.size(); i++) {
            var gate = drawn(lights.get(i));
            setHgrow(gate, Priority.ALWAYS);
            add(gate, i % COLUMNS, i / COLUMNS);
        }
    }

    private Node drawn(Gate.Light light) {
        var words = controls.label(light.words());
        words.setGraphic(controls.icon(light.tone().icon()));
        words.getStyleClass().add("gate-words");
        var gate = new HBox(words, Controls.gap());
        gate.getStyleClass().addAll("gate", light.tone().styleClass());
        gate.setPrefWidth(1); // all the same width, whatever the words
        light.number().ifPresent(n -> gate.getChildren().add(controls.label(n, "bold")));
        return gate;
    }
}
