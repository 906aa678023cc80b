package vn.tram.ui.kit;

import java.util.Optional;
import javafx.scene.layout.VBox;

/// A fault where the thing was: the live area, the field. What happened large, what to do, what is
/// safe with a tick, the code small.
public final class FaultCard extends VBox {
    public FaultCard(Controls controls, Told told, Optional<Action> way) {
        getStyleClass().addAll("card", "fault-card");
        getChildren()
                .setAll(
                        controls.paragraph(told.what(), "fault-what"),
                        controls.paragraph(told.todo(), "fault-todo"),
                        controls.state(Tone.GOOD, told.safe()),
                        controls.label(told.codeNote(), "note"));
        way.ifPresent(action -> getChildren().add(controls.button(action)));
    }
}
