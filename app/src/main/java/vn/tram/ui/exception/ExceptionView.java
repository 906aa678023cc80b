package vn.tram.ui.exception;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Omission;
import vn.tram.enroll.Step;
import vn.tram.image.Position;
import vn.tram.ui.exception.ExceptionViewModel.Lasting;
import vn.tram.ui.exception.ExceptionViewModel.State;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.CardButton;
import vn.tram.ui.kit.Choice;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.HandDrawing;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// Two hands from the back, as the citizen sees them, and the reasons at the right.
public final class ExceptionView implements Screen {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final List<Position> LEFT_HAND =
            ExceptionViewModel.LEFT_TO_RIGHT.subList(0, 5).reversed();
    private static final List<Position> RIGHT_HAND =
            ExceptionViewModel.LEFT_TO_RIGHT.subList(5, 10);

    private static final List<Tone> COUNTED =
            List.of(Tone.GOOD, Tone.WARN, Tone.EXCEPTION, Tone.TO_DO);

    private final Controls controls;
    private final ExceptionViewModel model;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final HandDrawing left;
    private final HandDrawing right;
    private final HBox counts = new HBox();
    private final HintPanel hint;
    private final Map<Omission.Reason, Button> reasons = new EnumMap<>(Omission.Reason.class);
    private final Map<Lasting, Choice> lasting = new EnumMap<>(Lasting.class);
    private final TextField words = new TextField();
    private final VBox asked = new VBox();
    private Subscription watching = Subscription.EMPTY;

    public ExceptionView(Kit kit, ExceptionViewModel model) {
        this.controls = kit.controls();
        this.model = model;
        left = new HandDrawing(controls, LEFT_HAND, model::choose);
        right = new HandDrawing(controls, RIGHT_HAND, model::choose);
        hint = new HintPanel(controls);
        work.getStyleClass().add("capture-work");
        panel.getStyleClass().add("panel");
        counts.getStyleClass().add("finger-counts");
        asked.getStyleClass().add("reason-rows");
        work.getChildren()
                .setAll(controls.paragraph(Phrase.of("exception.lead"), "muted"), hands(), counts);
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.accessibleTextProperty()
                .bind(controls.texts().bind(Phrase.of("exception.reason.OTHER")));
        words.promptTextProperty().bind(controls.texts().bind(Phrase.of("exception.words")));
        ask();
        var asked = model.fingers();
        ExceptionViewModel.LEFT_TO_RIGHT.stream()
                .filter(f -> !asked.contains(f))
                .forEach(f -> hand(f).hide(f));
        show();
    }

    private Node hands() {
        var both =
                new HBox(
                        captioned(left, "exception.left-hand"),
                        captioned(right, "exception.right-hand"));
        both.getStyleClass().addAll("card", "hands");
        VBox.setVgrow(both, Priority.ALWAYS);
        return both;
    }

    private Node captioned(HandDrawing hand, String words) {
        var caption = new VBox(hand, controls.label(Phrase.of(words), "value"));
        caption.setAlignment(Pos.CENTER);
        VBox.setVgrow(hand, Priority.ALWAYS);
        HBox.setHgrow(caption, Priority.ALWAYS);
        return caption;
    }

    private void ask() {
        var keys =
                List.of(Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4, Key.DIGIT_5).iterator();
        for (var reason : Omission.Reason.values()) {
            var row = reasonRow(reason, keys.next());
            reasons.put(reason, row);
            asked.getChildren().add(row);
        }
        var row = new HBox();
        row.getStyleClass().add("lasting");
        for (var how : Lasting.values()) {
            var choice =
                    controls.choice(
                            Phrase.of("exception.lasting." + how.name()),
                            Optional.empty(),
                            () -> model.last(how));
            lasting.put(how, choice);
            row.getChildren().add(choice);
        }
        asked.getChildren().addAll(row, words);
    }

    private Button reasonRow(Omission.Reason reason, Key key) {
        var what = Phrase.of("exception.reason." + reason.name());
        var lines =
                new VBox(
                        controls.paragraph(what, "bold"),
                        controls.paragraph(Phrase.of("exception.note." + reason.name()), "note"));
        HBox.setHgrow(lines, Priority.ALWAYS);
        var content =
                new HBox(controls.icon(Tone.TO_DO.icon(), "icon-22"), lines, controls.cap(key));
        content.getStyleClass().add("tick-content");
        var row = new CardButton(content);
        row.getStyleClass().addAll("tick-row", "reason-row");
        row.accessibleTextProperty().bind(controls.texts().bind(what));
        row.setOnAction(_ -> model.because(reason));
        return row;
    }

    private HandDrawing hand(Position finger) {
        return LEFT_HAND.contains(finger) ? left : right;
    }

    private void show() {
        var chosen = model.chosen();
        for (var finger : model.fingers()) {
            hand(finger).show(finger, model.toneOf(finger), chosen.contains(finger));
        }
        showCounts();
        reasons.forEach((reason, row) -> mark(row, model.reason().filter(r -> r == reason)));
        lasting.forEach((how, choice) -> choice.setChosen(how == model.lasting()));
        words.setVisible(model.reason().filter(r -> r == Omission.Reason.OTHER).isPresent());
        switch (model.stateProperty().get()) {
            case State.Open _, State.Working _ ->
                    panel.getChildren().setAll(controls.heading(title(chosen)), asked);
            case State.Refused(var reason) -> {
                hint.show(ReasonTexts.of(reason).hint());
                panel.getChildren().setAll(hint);
            }
            case State.Failed(var fault) ->
                    panel.getChildren()
                            .setAll(
                                    new FaultCard(
                                            controls, FaultTexts.of(fault), Optional.empty()));
        }
    }

    private static void mark(Button row, Optional<Omission.Reason> chosen) {
        row.pseudoClassStateChanged(CHOSEN, chosen.isPresent());
    }

    private Phrase title(List<Position> chosen) {
        return chosen.size() == 1
                ? Phrase.of("exception.finger", FingerTexts.title(model.meant(chosen.getFirst())))
                : Phrase.of("exception.fingers", chosen.size());
    }

    private void showCounts() {
        var all = model.counts();
        counts.getChildren()
                .setAll(
                        COUNTED.stream()
                                .filter(all::containsKey)
                                .map(tone ->
                                        controls.state(
                                                tone,
                                                Phrase.of(
                                                        "exception.count." + tone.name(),
                                                        all.getOrDefault(tone, 0))))
                                .toList());
    }

    @Override
    public ObservableValue<Phrase> title() {
        return bound(() -> Phrase.of("exception.title"));
    }

    private <T> ObservableValue<T> bound(Callable<T> value) {
        return Bindings.createObjectBinding(value, model.changes().toArray(Observable[]::new));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return model.visit().rail(Step.FINGERPRINTS);
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
        return bound(() ->
                List.of(
                        Action.of(
                                Key.ESC,
                                Material2OutlinedAL.ARROW_BACK,
                                Phrase.of("capture.back"),
                                model::back),
                        Action.of(
                                Key.DELETE,
                                Material2OutlinedMZ.UNDO,
                                Phrase.of("exception.take-back"),
                                model::takeBack),
                        Action.withoutKey(
                                Material2OutlinedMZ.PAN_TOOL,
                                Phrase.of("exception.whole-left"),
                                () -> model.chooseHand(Position.LEFT_THUMB)),
                        Action.withoutKey(
                                Material2OutlinedMZ.PAN_TOOL,
                                Phrase.of("exception.whole-right"),
                                () -> model.chooseHand(Position.RIGHT_THUMB))));
    }

    @Override
    public ObservableValue<Primary> primary() {
        return bound(() ->
                switch (model.stateProperty().get()) {
                    case State.Working _ -> Primary.working(Phrase.of("exception.storing"));
                    case State.Refused _, State.Failed _ ->
                            Primary.ready(
                                    Phrase.of("exception.again"),
                                    Material2OutlinedMZ.REPLAY,
                                    model::again);
                    case State.Open _ -> open();
                });
    }

    private Primary open() {
        if (model.recorded()) {
            return Primary.ready(
                    Phrase.of("exception.back-to-prints"),
                    Material2OutlinedAL.FINGERPRINT,
                    model::back);
        }
        return switch (model.missing()) {
            case FINGER -> Primary.ready(Phrase.of("exception.choose-finger"), () -> model.move(1));
            case REASON ->
                    Primary.ready(
                            Phrase.of("exception.choose-reason"),
                            () -> asked.getChildren().getFirst().requestFocus());
            case WORDS -> Primary.ready(Phrase.of("exception.write-reason"), words::requestFocus);
            case NOTHING ->
                    Primary.ready(
                            Phrase.of("exception.record"), Material2OutlinedMZ.SAVE, model::record);
        };
    }

    @Override
    public Map<Key, Runnable> keys() {
        return Map.of(
                Key.LEFT, () -> model.move(-1),
                Key.RIGHT, () -> model.move(1),
                Key.DIGIT_1, () -> model.because(Omission.Reason.MISSING),
                Key.DIGIT_2, () -> model.because(Omission.Reason.BANDAGED),
                Key.DIGIT_3, () -> model.because(Omission.Reason.WORN),
                Key.DIGIT_4, () -> model.because(Omission.Reason.CANNOT_STRETCH),
                Key.DIGIT_5, () -> model.because(Omission.Reason.OTHER));
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("exception.help"),
                List.of(
                        Phrase.of("exception.help.1"),
                        Phrase.of("exception.help.2"),
                        Phrase.of("exception.help.3"),
                        Phrase.of("exception.help.4")));
    }

    @Override
    public void shown() {
        watching =
                Subscription.combine(
                        model.changes().stream()
                                .map(o -> o.subscribe(this::show))
                                .toArray(Subscription[]::new));
    }

    @Override
    public void hidden() {
        watching.unsubscribe();
    }
}
