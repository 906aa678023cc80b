package vn.tram.ui.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.enroll.Step;
import vn.tram.ui.kit.AcceptForm;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.AttemptRows;
import vn.tram.ui.kit.CaptureArea;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FingerTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// Tabs of the captures, the platen with a box a finger, a card a finger; at the right the one hint
/// and the attempts.
public final class FingerprintsView implements Screen {
    private final Controls controls;
    private final FingerprintsViewModel model;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final FingerprintTabs tabs;
    private final CaptureArea area;
    private final HBox cards = new HBox();
    private final RolledHand hand;
    private final VBox side = new VBox();
    private final HBox rolling = new HBox();
    private final HintPanel hint;
    private final AttemptRows attempts;
    private final AcceptForm reasons;
    private final AdviceCard tips;
    private List<FingerCard> shownCards = List.of();
    private Subscription watching = Subscription.EMPTY;

    public FingerprintsView(Kit kit, FingerprintsViewModel model) {
        this.controls = kit.controls();
        this.model = model;
        area = new CaptureArea(controls, kit.background(), model.kind());
        hint = new HintPanel(controls);
        tips = new AdviceCard(controls);
        tabs = new FingerprintTabs(controls, model.loop()::go);
        hand = new RolledHand(controls, model.loop()::go);
        attempts =
                new AttemptRows(
                        controls,
                        kit.background(),
                        Phrase.of("fingerprints.attempts"),
                        Phrase.of("capture.most", model.most()));
        reasons =
                new AcceptForm(
                        controls,
                        Phrase.of("capture.reason"),
                        List.of(
                                Phrase.of("fingerprints.reason.worn"),
                                Phrase.of("fingerprints.reason.dry"),
                                Phrase.of("fingerprints.reason.tremor")));
        work.getStyleClass().add("capture-work");
        cards.getStyleClass().add("finger-cards");
        panel.getStyleClass().add("panel");
        side.getStyleClass().add("rolling-side");
        rolling.getStyleClass().add("rolling");
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox.setHgrow(area, Priority.ALWAYS);
        VBox.setVgrow(rolling, Priority.ALWAYS);
        VBox.setVgrow(hand, Priority.ALWAYS);
        show();
    }

    private void show() {
        var state = model.stateProperty().get();
        tabs.show(model.parts());
        showCards();
        area.closeUp(model.here().isSlap());
        area.show(state, frameTone(state), new FingerMarks(model).over(state), model.still());
        area.unfit(model.loop().unfit());
        hint.show(model.hint());
        attempts.show(model.attempts(), model.left());
        showWork();
        boolean deciding = state instanceof CaptureState.Deciding;
        panel.getChildren().setAll(hint, deciding ? reasons : attempts);
    }

    private void showWork() {
        var card = model.advice().shownProperty().get();
        if (card.isPresent()) {
            tips.show(card.get(), model.still().map(_ -> area));
            work.getChildren().setAll(tips);
        } else if (model.here().isRolled()) {
            hand.show(model.hand());
            if (!work.getChildren().contains(rolling) || area.getParent() != rolling) {
                side.getChildren().setAll(hand, cards);
                rolling.getChildren().setAll(area, side);
                work.getChildren().setAll(tabs, rolling);
            }
        } else if (!work.getChildren().contains(area)) {
            work.getChildren().setAll(tabs, area, cards);
        }
    }

    private void showCards() {
        var fingers = model.fingers();
        if (shownCards.size() != fingers.size()) {
            shownCards = fingers.stream().map(_ -> new FingerCard(controls)).toList();
            shownCards.forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
            cards.getChildren().setAll(shownCards);
        }
        for (int i = 0; i < fingers.size(); i++) {
            shownCards.get(i).show(fingers.get(i));
        }
    }

    private Tone frameTone(CaptureState state) {
        return switch (state) {
            case CaptureState.Live live ->
                    switch (live.phase()) {
                        case HOLDING, CAPTURING -> Tone.GOOD;
                        case LOOKING, LEAVING -> Tone.HERE;
                    };
            case CaptureState.Judged(var attempt) ->
                    attempt.acceptedUpToOperator() ? Tone.GOOD : Tone.WARN;
            case CaptureState.Done _ -> Tone.GOOD;
            case CaptureState.UsedUp _, CaptureState.Deciding _ -> Tone.WARN;
            case CaptureState.Opening _,
                    CaptureState.Absent _,
                    CaptureState.Blind _,
                    CaptureState.Excepted _,
                    CaptureState.Lost _,
                    CaptureState.Missed _,
                    CaptureState.Refused _,
                    CaptureState.Failed _ ->
                    Tone.HERE;
        };
    }

    @Override
    public ObservableValue<Phrase> title() {
        return bound(() -> Phrase.of("fingerprints.title", FingerTexts.within(model.here())));
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
        return bound(() -> actions(model.stateProperty().get()));
    }

    private List<Action> actions(CaptureState state) {
        boolean advising = model.advice().isOpen();
        var actions = new ArrayList<Action>();
        actions.add(
                Action.of(
                        Key.ESC,
                        Material2OutlinedAL.ARROW_BACK,
                        Phrase.of(advising ? "tips.close" : "capture.back"),
                        model::back));
        if (!advising) {
            again(state).ifPresent(actions::add);
        }
        actions.add(
                Action.of(
                        Key.F4,
                        Material2OutlinedMZ.REMOVE_CIRCLE_OUTLINE,
                        Phrase.of("fingerprints.except"),
                        model::except));
        actions.add(
                Action.of(
                        Key.F5,
                        Material2OutlinedMZ.PAUSE_CIRCLE_OUTLINE,
                        Phrase.of("capture.park"),
                        model::park));
        if (advising) {
            actions.add(AdviceCard.next(model.advice()));
        } else if (model.advice().offered(state)) {
            actions.add(
                    Action.of(
                            Key.F6,
                            Material2OutlinedMZ.OPACITY,
                            Phrase.of("tips.open"),
                            model.advice()::next));
        }
        if (state instanceof CaptureState.UsedUp) {
            actions.add(
                    Action.of(
                            Key.F8,
                            Material2OutlinedAL.GAVEL,
                            Phrase.of("capture.accept"),
                            this::decide));
        }
        return actions;
    }

    /// What else can be done about a capture: again, or the other device first.
    private Optional<Action> again(CaptureState state) {
        return switch (state) {
            case CaptureState.Lost _, CaptureState.Absent _ ->
                    Optional.of(
                            Action.of(
                                    Key.CTRL_5,
                                    Material2OutlinedMZ.PHOTO_CAMERA,
                                    Phrase.of("fingerprints.portrait-first"),
                                    model::portraitFirst));
            case CaptureState.UsedUp _, CaptureState.Deciding _ -> Optional.empty();
            case CaptureState.Opening _,
                    CaptureState.Live _,
                    CaptureState.Blind _,
                    CaptureState.Judged _,
                    CaptureState.Done _,
                    CaptureState.Excepted _,
                    CaptureState.Missed _,
                    CaptureState.Refused _,
                    CaptureState.Failed _ ->
                    Optional.of(
                            Action.of(
                                    Key.F2,
                                    Material2OutlinedMZ.REPLAY,
                                    Phrase.of("capture.again"),
                                    model.loop()::again));
        };
    }

    private void decide() {
        reasons.clear();
        model.loop().decide();
        reasons.ask();
    }

    @Override
    public ObservableValue<Primary> primary() {
        return bound(() ->
                model.advice()
                        .shownProperty()
                        .get()
                        .map(card -> AdviceCard.primary(model.advice(), card, model.nextAttempt()))
                        .orElseGet(() -> primary(model.stateProperty().get())));
    }

    private Primary primary(CaptureState state) {
        return switch (state) {
            case CaptureState.Opening _ -> Primary.working(Phrase.of("capture.opening-scanner"));
            case CaptureState.Blind _ -> Primary.working(Phrase.of("fingerprints.waits-finger"));
            case CaptureState.Lost _ -> Primary.working(Phrase.of("capture.seeking-scanner"));
            case CaptureState.Live _ ->
                    model.canShoot()
                            ? Primary.capture(
                                    Phrase.of("fingerprints.now"),
                                    Material2OutlinedAL.FINGERPRINT,
                                    model.loop()::captureNow)
                            : Primary.working(Phrase.of("capture.capturing"));
            case CaptureState.Judged(var attempt) ->
                    attempt.acceptedUpToOperator() || model.left() == 0
                            ? Primary.working(Phrase.of("capture.storing"))
                            : shoot("capture.number-n", model.loop()::again, attempt.number() + 1);
            case CaptureState.Missed _, CaptureState.Refused _, CaptureState.Failed _ ->
                    Primary.ready(
                            Phrase.of("capture.retry"),
                            Material2OutlinedMZ.REPLAY,
                            () -> model.loop().go(model.here()));
            case CaptureState.UsedUp _ ->
                    Primary.ready(
                            Phrase.of("capture.choose-way"),
                            Material2OutlinedAL.GAVEL,
                            this::decide);
            case CaptureState.Deciding _ ->
                    Primary.ready(
                            Phrase.of("capture.accept"),
                            Material2OutlinedAL.GAVEL,
                            () -> model.loop().accept(reasons.words()));
            case CaptureState.Done _, CaptureState.Excepted _, CaptureState.Absent _ -> onward();
        };
    }

    private static Primary shoot(String key, Runnable run, Object... args) {
        return Primary.capture(Phrase.of(key, args), Material2OutlinedAL.FINGERPRINT, run);
    }

    private Primary onward() {
        return model.other()
                .map(p ->
                        Primary.ready(
                                p.isRolled()
                                        ? Phrase.of(
                                                "fingerprints.next-rolled", FingerTexts.onCard(p))
                                        : FingerTexts.title(p),
                                Material2OutlinedAL.ARROW_FORWARD,
                                () -> model.loop().go(p)))
                .orElseGet(() ->
                        Primary.ready(
                                Phrase.of("fingerprints.to-portrait"),
                                Material2OutlinedMZ.PHOTO_CAMERA,
                                model::next));
    }

    @Override
    public Map<Key, Runnable> keys() {
        if (model.stateProperty().get() instanceof CaptureState.Deciding) {
            return reasons.keys();
        }
        return model.here().isRolled()
                ? Map.of(Key.LEFT, () -> model.turn(-1), Key.RIGHT, () -> model.turn(1))
                : Map.of();
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("fingerprints.help"),
                List.of(
                        Phrase.of("fingerprints.help.1"),
                        Phrase.of("fingerprints.help.2"),
                        Phrase.of("fingerprints.help.3"),
                        Phrase.of("fingerprints.help.4"),
                        Phrase.of("fingerprints.help.5"),
                        Phrase.of("fingerprints.help.6")));
    }

    @Override
    public void shown() {
        watching =
                Subscription.combine(
                        model.changes().stream()
                                .map(o -> o.subscribe(this::show))
                                .toArray(Subscription[]::new));
        model.loop().pictureTo(area::offer);
        model.enter();
    }

    @Override
    public void hidden() {
        watching.unsubscribe();
        model.leave();
        area.clear();
    }
}
