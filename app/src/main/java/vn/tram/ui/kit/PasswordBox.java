package vn.tram.ui.kit;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// A password field with an eye, and Caps Lock told below it.
public final class PasswordBox extends VBox {
    private final PasswordField hidden = new PasswordField();
    private final TextField open = new TextField();
    private final Label caps;

    /// @param label accessible name of the field
    public PasswordBox(Controls controls, Phrase label) {
        getStyleClass().add("password-box");
        hidden.getStyleClass().add("password");
        open.getStyleClass().add("password");
        open.textProperty().bindBidirectional(hidden.textProperty());
        open.setVisible(false);
        var eye = new Button();
        eye.setGraphic(controls.icon(Material2OutlinedMZ.VISIBILITY, "icon-24"));
        eye.getStyleClass().add("eye");
        eye.accessibleTextProperty().bind(controls.texts().bind("kit.password.show"));
        eye.setOnAction(_ -> reveal(!open.isVisible()));
        var right = new HBox(eye);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setPickOnBounds(false);
        hidden.accessibleTextProperty().bind(controls.texts().bind(label));
        open.accessibleTextProperty().bind(controls.texts().bind(label));
        caps = controls.state(Tone.WARN, Phrase.of("kit.password.caps"));
        caps.setVisible(false);
        caps.managedProperty().bind(caps.visibleProperty());
        getChildren().setAll(new StackPane(hidden, open, right), caps);
        addEventFilter(KeyEvent.KEY_RELEASED, _ -> tellCaps());
        hidden.focusedProperty().subscribe(_ -> tellCaps());
    }

    private void tellCaps() {
        caps.setVisible(Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
    }

    private void reveal(boolean seen) {
        open.setVisible(seen);
        hidden.setVisible(!seen);
        focus();
    }

    /// Puts the cursor into the field.
    public void focus() {
        var field = open.isVisible() ? open : hidden;
        field.requestFocus();
        field.end();
    }

    public boolean isEmpty() {
        return hidden.getText().isEmpty();
    }

    /// What was typed; the field is empty afterwards. The caller wipes it.
    public char[] take() {
        var typed = hidden.getText().toCharArray();
        hidden.clear();
        return typed;
    }
}
