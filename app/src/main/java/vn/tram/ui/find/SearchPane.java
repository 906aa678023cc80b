package vn.tram.ui.find;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.identity.Names;
import vn.tram.identity.Writing;
import vn.tram.ui.find.FindViewModel.State;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.CardButton;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FieldTexts;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Phrase;

/// One field for everything, and whom it found.
final class SearchPane extends VBox {
    private static final int SHOWN_DIGITS = 4;

    private final Controls controls;
    private final FindViewModel model;
    private final UnaryOperator<String> listed;
    private final TextField field = new TextField();
    private final SimpleObjectProperty<Phrase> found =
            new SimpleObjectProperty<>(Phrase.of("find.note"));
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private boolean clearing;

    SearchPane(Controls controls, FindViewModel model, UnaryOperator<String> listed) {
        this.controls = controls;
        this.model = model;
        this.listed = listed;
        getStyleClass().add("search");
        var ask = controls.label(Phrase.of("find.ask"), "bold");
        ask.setLabelFor(field);
        field.getStyleClass().add("search-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe((_, now) -> typed(now));
        var box = new HBox(controls.icon(Material2OutlinedMZ.SEARCH, "icon-24"), field);
        box.getStyleClass().add("search-box");
        rows.getStyleClass().add("rows");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var card = controls.card(head(), scroll);
        card.getStyleClass().add("list-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(ask, box, controls.label(found, "muted"), card);
    }

    private void typed(String text) {
        if (!clearing) {
            model.type(text);
        }
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /// Empties the field without asking for anything.
    void clear() {
        clearing = true;
        field.clear();
        clearing = false;
    }

    void show(State state) {
        switch (state) {
            case State.Results(var people, var chosen) -> {
                found.set(Phrase.of("find.found", people.size()));
                showPeople(people, chosen);
            }
            case State.CardRead(var citizen, _) -> {
                found.set(Phrase.of("find.card-read"));
                showPeople(List.of(citizen), 0);
            }
            case State.Refused(var citizen, _) -> showPeople(List.of(citizen), 0);
            case State.Storing(var citizen) -> showPeople(List.of(citizen), 0);
            case State.Nobody _ -> {
                found.set(Phrase.of("find.found", 0));
                rows.getChildren().setAll(empty("find.nobody"), stranger());
            }
            case State.Blank _ -> {
                found.set(Phrase.of("find.note"));
                rows.getChildren().setAll(empty("find.blank"));
            }
            case State.NotACard _ -> {
                found.set(Phrase.of("find.note"));
                rows.getChildren().setAll(empty("find.not-a-card"));
            }
            case State.Unseen _ -> {
                found.set(Phrase.of("find.note"));
                rows.getChildren().setAll(empty("find.blank"));
            }
            case State.Entering _, State.Watching _, State.Failed _ -> {
                // another part of the screen shows these
            }
        }
    }

    private Node empty(String key) {
        return controls.paragraph(Phrase.of(key), "muted", "empty");
    }

    private Node head() {
        var head =
                new HBox(
                        controls.label(Phrase.of("find.name"), "note", "bold", "col-name"),
                        controls.label(Phrase.of("find.birth"), "note", "bold", "col-date"),
                        controls.label(Phrase.of("find.sex"), "note", "bold", "col-sex"),
                        controls.label(Phrase.of("find.place"), "note", "bold", "col-place"),
                        controls.label(Phrase.of("find.number"), "note", "bold", "col-number"));
        head.getStyleClass().addAll("row-content", "table-head");
        return head;
    }

    private void showPeople(List<Citizen> people, int chosen) {
        rows.getChildren().clear();
        for (int i = 0; i < people.size(); i++) {
            rows.getChildren().add(row(people.get(i), i, i == chosen));
        }
        rows.getChildren().add(stranger());
        int shown = rows.getChildren().size();
        scroll.setVvalue(shown <= 1 ? 0 : (double) chosen / (shown - 1));
    }

    private Node row(Citizen citizen, int index, boolean chosen) {
        var name = listed.apply(value(citizen, Field.NAME));
        var birth = Writing.shown(Field.BIRTH_DATE, value(citizen, Field.BIRTH_DATE));
        var content =
                new HBox(
                        controls.paragraph(Phrase.asIs(name), "bold", "col-name"),
                        controls.label(Phrase.asIs(birth), "col-date"),
                        controls.label(
                                citizen.value(Field.SEX)
                                        .map(FieldTexts::sex)
                                        .orElse(Phrase.asIs("")),
                                "col-sex"),
                        controls.paragraph(Phrase.asIs(place(citizen)), "col-place"),
                        controls.label(
                                Phrase.asIs(lastDigits(value(citizen, Field.PERSONAL_NUMBER))),
                                "muted",
                                "col-number"));
        content.getStyleClass().add("row-content");
        var row = new CardButton(content);
        row.getStyleClass().addAll("row", "person-row");
        if (chosen) {
            row.getStyleClass().add("here");
        }
        row.setFocusTraversable(false); // the arrows move; the field keeps the focus
        row.setAccessibleText(name + ", " + birth);
        row.setOnAction(_ -> {
            model.point(index);
            field.requestFocus();
        });
        return row;
    }

    private Node stranger() {
        var words = controls.paragraph(Phrase.of("find.stranger"), "muted");
        HBox.setHgrow(words, Priority.ALWAYS);
        var line =
                new HBox(
                        words,
                        controls.button(
                                Action.of(
                                        Key.F8,
                                        Material2OutlinedMZ.PERSON_ADD,
                                        Phrase.of("find.new"),
                                        model::enter)));
        line.getStyleClass().addAll("row-content", "stranger");
        return line;
    }

    /// The hamlet alone: what tells people of one commune apart.
    private static String place(Citizen citizen) {
        return value(citizen, Field.RESIDENCE).split(",", 2)[0];
    }

    static String lastDigits(String number) {
        return number.isEmpty()
                ? ""
                : "•••• " + number.substring(Math.max(0, number.length() - SHOWN_DIGITS));
    }

    private static String value(Citizen citizen, Field field) {
        return citizen.value(field).map(Names::clean).orElse("");
    }
}
