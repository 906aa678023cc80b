package vn.tram.ui.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.device.Kind;
import vn.tram.domain.SpecialCase;
import vn.tram.enroll.LiveCapture.Phase;
import vn.tram.enroll.Step;
import vn.tram.image.Position;
import vn.tram.ui.kit.AcceptForm;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.AttemptRows;
import vn.tram.ui.kit.CaptureArea;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.CardFrame;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Mark;
import vn.tram.ui.kit.OmissionTexts;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;

/// The camera's picture, not mirrored, with crop frame, oval and eye line; the gates below; at the
/// right the one hint, what the operator confirms, and the shots.
public final class PortraitView implements Screen {
    /// With more to confirm the panel has no room for the shot, which the area shows anyway.
    private static final int MOST_TICKS_BESIDE_SHOTS = 3;

    private final Controls controls;
    private final PortraitViewModel model;
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final CaptureArea area;
    private final GateGrid gates;
    private final HintPanel hint;
    private final TickRows ticks;
    private final AttemptRows shots;
    private final AcceptForm reasons;
    private final SpecialForm special;
    private final VBox cases = new VBox();
    private List<SpecialCase> shownCases = List.of();
    private Subscription watching = Subscription.EMPTY;

    public PortraitView(Kit kit, PortraitViewModel model) {
        this.controls = kit.controls();
        this.model = model;
        area = new CaptureArea(controls, kit.background(), Kind.CAMERA);
        hint = new HintPanel(controls);
        gates = new GateGrid(controls);
        shots =
                new AttemptRows(
                        controls,
                        kit.background(),
                        Phrase.of("portrait.shots"),
                        Phrase.of("capture.most", model.most()));
        reasons =
                new AcceptForm(
                        controls,
                        Phrase.of("capture.reason"),
                        List.of(
                                Phrase.of("portrait.reason.eyes"),
                                Phrase.of("portrait.reason.head"),
                                Phrase.of("portrait.reason.light")));
        ticks = new TickRows(controls, model::tick);
        special = new SpecialForm(controls, model.special());
        cases.getStyleClass().add("ticks");
        work.getStyleClass().add("capture-work");
        panel.getStyleClass().add("panel");
        VBox.setVgrow(area, Priority.ALWAYS);
        work.getChildren().setAll(area, gates);
        show();
    }

    private void show() {
        var state = model.stateProperty().get();
        area.show(state, tone(state), marks(state), model.still());
        area.dropped(model.loop().dropped());
        area.unfit(model.loop().unfit());
        gates.show(model.gates());
        hint.show(model.hint());
        ticks.show(model.ticks());
        showShots();
        showPanel(state);
    }

    /// Puts nothing anew that stands there: a touch or a word may be under way.
    private void showPanel(CaptureState state) {
        var parts = new ArrayList<Node>(List.of(hint));
        if (model.special().asking()) {
            special.show();
            parts.add(special);
        } else {
            showCases();
            if (!cases.getChildren().isEmpty()) {
                parts.add(cases);
            }
            if (state instanceof CaptureState.Deciding) {
                parts.add(reasons);
            } else {
                if (!ticks.isEmpty()) {
                    parts.add(ticks);
                }
                if (model.ticks().size() + shownCases.size() <= MOST_TICKS_BESIDE_SHOTS) {
                    parts.add(shots);
                }
            }
        }
        if (!panel.getChildren().equals(parts)) {
            panel.getChildren().setAll(parts);
        }
    }

    private void showCases() {
        var all = model.visit().session().specialCases();
        if (!all.equals(shownCases)) {
            shownCases = all;
            cases.getChildren().setAll(all.stream().map(this::drawn).toList());
        }
    }

    private Node drawn(SpecialCase special) {
        var kind = OmissionTexts.special(special.kind());
        return controls.line(Tone.EXCEPTION, kind, Phrase.asIs(special.reason()));
    }

    /// While something is to be confirmed, only the shot that it is confirmed of.
    private void showShots() {
        if (ticks.isEmpty()) {
            shots.show(model.attempts(), model.left());
            return;
        }
        var kept =
                model.attempts().stream()
                        .filter(row -> row.best() == AttemptRows.Mark.BEST)
                        .toList();
        shots.show(kept, 0);
    }

    private static Tone tone(CaptureState state) {
        return switch (state) {
            case CaptureState.Live live -> live.phase() == Phase.LOOKING ? Tone.WARN : Tone.GOOD;
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

    /// Crop frame always; oval and eye line only while they can still be followed.
    private List<Mark> marks(CaptureState state) {
        if (state instanceof CaptureState.Live live) {
            var frame = CardFrame.of(live.width(), live.height());
            var marks = new ArrayList<>(frame.guides());
            if (live.phase() == Phase.HOLDING && model.counts()) {
                marks.add(frame.countdown(live.hold()));
            }
            return marks;
        }
        return model.still()
                .map(p -> CardFrame.of(p.width(), p.height()).crop())
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public ObservableValue<Phrase> title() {
        return bound(() -> Phrase.of("portrait.title"));
    }

    private <T> ObservableValue<T> bound(Callable<T> value) {
        return Bindings.createObjectBinding(value, model.changes().toArray(Observable[]::new));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return model.visit().rail(Step.PORTRAIT);
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
        var actions = new ArrayList<Action>();
        actions.add(
                Action.of(
                        Key.ESC,
                        Material2OutlinedAL.ARROW_BACK,
                        Phrase.of("capture.back"),
                        model::back));
        if (model.special().asking()) {
            return actions;
        }
        if (state.capturing() && !model.counts()
                || state.onScreen().isPresent() && model.left() > 0) {
            actions.add(
                    Action.of(
                            Key.F2,
                            Material2OutlinedMZ.REPLAY,
                            Phrase.of("portrait.again"),
                            model.loop()::again));
        }
        if (model.special().isPossible()) {
            actions.add(
                    Action.of(
                            Key.F4,
                            Material2OutlinedMZ.TUNE,
                            Phrase.of("portrait.special"),
                            model.special()::ask));
        }
        actions.add(
                Action.of(
                        Key.F5,
                        Material2OutlinedMZ.PAUSE_CIRCLE_OUTLINE,
                        Phrase.of("capture.park"),
                        model::park));
        if (state instanceof CaptureState.UsedUp) {
            actions.add(
                    Action.of(
                            Key.F8,
                            Material2OutlinedAL.GAVEL,
                            Phrase.of("capture.accept"),
                            this::decide));
        }
        actions.add(
                Action.of(
                        Key.F11,
                        Material2OutlinedAL.CAST,
                        Phrase.of("portrait.citizen-screen"),
                        model::showCitizenScreen));
        return actions;
    }

    private void decide() {
        reasons.clear();
        model.loop().decide();
        reasons.ask();
    }

    @Override
    public ObservableValue<Primary> primary() {
        return bound(() -> primary(model.stateProperty().get()));
    }

    private Primary primary(CaptureState state) {
        if (model.special().asking()) {
            return special.primary();
        }
        return switch (state) {
            case CaptureState.Opening _ -> Primary.working(Phrase.of("capture.opening-camera"));
            case CaptureState.Lost _ -> Primary.working(Phrase.of("capture.seeking-camera"));
            case CaptureState.Blind _ -> Primary.working(Phrase.of("capture.capturing"));
            case CaptureState.Live _ ->
                    model.canShoot()
                            ? Primary.capture(
                                    Phrase.of("portrait.now"),
                                    Material2OutlinedMZ.PHOTO_CAMERA,
                                    model.loop()::captureNow)
                            : Primary.working(Phrase.of("capture.capturing"));
            case CaptureState.Judged(var attempt) ->
                    attempt.acceptedUpToOperator() || model.left() == 0
                            ? Primary.working(Phrase.of("capture.storing"))
                            : Primary.capture(
                                    Phrase.of("portrait.shot-n", attempt.number() + 1),
                                    Material2OutlinedMZ.PHOTO_CAMERA,
                                    model.loop()::again);
            case CaptureState.Missed _, CaptureState.Refused _, CaptureState.Failed _ ->
                    Primary.ready(
                            Phrase.of("capture.retry"),
                            Material2OutlinedMZ.REPLAY,
                            () -> model.loop().go(Position.FACE));
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
            case CaptureState.Done _ ->
                    model.open() > 0
                            ? Primary.ready(
                                    Phrase.of("portrait.open", model.open()), ticks::focusFirstOpen)
                            : onward();
            case CaptureState.Excepted _, CaptureState.Absent _ -> onward();
        };
    }

    private Primary onward() {
        return Primary.ready(
                Phrase.of("portrait.review"), Material2OutlinedAL.ARROW_FORWARD, model::next);
    }

    @Override
    public Map<Key, Runnable> keys() {
        if (model.special().asking()) {
            return special.keys();
        }
        if (model.stateProperty().get() instanceof CaptureState.Deciding) {
            return reasons.keys();
        }
        return ticks.keys();
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("portrait.help"),
                List.of(
                        Phrase.of("portrait.help.1"),
                        Phrase.of("portrait.help.2"),
                        Phrase.of("portrait.help.3"),
                        Phrase.of("portrait.help.4"),
                        Phrase.of("portrait.help.5")));
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
