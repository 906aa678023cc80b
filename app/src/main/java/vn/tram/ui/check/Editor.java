package vn.tram.ui.check;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.tram.domain.Field;
import vn.tram.ui.check.CheckViewModel.State;
import vn.tram.ui.kit.Choice;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FieldTexts;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.ReasonTexts;

/// The row that is being written: a field, or two choices for the sex; the message below.
final class Editor {
    private final Controls controls;
    private final TextField field = new TextField();
    private final Map<String, Choice> sexes;
    private String sex = "";
    private boolean choosing;

    Editor(Controls controls) {
        this.controls = controls;
        sexes = Map.of("M", choice("M", Key.DIGIT_1), "F", choice("F", Key.DIGIT_2));
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    private Choice choice(String code, Key key) {
        return controls.choice(FieldTexts.sex(code), Optional.of(key), () -> choose(code));
    }

    Node row(State.Editing editing) {
        var row = editing.row();
        choosing = row.field() == Field.SEX;
        var lines = new VBox(choosing ? choices(editing.typed()) : written(editing.typed()));
        lines.getStyleClass().add("form-field");
        editing.wrong()
                .ifPresent(w ->
                        lines.getChildren()
                                .add(controls.paragraph(ReasonTexts.finding(w), "field-fault")));
        HBox.setHgrow(lines, Priority.ALWAYS);
        var label = controls.paragraph(FieldTexts.label(row.field()), "muted", "col-item");
        label.setLabelFor(field);
        var content = new HBox(label, lines);
        content.getStyleClass().addAll("row-content", "edit-row");
        return content;
    }

    private Node written(String typed) {
        field.setText(typed);
        return field;
    }

    private Node choices(String typed) {
        choose(typed);
        var row = new HBox(sexes.get("M"), sexes.get("F"));
        row.getStyleClass().add("form-choices");
        return row;
    }

    /// @param code `M` or `F`; nothing else is a choice
    void choose(String code) {
        sex = code;
        sexes.forEach((c, choice) -> choice.setChosen(c.equals(code)));
    }

    void focus() {
        if (choosing) {
            Optional.ofNullable(sexes.get("M")).ifPresent(Node::requestFocus);
        } else {
            field.requestFocus();
            field.end();
        }
    }

    String typed() {
        return choosing ? sex : field.getText();
    }
}
