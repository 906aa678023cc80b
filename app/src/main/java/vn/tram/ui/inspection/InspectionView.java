package vn.tram.ui.inspection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import vn.tram.enroll.Remark;
import vn.tram.enroll.Sessions;
import vn.tram.ui.inspection.InspectionViewModel.State;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// The sample above, what there is of the chosen session below, what the inspector says right.
public final class InspectionView implements Screen {
    private static final List<Key> DIGITS = List.of(Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3);

    private final Kit kit;
    private final Controls controls;
    private final InspectionViewModel model;
    private final Places places;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final TextField seed = new TextField();
    private final TextField words = new TextField();

    public InspectionView(Kit kit, InspectionViewModel model, Places places) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        work.getStyleClass().add("panel");
        panel.getStyleClass().add("panel");
        seed.textProperty().bindBidirectional(model.seedProperty());
        seed.accessibleTextProperty().bind(kit.texts().bind(Phrase.of("inspection.seed")));
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.accessibleTextProperty().bind(kit.texts().bind(Phrase.of("inspection.words")));
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        switch (state) {
            case State.Asking asking -> ask(asking);
            case State.Drawing _ -> {}
            case State.Looking looking -> {
                showSample(looking);
                showPanel(looking);
            }
            case State.Attaching _ -> {}
            case State.Failed(var code) -> {
                work.getChildren()
                        .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
                panel.getChildren().clear();
            }
        }
    }

    private void ask(State.Asking asking) {
        var field = new VBox(controls.label(Phrase.of("inspection.seed"), "bold"), seed);
        field.getStyleClass().add("field");
        var counts = new HBox();
        counts.getStyleClass().add("inspection-counts");
        for (int i = 0; i < DIGITS.size(); i++) {
            int count = InspectionViewModel.COUNTS.get(i);
            var choice =
                    controls.choice(
                            Phrase.of("inspection.count", count),
                            Optional.of(DIGITS.get(i)),
                            () -> model.count(count));
            choice.setChosen(count == asking.count());
            counts.getChildren().add(choice);
        }
        var card = controls.card(field, counts);
        card.getStyleClass().add("inspection-ask");
        asking.refused()
                .ifPresent(
                        r -> card.getChildren().add(controls.paragraph(worded(r), "field-fault")));
        work.getChildren().setAll(card);
        panel.getChildren()
                .setAll(
                        new HintPanel(
                                controls,
                                HintWords.of(
                                        Tone.HERE,
                                        HintWords.Who.OFFICER,
                                        Phrase.of("inspection.draw-how"),
                                        Phrase.of("inspection.draw-why"))),
                        Controls.gap(),
                        controls.paragraph(Phrase.of("inspection.read-only"), "note"));
    }

    private static Phrase worded(InspectionViewModel.Refused refused) {
        return switch (refused) {
            case InspectionViewModel.Refused.NoSeed _ -> Phrase.of("inspection.no-seed");
            case InspectionViewModel.Refused.NothingHere _ -> Phrase.of("inspection.nothing");
            case InspectionViewModel.Refused.ByWorkflow(var reason) ->
                    ReasonTexts.of(reason).whole();
        };
    }

    private void showSample(State.Looking looking) {
        var rows = new VBox();
        for (var session : looking.sample().sessions()) {
            rows.getChildren().add(row(session, looking));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        var list = controls.card(scroll);
        list.getStyleClass().add("inspection-list");
        var exhibit =
                looking.exhibit()
                        .<Node>map(e -> new ExhibitSheet(kit, e))
                        .orElseGet(() -> controls.label(Phrase.of("inspection.reading"), "muted"));
        VBox.setVgrow(exhibit, Priority.ALWAYS);
        work.getChildren().setAll(list, exhibit);
    }

    private Node row(Sessions.Summary session, State.Looking looking) {
        var padded = "%03d".formatted(session.queueNumber());
        var content =
                new HBox(
                        controls.label(Phrase.asIs(padded), "row-number"),
                        controls.label(Phrase.of("stage." + session.stage()), "bold"),
                        controls.label(
                                Phrase.of("inspection.attempts", session.kept().size()), "muted"),
                        Controls.gap());
        if (looking.said().contains(session.id())) {
            content.getChildren().add(controls.state(Tone.GOOD, Phrase.of("inspection.said")));
        }
        content.getStyleClass().add("row-content");
        var row = new Button();
        row.setGraphic(content);
        row.getStyleClass().add("row");
        if (session.equals(looking.chosen())) {
            row.getStyleClass().add("here");
        }
        row.setMaxWidth(Double.MAX_VALUE);
        row.accessibleTextProperty()
                .bind(kit.texts().bind(Phrase.of("inspection.session", padded)));
        row.setOnAction(_ -> model.choose(session.id()));
        return row;
    }

    private void showPanel(State.Looking looking) {
        var padded = "%03d".formatted(looking.chosen().queueNumber());
        var parts = new ArrayList<Node>();
        parts.add(
                new HintPanel(
                        controls,
                        HintWords.of(
                                Tone.HERE,
                                HintWords.Who.OFFICER,
                                Phrase.of("inspection.look", padded),
                                Phrase.of("inspection.look-why"))));
        parts.add(choice("inspection.in-order", Key.DIGIT_1, Remark.Grade.IN_ORDER, looking));
        parts.add(choice("inspection.flaw", Key.DIGIT_2, Remark.Grade.NOT_IN_ORDER, looking));
        boolean flawed = looking.intended() == Remark.Grade.NOT_IN_ORDER;
        if (flawed) {
            var field = new VBox(controls.label(Phrase.of("inspection.words"), "bold"), words);
            field.getStyleClass().add("field");
            parts.add(field);
        }
        looking.refused().ifPresent(r -> parts.add(controls.paragraph(worded(r), "field-fault")));
        parts.add(Controls.gap());
        parts.add(
                controls.paragraph(
                        Phrase.of(
                                "inspection.of",
                                looking.sample().sessions().size(),
                                looking.sample().of(),
                                Phrase.asIs(String.valueOf(looking.sample().seed()))),
                        "note"));
        panel.getChildren().setAll(parts);
        if (flawed) {
            words.requestFocus();
        }
    }

    private Node choice(String phrase, Key key, Remark.Grade grade, State.Looking looking) {
        var choice =
                controls.choice(Phrase.of(phrase), Optional.of(key), () -> model.intend(grade));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setChosen(looking.intended() == grade);
        return choice;
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("place.inspection"));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return places.rail(Places.INSPECTION);
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
        return model.stateProperty()
                .map(state ->
                        state instanceof State.Looking
                                ? List.of(
                                        Action.of(
                                                Key.ESC,
                                                Material2OutlinedAL.ARROW_BACK,
                                                Phrase.of("inspection.again"),
                                                model::again))
                                : List.of());
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case State.Asking _ ->
                                    Primary.ready(Phrase.of("inspection.draw"), model::draw);
                            case State.Drawing _ ->
                                    Primary.working(Phrase.of("inspection.drawing"));
                            case State.Looking _ ->
                                    Primary.ready(Phrase.of("inspection.next"), model::attach);
                            case State.Attaching _ ->
                                    Primary.working(Phrase.of("inspection.attaching"));
                            case State.Failed _ ->
                                    Primary.ready(Phrase.of("inspection.again"), model::again);
                        });
    }

    @Override
    public Map<Key, Runnable> keys() {
        var keys = new EnumMap<Key, Runnable>(Key.class);
        keys.put(Key.UP, () -> model.move(-1));
        keys.put(Key.DOWN, () -> model.move(1));
        for (int i = 0; i < DIGITS.size(); i++) {
            int at = i;
            keys.put(DIGITS.get(i), () -> digit(at));
        }
        return keys;
    }

    /// While asked how many, the number; else what the inspector says.
    private void digit(int at) {
        switch (model.stateProperty().get()) {
            case State.Asking _ -> model.count(InspectionViewModel.COUNTS.get(at));
            case State.Looking _ -> {
                if (at < Remark.Grade.values().length) {
                    model.intend(Remark.Grade.values()[at]);
                }
            }
            case State.Drawing _, State.Attaching _, State.Failed _ -> {}
        }
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("place.inspection"),
                List.of(
                        Phrase.of("inspection.help.1"),
                        Phrase.of("inspection.help.2"),
                        Phrase.of("inspection.help.3")));
    }

    @Override
    public void hidden() {
        model.leave();
    }
}
