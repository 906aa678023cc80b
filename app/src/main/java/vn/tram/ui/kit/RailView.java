package vn.tram.ui.kit;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Draws a [Rail] and sends what is touched to the navigator.
final class RailView extends VBox {
    private final Controls controls;
    private final Navigator navigator;
    private final ObjectProperty<Phrase> time = new SimpleObjectProperty<>(Phrase.asIs(""));
    private Rail shown = new Rail.None();

    RailView(Controls controls, Navigator navigator) {
        this.controls = controls;
        this.navigator = navigator;
        getStyleClass().add("rail");
    }

    void show(Rail rail) {
        boolean seen = !(rail instanceof Rail.None);
        setVisible(seen);
        setManaged(seen);
        if (rail instanceof Rail.Steps steps) {
            time.set(steps.time());
        }
        // The time changes each second: buttons must not be new ones under a finger.
        if (withoutTime(rail).equals(withoutTime(shown))) {
            return;
        }
        shown = rail;
        switch (rail) {
            case Rail.None _ -> getChildren().clear();
            case Rail.Places places -> showPlaces(places);
            case Rail.Steps steps -> showSteps(steps);
        }
    }

    private static Rail withoutTime(Rail rail) {
        return rail instanceof Rail.Steps(var name, var number, _, var steps, var foot)
                ? new Rail.Steps(name, number, Phrase.asIs(""), steps, foot)
                : rail;
    }

    private void showPlaces(Rail.Places rail) {
        getChildren().clear();
        for (var place : rail.places()) {
            getChildren().add(place(place, place.name().equals(rail.here())));
        }
        getChildren().addAll(Controls.gap(), foot(List.of(rail.foot())));
    }

    private Node place(Place place, boolean here) {
        var content =
                new HBox(controls.icon(place.icon(), "icon-24"), controls.label(place.words()));
        content.getStyleClass().add("step-content");
        content.setAlignment(Pos.CENTER_LEFT);
        place.count()
                .ifPresent(waiting -> {
                    var count = controls.label(Phrase.asIs("" + waiting), "count");
                    if (place.attention()) {
                        count.getStyleClass().add("warn");
                    }
                    content.getChildren().addAll(Controls.gap(), count);
                });
        return entry(content, place.words(), here, "place", new Intent.Open(place.name()));
    }

    private Node entry(Node content, Phrase words, boolean here, String kind, Intent intent) {
        var button = new Button();
        button.setGraphic(content);
        button.getStyleClass().addAll("step", kind);
        if (here) {
            button.getStyleClass().add("here");
        }
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(controls.texts().bind(words));
        button.setOnAction(_ -> navigator.go(intent));
        return button;
    }

    private void showSteps(Rail.Steps rail) {
        var passed = controls.label(rail.time(), "rail-note");
        passed.textProperty().bind(controls.texts().bind(time));
        passed.setGraphic(controls.icon(Material2OutlinedMZ.TIMER));
        var who =
                new VBox(
                        controls.paragraph(rail.name(), "rail-name"),
                        controls.label(rail.number(), "rail-note"),
                        passed);
        who.getStyleClass().add("rail-who");
        getChildren().setAll(who);
        for (int i = 0; i < rail.steps().size(); i++) {
            getChildren().add(step(rail.steps().get(i), i + 1));
        }
        getChildren().addAll(Controls.gap(), foot(rail.foot()));
    }

    private Node step(Rail.Step step, int number) {
        var sign = controls.icon(step.tone().icon(), "icon-24", "step-sign");
        var words =
                new VBox(
                        controls.label(step.words(), "step-words"),
                        controls.label(step.below(), "step-note"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var content = new HBox(sign, words);
        content.getStyleClass().add("step-content");
        content.setAlignment(Pos.CENTER_LEFT);
        var button = entry(content, step.words(), step.here(), "walk", new Intent.Step(number));
        button.getStyleClass().add(step.tone().styleClass());
        return button;
    }

    private Node foot(List<Phrase> lines) {
        var foot = new VBox();
        foot.getStyleClass().add("rail-foot");
        for (var line : lines) {
            foot.getChildren().add(controls.paragraph(line, "rail-note"));
        }
        foot.setMinHeight(Region.USE_PREF_SIZE);
        foot.setVisible(!lines.isEmpty());
        return foot;
    }
}
