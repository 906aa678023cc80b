package vn.tram.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Draws one [HintWords]: who must act, the order, why, the number.
public final class HintPanel extends VBox {
    private final Controls controls;

    public HintPanel(Controls controls) {
        this.controls = controls;
        getStyleClass().add("hint");
        setAccessibleRoleDescription("hint");
    }

    public HintPanel(Controls controls, HintWords hint) {
        this(controls);
        show(hint);
    }

    public void show(HintWords hint) {
        for (var tone : Tone.values()) {
            getStyleClass().remove(tone.styleClass());
        }
        getStyleClass().add(hint.tone().styleClass());
        getChildren().setAll(head(hint), controls.paragraph(hint.order(), "hint-order"));
        hint.why().ifPresent(w -> getChildren().add(controls.paragraph(w, "hint-why")));
        hint.number().ifPresent(n -> getChildren().add(controls.paragraph(n, "note")));
    }

    private Node head(HintWords hint) {
        var head =
                controls.state(
                        hint.tone() == Tone.HERE ? Tone.INFO : hint.tone(), hint.who().words());
        head.getStyleClass().add("wrap");
        return head;
    }
}
