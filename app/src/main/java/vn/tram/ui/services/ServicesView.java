package vn.tram.ui.services;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Consent;
import vn.tram.domain.Service;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.CardButton;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
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
import vn.tram.ui.services.ServicesViewModel.Line;
import vn.tram.ui.services.ServicesViewModel.State;

/// One card a service; at the right the text to read aloud.
public final class ServicesView implements Screen {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Kit kit;
    private final Controls controls;
    private final ServicesViewModel model;
    private final ObservableValue<Rail> rail;
    private final Clock clock;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private final HintPanel hint;
    private final List<CardButton> buttons = new ArrayList<>();

    /// @param rail of the session, with this step open
    /// @param clock for the zone of times
    public ServicesView(Kit kit, ServicesViewModel model, ObservableValue<Rail> rail, Clock clock) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.rail = rail;
        this.clock = clock;
        hint = new HintPanel(controls);
        work.getStyleClass().add("services");
        cards.getStyleClass().add("service-cards");
        panel.getStyleClass().add("panel");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("list-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        hint.getStyleClass().add("reading");
        var reading = new ScrollPane(hint); // a text may have 600 characters
        reading.setFitToWidth(true);
        reading.setFocusTraversable(false);
        reading.getStyleClass().add("list-scroll");
        VBox.setVgrow(reading, Priority.ALWAYS);
        panel.getChildren()
                .setAll(reading, controls.paragraph(Phrase.of("services.undecided"), "note"));
        model.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        switch (state) {
            case State.Asking asking -> {
                work.getChildren()
                        .setAll(
                                controls.paragraph(Phrase.of("services.lead"), "muted"),
                                scroll,
                                controls.paragraph(Phrase.of("services.recorded"), "note"));
                showCards(asking);
                hint.show(words(asking));
            }
            case State.Failed(var code) -> {
                work.getChildren()
                        .setAll(new FaultCard(controls, FaultTexts.of(code), Optional.empty()));
                hint.show(
                        HintWords.of(
                                Tone.WARN, HintWords.Who.OFFICER, Phrase.of("services.failed")));
            }
        }
    }

    private HintWords words(State.Asking asking) {
        if (asking.refused().isPresent()) {
            return ReasonTexts.of(asking.refused().get()).hint();
        }
        var service = asking.line().service();
        return new HintWords(
                Tone.INFO,
                HintWords.Who.READ_ALOUD,
                Phrase.of("services.quote", inLanguage(service.texts())),
                Optional.empty(),
                Optional.of(Phrase.of("services.version", service.textVersion())));
    }

    private static Phrase inLanguage(Map<String, String> words) {
        return Phrase.byLanguage(words.getOrDefault("vi", ""), words.getOrDefault("en", ""));
    }

    private void showCards(State.Asking asking) {
        boolean focused = holdsFocus();
        buttons.clear();
        cards.getChildren().clear();
        for (int i = 0; i < asking.lines().size(); i++) {
            cards.getChildren().add(card(asking.lines().get(i), i, i == asking.here()));
        }
        if (focused) {
            buttons.get(asking.here()).requestFocus();
        }
        scroll.setVvalue((double) asking.here() / Math.max(1, asking.lines().size() - 1));
    }

    /// Whether the focus is on a card, which is about to be drawn anew.
    private boolean holdsFocus() {
        var owner = cards.getScene() == null ? null : cards.getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == cards) {
                return true;
            }
        }
        return false;
    }

    private Node card(Line line, int index, boolean here) {
        var touch = new CardButton(words(line));
        touch.getStyleClass().add("service");
        touch.accessibleTextProperty().bind(kit.texts().bind(inLanguage(line.service().names())));
        touch.setOnAction(_ -> model.touch(index));
        HBox.setHgrow(touch, Priority.ALWAYS);
        buttons.add(touch);
        var card = new HBox(touch);
        card.getChildren().addAll(answers(line, index, here));
        card.getStyleClass().addAll("card", "service-card");
        if (here) {
            card.getStyleClass().add("chosen");
        }
        return card;
    }

    private HBox words(Line line) {
        var sign =
                controls.icon(
                        line.chosen() ? Tone.GOOD.icon() : Tone.TO_DO.icon(),
                        "icon-24",
                        "service-sign");
        var basis = Phrase.of(line.asksConsent() ? "services.consent" : "services.law");
        var lines =
                new VBox(
                        controls.paragraph(inLanguage(line.service().names()), "bold"),
                        controls.paragraph(basis, "note"));
        HBox.setHgrow(lines, Priority.ALWAYS);
        var content = new HBox(sign, lines);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("service-words");
        if (line.chosen()) {
            content.getStyleClass().add("taken");
        }
        return content;
    }

    /// Nothing before the service is chosen; then what the citizen can answer. None is preset.
    private List<Node> answers(Line line, int index, boolean here) {
        if (!line.chosen()) {
            return List.of();
        }
        if (line.service().basis() == Service.Basis.LAW) {
            return line.answer().isPresent()
                    ? List.of(told(line))
                    : List.of(choice(line, Consent.Answer.TOLD, index, here));
        }
        return List.of(
                choice(line, Consent.Answer.AGREED, index, here),
                choice(line, Consent.Answer.DECLINED, index, here));
    }

    private Node told(Line line) {
        var time = line.at().map(at -> TIME.format(at.atZone(clock.getZone()))).orElse("");
        var told = controls.state(Tone.GOOD, Phrase.of("services.told-at", time));
        told.setMinWidth(Region.USE_PREF_SIZE);
        return told;
    }

    private Node choice(Line line, Consent.Answer answer, int index, boolean here) {
        boolean declines = answer == Consent.Answer.DECLINED;
        var key = declines ? Key.DIGIT_2 : Key.DIGIT_1;
        var choice =
                controls.choice(
                        Phrase.of("services.answer." + answer),
                        here && line.answer().isEmpty() ? Optional.of(key) : Optional.empty(),
                        () -> {
                            if (declines) {
                                model.decline(index);
                            } else {
                                model.agree(index);
                            }
                        });
        boolean given = line.answer().equals(Optional.of(answer));
        choice.setChosen(given);
        choice.getStyleClass().add("answer");
        if (given && declines) {
            choice.getStyleClass().add("calm");
        }
        return choice;
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(Phrase.of("services.title"));
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
        return new SimpleObjectProperty<>(
                List.of(
                        Action.of(
                                Key.ESC,
                                Material2OutlinedAL.ARROW_BACK,
                                Phrase.of("find.back"),
                                model::back),
                        Action.of(
                                Key.F5,
                                Material2OutlinedMZ.PAUSE_CIRCLE_OUTLINE,
                                Phrase.of("services.park"),
                                model::park),
                        Action.of(
                                Key.F9,
                                Material2OutlinedMZ.VISIBILITY_OFF,
                                Phrase.of("kit.cover"),
                                kit.shell()::cover)));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case State.Asking asking ->
                                    asking.storing()
                                            ? Primary.working(Phrase.of("find.storing"))
                                            : Primary.ready(next(asking), this::next);
                            case State.Failed _ ->
                                    Primary.ready(Phrase.of("find.again"), model::again);
                        });
    }

    private static Phrase next(State.Asking asking) {
        if (asking.left() > 0) {
            return Phrase.of("services.ask", asking.left());
        }
        if (asking.nothingChosen()) {
            return Phrase.of("services.choose");
        }
        return Phrase.of(asking.allDeclined() ? "services.choose-other" : "services.go-on");
    }

    private void next() {
        model.next();
        focus();
    }

    private void focus() {
        if (model.stateProperty().get() instanceof State.Asking asking) {
            buttons.get(asking.here()).requestFocus();
        }
    }

    private void move(int by) {
        model.move(by);
        focus();
    }

    @Override
    public Map<Key, Runnable> keys() {
        return Map.of(
                Key.UP,
                () -> move(-1),
                Key.DOWN,
                () -> move(1),
                Key.DIGIT_1,
                model::agreeHere,
                Key.DIGIT_2,
                model::declineHere);
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("services.title"),
                List.of(
                        Phrase.of("services.help.1"),
                        Phrase.of("services.help.2"),
                        Phrase.of("services.help.3")));
    }

    @Override
    public void shown() {
        work.applyCss(); // a scroll pane takes its content into the scene only with its skin
        focus();
    }
}
