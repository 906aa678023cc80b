package vn.tram.ui.workbench;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.calibration.CalibrationRun;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Chain;
import vn.tram.domain.Digest;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.FaultCard;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Help;
import vn.tram.ui.kit.HintPanel;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Intent.Workbench.Page;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.LivePicture;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Primary;
import vn.tram.ui.kit.Rail;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;
import vn.tram.ui.workbench.CalibrationViewModel.News;
import vn.tram.ui.workbench.CalibrationViewModel.State;

/// Calibrates a device: what with, the run with the live picture and one order at a time, every
/// measure beside its limit, the certificate and those before it.
public final class CalibrationView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final CalibrationViewModel model;
    private final Places places;
    private final ZoneId zone;
    private final PageTabs tabs;
    private final LivePicture picture;
    private final StackPane frame;
    private final HintPanel hint;
    private final VBox news = new VBox();
    private final VBox steps = new VBox();
    private final VBox work = new VBox();
    private final VBox panel = new VBox();
    private final ReadOnlyObjectWrapper<Primary> primary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Action>> actions = new ReadOnlyObjectWrapper<>();
    private Optional<ExtensionForm> extension = Optional.empty();

    public CalibrationView(Kit kit, CalibrationViewModel model, Places places, ZoneId zone) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        this.zone = zone;
        tabs = new PageTabs(kit, model.device(), Page.CALIBRATION);
        picture = new LivePicture(kit.background());
        frame = new StackPane(picture);
        frame.getStyleClass().add("live-frame");
        frame.setMinSize(0, 0);
        VBox.setVgrow(frame, Priority.ALWAYS);
        hint = new HintPanel(controls);
        news.getStyleClass().add("tasks");
        steps.getStyleClass().add("tasks");
        work.getStyleClass().add("panel");
        panel.getStyleClass().add("panel");
        model.stateProperty().subscribe(this::show);
        model.planProperty().subscribe(_ -> again());
        model.newsProperty().subscribe(this::tell);
    }

    private void again() {
        if (model.stateProperty().get() instanceof State.Choosing choosing) {
            bars(choosing);
        }
    }

    private void show(State state) {
        bars(state);
        switch (state) {
            case State.Reading _ ->
                    lay(
                            List.of(
                                    tabs.drawn(),
                                    controls.label(Phrase.of("calibration.preparing"), "muted")),
                            List.of(new DeviceCard(controls, model.device())));
            case State.Failed(var code) ->
                    lay(
                            List.of(
                                    tabs.drawn(),
                                    new FaultCard(controls, FaultTexts.of(code), Optional.empty())),
                            List.of(new DeviceCard(controls, model.device())));
            case State.Choosing(var sight) -> {
                hint.show(CalibrationWords.of(sight.fitness(), zone));
                lay(
                        List.of(tabs.drawn(), new PlanPane(controls, model, sight, zone)),
                        List.of(hint, news, new DeviceCard(controls, model.device())));
            }
            case State.Extending(var sight, _) -> {
                var form = new ExtensionForm(controls, sight.longestExtension());
                extension = Optional.of(form);
                lay(
                        List.of(tabs.drawn(), new PlanPane(controls, model, sight, zone)),
                        List.of(form));
                form.ask();
            }
            case State.Running(var run, var eye) -> {
                hint.show(CalibrationWords.of(run, eye, model.device().kind()));
                running(run, eye);
            }
            case State.Taking(var run) -> {
                hint.show(say("calibration.taking"));
                running(run, new Eye.Opening());
            }
            case State.Drafted(_, var certificate) ->
                    outcome(certificate, Optional.empty(), List.of());
            case State.Issuing(var certificate) ->
                    outcome(certificate, Optional.empty(), List.of());
            case State.Shown(var certificate, var digest) ->
                    outcome(certificate, Optional.of(digest), List.of(where()));
        }
    }

    private static HintWords say(String key) {
        return DeviceWords.hint(Tone.HERE, Phrase.of(key), Phrase.of(key + ".note"));
    }

    private void lay(List<Node> working, List<Node> beside) {
        work.getChildren().setAll(working);
        panel.getChildren().setAll(beside);
    }

    /// The frame stays while the run goes on.
    private void running(CalibrationRun run, Eye eye) {
        if (!work.getChildren().equals(List.of(frame))) {
            lay(List.of(frame), List.of(hint, news, steps));
        }
        for (var tone : List.of(Tone.GOOD, Tone.WARN, Tone.BAD)) {
            frame.getStyleClass().remove(tone.styleClass());
        }
        switch (eye) {
            case Eye.Guided(var refusal) ->
                    frame.getStyleClass()
                            .add((refusal.isEmpty() ? Tone.GOOD : Tone.WARN).styleClass());
            case Eye.NotHere _, Eye.Broke _ -> frame.getStyleClass().add(Tone.BAD.styleClass());
            case Eye.Opening _, Eye.Blind _ -> {}
        }
        picture.setVisible(!(eye instanceof Eye.NotHere));
        steps.getChildren().setAll(controls.heading(Phrase.of("calibration.steps")));
        steps.getChildren().addAll(RunSteps.of(controls, run));
    }

    private void outcome(Certificate certificate, Optional<Digest> digest, List<Node> more) {
        hint.show(CalibrationWords.of(certificate, digest.isPresent(), zone));
        var beside = new ArrayList<Node>(List.of(hint, news));
        beside.addAll(more);
        beside.add(new CertificateCard(controls, certificate, digest));
        lay(List.of(new CertificatePane(controls, certificate)), beside);
    }

    private Node where() {
        var folder = new TextField();
        folder.textProperty().bindBidirectional(model.folderProperty());
        folder.accessibleTextProperty().bind(kit.texts().bind(Phrase.of("calibration.folder")));
        var field = new VBox(controls.label(Phrase.of("calibration.folder"), "bold"), folder);
        field.getStyleClass().add("field");
        return field;
    }

    private void tell(Optional<News> last) {
        news.getChildren().setAll(last.map(this::drawn).map(List::of).orElse(List.of()));
    }

    private Node drawn(News last) {
        return switch (last) {
            case News.Beside _ ->
                    controls.line(
                            Tone.WARN,
                            Phrase.of("workbench.beside"),
                            Phrase.of("workbench.hint.beside"));
            case News.TargetEnded(var target) ->
                    controls.line(
                            Tone.WARN,
                            Phrase.of("calibration.do.target", target.id()),
                            Phrase.of("calibration.ended.note"));
            case News.Copied(var file) ->
                    controls.line(
                            Tone.GOOD,
                            Phrase.of("calibration.copied"),
                            Phrase.asIs(file.toString()));
            case News.Failed(var code) -> {
                var told = FaultTexts.of(code);
                yield controls.line(Tone.BAD, told.what(), told.todo());
            }
        };
    }

    private void bars(State state) {
        primary.set(next(state));
        actions.set(beside(state));
    }

    private Primary next(State state) {
        return switch (state) {
            case State.Reading _ -> Primary.working(Phrase.of("calibration.preparing"));
            case State.Failed _ -> Primary.ready(Phrase.of("workbench.read-again"), model::read);
            case State.Choosing(var sight) -> start(sight, model.planProperty().get());
            case State.Extending _ ->
                    Primary.ready(
                            Phrase.of("calibration.extend"),
                            () -> extension.ifPresent(f -> f.extend(model)));
            case State.Running(_, var eye) ->
                    switch (eye) {
                        case Eye.Opening _ -> Primary.working(Phrase.of("calibration.looking"));
                        case Eye.NotHere _ -> Primary.working(Phrase.of("devices.looking"));
                        case Eye.Guided _, Eye.Blind _, Eye.Broke _ ->
                                Primary.ready(
                                        Phrase.of("calibration.take"),
                                        Material2OutlinedMZ.PHOTO_CAMERA,
                                        model::take);
                    };
            case State.Taking _ -> Primary.working(Phrase.of("calibration.taking"));
            case State.Drafted _ -> Primary.ready(Phrase.of("calibration.issue"), model::issue);
            case State.Issuing _ -> Primary.working(Phrase.of("calibration.issuing"));
            case State.Shown _ -> Primary.ready(Phrase.of("calibration.done"), model::read);
        };
    }

    private Primary start(Certification.Sight sight, Plan plan) {
        if (sight.chain() instanceof Chain.Broken) {
            return Primary.ready(Phrase.of("workbench.read-again"), model::read);
        }
        return plan.targets().isEmpty() && !plan.people()
                ? Primary.working(Phrase.of("calibration.choose"))
                : Primary.ready(
                        Phrase.of(
                                plan.lacks(sight.needed()).isEmpty()
                                        ? "calibration.start"
                                        : "calibration.start.incomplete"),
                        Material2OutlinedMZ.PLAY_ARROW,
                        model::start);
    }

    private List<Action> beside(State state) {
        var all = new ArrayList<Action>();
        switch (state) {
            case State.Reading _, State.Failed _ -> all.add(devices());
            case State.Choosing(var sight) -> {
                all.add(devices());
                if (model.extendable(sight).isPresent()) {
                    all.add(
                            Action.of(
                                    Key.F8,
                                    Material2OutlinedMZ.MORE_TIME,
                                    Phrase.of("calibration.extend"),
                                    model::askToExtend));
                }
            }
            case State.Running _, State.Taking _ -> all.add(back("calibration.cancel"));
            case State.Extending _ -> all.add(back("calibration.back"));
            case State.Drafted(_, var certificate) -> {
                all.add(back("calibration.cancel"));
                all.add(
                        Action.of(
                                Key.F2,
                                Material2OutlinedMZ.REFRESH,
                                Phrase.of(
                                        certificate.measures().stream().allMatch(m -> m.passed())
                                                ? "calibration.again"
                                                : "calibration.again.beyond"),
                                model::again));
            }
            case State.Issuing _ -> {}
            case State.Shown _ -> {
                all.add(back("calibration.back"));
                all.add(
                        Action.of(
                                Key.F7,
                                Material2OutlinedMZ.SAVE,
                                Phrase.of("calibration.copy"),
                                model::copy));
            }
        }
        return all;
    }

    private Action devices() {
        return Action.of(
                Key.ESC,
                Material2OutlinedAL.ARROW_BACK,
                Phrase.of("place.devices"),
                () -> kit.navigator().go(new Intent.Back()));
    }

    private Action back(String words) {
        return Action.of(Key.ESC, Material2OutlinedAL.ARROW_BACK, Phrase.of(words), model::read);
    }

    @Override
    public ObservableValue<Phrase> title() {
        return new SimpleObjectProperty<>(DeviceWords.name(model.device()));
    }

    @Override
    public ObservableValue<Rail> rail() {
        return places.rail(Places.DEVICES);
    }

    @Override
    public Node work() {
        return work;
    }

    @Override
    public Node panel() {
        return panel;
    }

    /// Only while the pages are offered: a digit does not end a run.
    @Override
    public Map<Key, Runnable> keys() {
        return switch (model.stateProperty().get()) {
            case State.Reading _, State.Failed _, State.Choosing _ -> tabs.keys();
            case State.Extending _ -> extension.map(ExtensionForm::keys).orElse(Map.of());
            case State.Running _, State.Taking _, State.Drafted _, State.Issuing _, State.Shown _ ->
                    Map.of();
        };
    }

    @Override
    public ObservableValue<List<Action>> actions() {
        return actions.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Primary> primary() {
        return primary.getReadOnlyProperty();
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("workbench.page.CALIBRATION"),
                List.of(
                        Phrase.of("calibration.help.1"),
                        Phrase.of("calibration.help.2"),
                        Phrase.of("calibration.help.3"),
                        Phrase.of("calibration.help.4")));
    }

    @Override
    public void shown() {
        model.pictureTo(picture::offer);
        model.read();
    }

    @Override
    public void hidden() {
        model.leave();
        picture.clear();
    }
}
