package vn.tram.ui.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Field;
import vn.tram.identity.Finding;
import vn.tram.identity.Rule;
import vn.tram.identity.Writing;
import vn.tram.ui.check.CheckViewModel.Row;
import vn.tram.ui.check.CheckViewModel.State;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.CardButton;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.FieldTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// Every item with its source and what the rules say; at the right what to ask, and the four
/// families.
public final class CheckView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final CheckViewModel model;
    private final ObservableValue<Rail> rail;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final VBox families = new VBox();
    private final HintPanel hint;
    private final Editor editor;
    private boolean writing;

    /// @param rail of the session, with this step open
    public CheckView(Kit kit, CheckViewModel model, ObservableValue<Rail> rail) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.rail = rail;
        hint = new HintPanel(controls);
        editor = new Editor(controls);
        work.getStyleClass().add("panel");
        rows.getStyleClass().add("rows");
        families.getStyleClass().add("checks");
        panel.getStyleClass().add("panel");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        panel.getChildren().setAll(hint, controls.heading(Phrase.of("check.families")), families);
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        switch (state) {
            case State.Checking(var all, var here, var refused) -> {
                showRows(all, here, Optional.empty());
                hint.show(
                        refused.map(r -> ReasonTexts.of(r).hint())
                                .orElseGet(() -> advice(all.get(here))));
            }
            case State.Editing editing -> {
                showRows(editing.rows(), editing.here(), Optional.of(editing));
                hint.show(
                        editing.wrong()
                                .map(w ->
                                        HintWords.of(
                                                Tone.WARN,
                                                HintWords.Who.OFFICER,
                                                ReasonTexts.finding(w)))
                                .orElseGet(() -> ask(editing.row())));
            }
            case State.Storing(var all, var here) -> showRows(all, here, Optional.empty());
            case State.Failed(var code) -> {
                work.getChildren()
                        .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
                hint.show(
                        HintWords.of(Tone.WARN, HintWords.Who.OFFICER, Phrase.of("check.failed")));
            }
        }
        showFamilies();
    }

    private HintWords advice(Row row) {
        if (row.isMissing()) {
            return ask(row);
        }
        return row.findings().stream()
                .findFirst()
                .map(f ->
                        HintWords.of(
                                Tone.WARN,
                                f.blocks() ? HintWords.Who.OFFICER : HintWords.Who.ASK,
                                Phrase.of("check.look", FieldTexts.inSentence(row.field())),
                                ReasonTexts.finding(f)))
                .orElse(
                        HintWords.of(
                                Tone.INFO,
                                HintWords.Who.ASK,
                                Phrase.of("check.hint"),
                                Phrase.of("check.hint.why")));
    }

    /// What to ask, and what for.
    private HintWords ask(Row row) {
        var order = Phrase.of("check.ask", FieldTexts.inSentence(row.field()));
        var needed = model.neededBy(row.field());
        return needed.isEmpty()
                ? HintWords.of(Tone.INFO, HintWords.Who.ASK, order)
                : HintWords.of(
                        Tone.INFO,
                        HintWords.Who.ASK,
                        order,
                        Phrase.of("check.needed", inLanguage(needed.getFirst())));
    }

    private static Phrase inLanguage(Map<String, String> words) {
        return Phrase.byLanguage(words.getOrDefault("vi", ""), words.getOrDefault("en", ""));
    }

    private void showRows(List<Row> all, int here, Optional<State.Editing> editing) {
        var card = controls.card(head(), scroll);
        card.getStyleClass().add("list-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        work.getChildren().setAll(card);
        rows.getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            boolean open = i == here && editing.isPresent();
            rows.getChildren()
                    .add(open ? editor.row(editing.orElseThrow()) : row(all.get(i), i, i == here));
        }
        scroll.setVvalue((double) here / Math.max(1, all.size() - 1));
        if (editing.isPresent()) {
            work.applyCss(); // a scroll pane takes its content into the scene only with its skin
            editor.focus();
        } else if (writing) {
            work.requestFocus(); // the field that had it is gone
        }
        writing = editing.isPresent();
    }

    private Node head() {
        var head =
                new HBox(
                        controls.label(Phrase.of("check.item"), "note", "bold", "col-item"),
                        grown(controls.label(Phrase.of("check.value"), "note", "bold")),
                        controls.label(Phrase.of("check.source"), "note", "bold", "col-source"),
                        controls.label(Phrase.of("check.check"), "note", "bold", "col-check"));
        head.getStyleClass().addAll("row-content", "table-head");
        return head;
    }

    private static Node grown(Control node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        node.setMaxWidth(Double.MAX_VALUE);
        return node;
    }

    private Node row(Row row, int index, boolean here) {
        var lines = new VBox(value(row));
        lines.setAlignment(Pos.CENTER_LEFT);
        row.findings().stream()
                .filter(f -> f.rule() != Rule.MISSING)
                .findFirst()
                .ifPresent(f ->
                        lines.getChildren()
                                .add(controls.paragraph(ReasonTexts.finding(f), "note")));
        HBox.setHgrow(lines, Priority.ALWAYS);
        var source =
                controls.label(
                        row.item().map(i -> FieldTexts.source(i.source())).orElse(Phrase.asIs("–")),
                        "muted",
                        "col-source");
        var check = check(row);
        check.getStyleClass().add("col-check");
        var content =
                new HBox(
                        controls.paragraph(FieldTexts.label(row.field()), "muted", "col-item"),
                        lines,
                        source,
                        check);
        content.getStyleClass().add("row-content");
        var button = new CardButton(content);
        button.getStyleClass().addAll("row", "person-row");
        if (here) {
            button.getStyleClass().add("here");
        }
        button.setFocusTraversable(false); // the arrows move
        button.accessibleTextProperty().bind(kit.texts().bind(FieldTexts.label(row.field())));
        button.setOnAction(_ -> model.point(index));
        return button;
    }

    private Node value(Row row) {
        if (row.item().isEmpty()) {
            return controls.paragraph(Phrase.of("check.none"), "strong", "field-fault");
        }
        var value = row.item().get().value();
        var words =
                row.field() == Field.SEX && (value.equals("M") || value.equals("F"))
                        ? FieldTexts.sex(value)
                        : Phrase.asIs(Writing.shown(row.field(), value));
        return controls.paragraph(words, "strong");
    }

    private Label check(Row row) {
        if (row.isMissing()) {
            return controls.state(Tone.BAD, Phrase.of("check.missing"));
        }
        if (row.blocks()) {
            return controls.state(Tone.BAD, Phrase.of("check.wrong"));
        }
        if (row.doubted()) {
            return controls.state(Tone.WARN, Phrase.of("check.doubted"));
        }
        return row.findings().isEmpty()
                ? controls.state(Tone.GOOD, Phrase.of("check.good"))
                : controls.state(Tone.WARN, Phrase.of("check.again"));
    }

    private void showFamilies() {
        families.getChildren().clear();
        for (var family : Rule.Family.values()) {
            families.getChildren().add(family(family, model.found(family)));
        }
    }

    private Node family(Rule.Family family, List<Finding> found) {
        var name = "check.family." + family;
        if (found.isEmpty()) {
            return controls.line(
                    Tone.GOOD, Phrase.of(name), Phrase.of("check.family." + family + ".good"));
        }
        boolean blocks = found.stream().anyMatch(Finding::blocks);
        var fields =
                found.stream()
                        .map(Finding::field)
                        .distinct()
                        .map(FieldTexts::inSentence)
                        .reduce((a, b) -> Phrase.of("reason.list", a, b))
                        .orElseThrow();
        return controls.line(
                blocks ? Tone.BAD : Tone.WARN,
                Phrase.of(counted(family, blocks), Phrase.of(name), found.size()),
                fields);
    }

    private static String counted(Rule.Family family, boolean blocks) {
        if (!blocks) {
            return "check.family-warn";
        }
        return family == Rule.Family.COMPLETE ? "check.family-missing" : "check.family-bad";
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("check.title"));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return rail;
    }

    @Override
    public Node work() {
        return work;
    }

    @Override
    public Node panel() {
        return panel;
    }

    @Override
    public ObservableValue<List<Action>> actions() {
        return model.stateProperty().map(this::actions);
    }

    private List<Action> actions(State state) {
        if (state instanceof State.Editing) {
            return List.of(
                    Action.of(
                            Key.ESC,
                            Material2OutlinedAL.CLOSE,
                            Phrase.of("check.leave"),
                            model::back));
        }
        return List.of(
                Action.of(
                        Key.ESC,
                        Material2OutlinedAL.ARROW_BACK,
                        Phrase.of("find.back"),
                        model::back),
                Action.of(Key.F2, Material2OutlinedAL.EDIT, Phrase.of("check.edit"), model::edit),
                Action.of(
                        Key.F5,
                        Material2OutlinedMZ.PAUSE_CIRCLE_OUTLINE,
                        Phrase.of("services.park"),
                        model::park),
                Action.of(
                        Key.F9,
                        Material2OutlinedMZ.VISIBILITY_OFF,
                        Phrase.of("kit.cover"),
                        kit.shell()::cover));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case State.Checking _ ->
                                    Primary.ready(
                                            model.blocking()
                                                    .map(CheckView::mend)
                                                    .orElse(Phrase.of("check.checked")),
                                            model::next);
                            case State.Editing _ ->
                                    Primary.ready(
                                            Phrase.of("check.store"),
                                            () -> model.write(editor.typed()));
                            case State.Storing _ -> Primary.working(Phrase.of("find.storing"));
                            case State.Failed _ ->
                                    Primary.ready(Phrase.of("find.again"), model::again);
                        });
    }

    /// "Nhập số điện thoại"; what is wrong is pointed at in its row.
    private static Phrase mend(Row row) {
        return row.isMissing() ? Phrase.of("check.enter." + row.field()) : Phrase.of("check.mend");
    }

    @Override
    public Map<Key, Runnable> keys() {
        return Map.of(
                Key.UP, () -> model.move(-1),
                Key.DOWN, () -> model.move(1),
                Key.DIGIT_1, () -> editor.choose("M"),
                Key.DIGIT_2, () -> editor.choose("F"));
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("check.title"),
                List.of(
                        Phrase.of("check.help.1"),
                        Phrase.of("check.help.2"),
                        Phrase.of("check.help.3")));
    }
}
