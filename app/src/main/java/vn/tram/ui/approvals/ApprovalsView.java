package vn.tram.ui.approvals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import vn.tram.domain.Field;
import vn.tram.domain.Session;
import vn.tram.domain.SpecialCase;
import vn.tram.identity.Names;
import vn.tram.settings.SiteProfile;
import vn.tram.ui.approvals.ApprovalsViewModel.Decision;
import vn.tram.ui.approvals.ApprovalsViewModel.State;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Choice;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.PasswordBox;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// What waits for a supervisor above, the evidence of the chosen one below, the decision right.
public final class ApprovalsView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final ApprovalsViewModel model;
    private final Places places;
    private final SiteProfile profile;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final Choice approve;
    private final Choice handBack;
    private final PasswordBox password;

    /// @param profile decides how names are shown in the list
    public ApprovalsView(Kit kit, ApprovalsViewModel model, Places places, SiteProfile profile) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        this.profile = profile;
        password = new PasswordBox(controls, Phrase.of("approvals.password"));
        approve = choice("approvals.approve", Key.DIGIT_1, Decision.APPROVE);
        handBack = choice("approvals.hand-back", Key.DIGIT_3, Decision.HAND_BACK);
        work.getStyleClass().add("panel");
        panel.getStyleClass().add("panel");
        model.stateProperty().subscribe(this::show);
    }

    private Choice choice(String words, Key key, Decision decision) {
        var choice =
                controls.choice(Phrase.of(words), Optional.of(key), () -> model.intend(decision));
        choice.setMaxWidth(Double.MAX_VALUE);
        return choice;
    }

    private void show(State state) {
        switch (state) {
            case State.Loading _ -> {
                work.getChildren().setAll(controls.label(Phrase.of("approvals.loading"), "muted"));
                panel.getChildren().clear();
            }
            case State.Nothing _ -> {
                work.getChildren()
                        .setAll(
                                controls.card(
                                        controls.line(
                                                Tone.GOOD,
                                                Phrase.of("approvals.nothing"),
                                                Phrase.of("approvals.nothing.safe"))));
                panel.getChildren().clear();
                places.count(Places.APPROVALS, 0, true);
            }
            case State.Deciding deciding -> {
                places.count(Places.APPROVALS, deciding.waiting().size(), true);
                showList(deciding);
                showPanel(deciding);
            }
            case State.Working _ -> {}
            case State.Failed(var code) -> {
                work.getChildren()
                        .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
                panel.getChildren().clear();
            }
        }
    }

    private void showList(State.Deciding deciding) {
        var rows = new VBox();
        for (var session : deciding.waiting()) {
            rows.getChildren().add(row(session, session.equals(deciding.chosen())));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("list-scroll");
        var list = controls.card(scroll);
        list.getStyleClass().add("approvals-list");
        var evidence =
                deciding.evidence()
                        .<Node>map(e -> new EvidenceSheet(kit, e))
                        .orElseGet(() -> controls.label(Phrase.of("approvals.loading"), "muted"));
        VBox.setVgrow(evidence, Priority.ALWAYS);
        work.getChildren().setAll(list, evidence);
    }

    private Node row(Session session, boolean chosen) {
        var number = controls.label(Phrase.asIs(padded(session)), "row-number");
        var name = controls.label(Phrase.asIs(name(session)), "bold");
        var why = controls.label(why(session), "muted");
        name.getStyleClass().add("row-name");
        var by =
                controls.label(Phrase.asIs(session.signOff().map(s -> s.by()).orElse("")), "muted");
        var content = new HBox(number, name, why, Controls.gap(), by);
        content.getStyleClass().add("row-content");
        var row = new Button();
        row.setGraphic(content);
        row.getStyleClass().add("row");
        if (chosen) {
            row.getStyleClass().add("here");
        }
        row.setMaxWidth(Double.MAX_VALUE);
        row.accessibleTextProperty()
                .bind(kit.texts().bind(Phrase.of("approvals.session", padded(session))));
        row.setOnAction(_ -> model.choose(session.id()));
        return row;
    }

    private static String padded(Session session) {
        return "%03d".formatted(session.queueNumber());
    }

    private String name(Session session) {
        var name = session.citizen().flatMap(c -> c.value(Field.NAME)).orElse("");
        return switch (profile) {
            case COUNTER, MOBILE -> Names.shown(name);
            case POP_UP, HOME -> Names.shortened(name);
        };
    }

    private static Phrase why(Session session) {
        return Phrase.of(
                "approvals.why",
                session.omissions().size()
                        + (int)
                                session.specialCases().stream()
                                        .filter(SpecialCase::approval)
                                        .count(),
                session.acceptances().size());
    }

    private void showPanel(State.Deciding deciding) {
        approve.setChosen(deciding.intended() == Decision.APPROVE);
        handBack.setChosen(deciding.intended() == Decision.HAND_BACK);
        var parts = new ArrayList<Node>();
        parts.add(new HintPanel(controls, hint(deciding)));
        parts.add(approve);
        parts.add(handBack);
        if (deciding.intended() == Decision.APPROVE) {
            var field = new VBox(controls.label(Phrase.of("approvals.password"), "bold"), password);
            field.getStyleClass().add("field");
            parts.add(field);
        }
        deciding.refused().ifPresent(r -> parts.add(controls.paragraph(words(r), "field-fault")));
        parts.add(Controls.gap());
        parts.add(controls.paragraph(Phrase.of("approvals.own"), "note"));
        panel.getChildren().setAll(parts);
        if (deciding.intended() == Decision.APPROVE) {
            password.focus();
        } else {
            approve.requestFocus();
        }
    }

    private static HintWords hint(State.Deciding deciding) {
        var number = padded(deciding.chosen());
        return switch (deciding.intended()) {
            case NONE ->
                    HintWords.of(
                            Tone.HERE,
                            HintWords.Who.OFFICER,
                            Phrase.of("approvals.look", number),
                            Phrase.of("approvals.look.unsealed"));
            case APPROVE ->
                    HintWords.of(
                            Tone.HERE,
                            HintWords.Who.OFFICER,
                            Phrase.of("approvals.approving", number),
                            Phrase.of("approvals.approving.seals"));
            case HAND_BACK ->
                    HintWords.of(
                            Tone.WARN,
                            HintWords.Who.OFFICER,
                            Phrase.of("approvals.handing-back", number),
                            Phrase.of("approvals.handing-back.void"));
        };
    }

    private static Phrase words(ApprovalsViewModel.Refused refused) {
        return switch (refused) {
            case ApprovalsViewModel.Refused.NoPassword _ -> Phrase.of("approvals.no-password");
            case ApprovalsViewModel.Refused.ByWorkflow(var reason) ->
                    ReasonTexts.of(reason).whole();
        };
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("approvals.title"));
    }

    @Override
    public Optional<Node> aside() {
        return Optional.of(
                controls.label(
                        model.stateProperty()
                                .map(state ->
                                        state instanceof State.Deciding d
                                                ? Phrase.of("approvals.count", d.waiting().size())
                                                : Phrase.asIs("")),
                        "bold"));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return places.rail(Places.APPROVALS);
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
                        state instanceof State.Deciding d && d.intended() != Decision.NONE
                                ? List.of(
                                        esc("approvals.not-yet", () -> model.intend(Decision.NONE)))
                                : List.of(
                                        esc(
                                                "approvals.home",
                                                () ->
                                                        kit.navigator()
                                                                .go(
                                                                        new Intent.Open(
                                                                                Places.HOME)))));
    }

    private static Action esc(String words, Runnable run) {
        return Action.of(Key.ESC, Material2OutlinedAL.ARROW_BACK, Phrase.of(words), run);
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty().map(this::next);
    }

    private Primary next(State state) {
        return switch (state) {
            case State.Loading _ -> Primary.working(Phrase.of("approvals.loading"));
            case State.Nothing _ ->
                    Primary.ready(
                            Phrase.of("approvals.go-home"),
                            () -> kit.navigator().go(new Intent.Open(Places.HOME)));
            case State.Deciding d -> decide(d.intended());
            case State.Working(var d) ->
                    Primary.working(
                            Phrase.of(
                                    d.intended() == Decision.APPROVE
                                            ? "approvals.sealing"
                                            : "approvals.returning"));
            case State.Failed _ -> Primary.ready(Phrase.of("approvals.again"), model::load);
        };
    }

    private Primary decide(Decision intended) {
        return switch (intended) {
            case NONE ->
                    Primary.ready(
                            Phrase.of("approvals.approve"), () -> model.intend(Decision.APPROVE));
            case APPROVE ->
                    Primary.ready(
                            Phrase.of("approvals.next"), () -> model.approve(password.take()));
            case HAND_BACK -> Primary.ready(Phrase.of("approvals.hand-back"), model::handBack);
        };
    }

    @Override
    public Map<Key, Runnable> keys() {
        return Map.of(
                Key.DIGIT_1, () -> model.intend(Decision.APPROVE),
                Key.DIGIT_3, () -> model.intend(Decision.HAND_BACK),
                Key.UP, () -> model.move(-1),
                Key.DOWN, () -> model.move(1));
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("approvals.title"),
                List.of(
                        Phrase.of("approvals.help.1"),
                        Phrase.of("approvals.help.2"),
                        Phrase.of("approvals.help.3")));
    }

    @Override
    public void shown() {
        model.load();
    }
}
