package vn.tram.ui.find;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.tram.domain.Field;
import vn.tram.ui.kit.Choice;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FieldTexts;
import vn.tram.ui.kit.Phrase;

/// The form of a new person: two columns, label above, message below; keeps every answer.
final class PersonForm extends ScrollPane {
    private static final int COLUMNS = 2;
    private static final List<Field> ASKED =
            List.of(
                    Field.NAME,
                    Field.PERSONAL_NUMBER,
                    Field.BIRTH_DATE,
                    Field.SEX,
                    Field.GUARDIAN_NAME,
                    Field.GUARDIAN_NUMBER,
                    Field.RESIDENCE,
                    Field.CURRENT_ADDRESS,
                    Field.NATIONALITY,
                    Field.ETHNIC_GROUP,
                    Field.PHONE,
                    Field.EMAIL);

    private final Controls controls;
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<String, Choice> sexes;
    private final Map<Field, Label> messages = new EnumMap<>(Field.class);
    private final Map<Field, Node> blocks = new EnumMap<>(Field.class);
    private Optional<String> sex = Optional.empty();

    /// @param representative whether somebody born on what was typed needs one
    PersonForm(Controls controls, Predicate<String> representative) {
        this.controls = controls;
        sexes = Map.of("F", choice("F"), "M", choice("M"));
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        for (int i = 0; i < COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (var field : ASKED) {
            int index = ASKED.indexOf(field);
            grid.add(block(field), index % COLUMNS, index / COLUMNS);
        }
        setContent(grid);
        setFitToWidth(true);
        setFocusTraversable(false);
        getStyleClass().add("list-scroll");
        field(Field.BIRTH_DATE)
                .textProperty()
                .subscribe(typed -> showRepresentative(representative.test(typed)));
    }

    private Choice choice(String code) {
        return controls.choice(FieldTexts.sex(code), Optional.empty(), () -> choose(code));
    }

    private void choose(String code) {
        sex = Optional.of(code);
        sexes.forEach((c, choice) -> choice.setChosen(c.equals(code)));
    }

    private Node block(Field field) {
        var label = controls.paragraph(FieldTexts.label(field), "bold");
        var message = new Label();
        message.getStyleClass().addAll("field-fault", "wrap");
        message.setMinHeight(Region.USE_PREF_SIZE);
        messages.put(field, message);
        var block = new VBox(label, input(field, label), message);
        block.getStyleClass().add("form-field");
        blocks.put(field, block);
        hide(message);
        return block;
    }

    private Node input(Field field, Label label) {
        if (field == Field.SEX) {
            var row = new HBox(sexes.get("M"), sexes.get("F"));
            row.getStyleClass().add("form-choices");
            return row;
        }
        var input = new TextField();
        label.setLabelFor(input);
        if (field == Field.BIRTH_DATE) {
            input.promptTextProperty().bind(controls.texts().bind("find.date-prompt"));
        }
        fields.put(field, input);
        return input;
    }

    private TextField field(Field field) {
        return Optional.ofNullable(fields.get(field)).orElseThrow();
    }

    private void showRepresentative(boolean needed) {
        for (var field : List.of(Field.GUARDIAN_NAME, Field.GUARDIAN_NUMBER)) {
            var block = Optional.ofNullable(blocks.get(field)).orElseThrow();
            block.setVisible(needed);
            block.setManaged(needed);
        }
    }

    /// What was typed and chosen, empty answers left out; a representative only while one is asked
    /// for.
    Map<Field, String> answers() {
        var answers = new EnumMap<Field, String>(Field.class);
        fields.forEach((field, input) -> {
            var block = Optional.ofNullable(blocks.get(field)).orElseThrow();
            if (!input.getText().isBlank() && block.isVisible()) {
                answers.put(field, input.getText());
            }
        });
        sex.ifPresent(s -> answers.put(Field.SEX, s));
        return answers;
    }

    void show(Entry entry) {
        fields.forEach((field, input) -> input.setText(entry.typed().getOrDefault(field, "")));
        Optional.ofNullable(entry.typed().get(Field.SEX)).ifPresent(this::choose);
        messages.forEach((field, message) ->
                Optional.ofNullable(entry.wrong().get(field))
                        .ifPresentOrElse(words -> tell(message, words), () -> hide(message)));
        focus(entry);
    }

    private void tell(Label message, Phrase words) {
        message.textProperty().bind(controls.texts().bind(words));
        message.setVisible(true);
        message.setManaged(true);
    }

    private static void hide(Label message) {
        message.textProperty().unbind();
        message.setText("");
        message.setVisible(false);
        message.setManaged(false);
    }

    /// Into the first field that is wrong, else the first that is empty.
    private void focus(Entry entry) {
        ASKED.stream()
                .filter(entry.wrong()::containsKey)
                .findFirst()
                .or(() -> ASKED.stream().filter(f -> !entry.typed().containsKey(f)).findFirst())
                .ifPresent(this::focus);
    }

    private void focus(Field field) {
        var node =
                field == Field.SEX
                        ? Optional.<Node>ofNullable(sexes.get("M"))
                        : Optional.<Node>ofNullable(fields.get(field));
        applyCss(); // a scroll pane takes its content into the scene only with its skin
        node.ifPresent(Node::requestFocus);
    }
}
