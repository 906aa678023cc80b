package vn.tram.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.ui.kit.Action;
import vn.tram.ui.kit.Controls;
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
import vn.tram.ui.workbench.LiveViewModel.News;
import vn.tram.ui.workbench.LiveViewModel.State;

/// The live picture of one device with its rate; beside it what the self-test found and where raw
/// frames go.
public final class LiveView implements Screen {
    private final Kit kit;
    private final Controls controls;
    private final LiveViewModel model;
    private final Places places;
    private final PageTabs tabs;
    private final LivePicture picture;
    private final SimpleObjectProperty<Phrase> rate = new SimpleObjectProperty<>(Phrase.asIs(""));
    private final SimpleObjectProperty<Phrase> instead =
            new SimpleObjectProperty<>(Phrase.asIs(""));
    private final Label rateTag;
    private final VBox waiting;
    private final HintPanel hint;
    private final VBox news = new VBox();
    private final VBox work = new VBox();
    private final VBox panel = new VBox();

    public LiveView(Kit kit, LiveViewModel model, Places places) {
        this.kit = kit;
        this.controls = kit.controls();
        this.model = model;
        this.places = places;
        tabs = new PageTabs(kit, model.device(), Page.LIVE);
        picture = new LivePicture(kit.background());
        rateTag = controls.label(rate, "live-tag");
        StackPane.setAlignment(rateTag, Pos.TOP_LEFT);
        waiting = new VBox(wrapped());
        waiting.getStyleClass().add("capture-waiting");
        var frame = new StackPane(picture, waiting, rateTag);
        frame.getStyleClass().add("live-frame");
        frame.setMinSize(0, 0);
        VBox.setVgrow(frame, Priority.ALWAYS);
        work.getStyleClass().add("panel");
        work.getChildren().setAll(tabs.drawn(), frame);
        hint = new HintPanel(controls);
        news.getStyleClass().add("tasks");
        panel.getStyleClass().add("panel");
        panel.getChildren().setAll(hint, news);
        if (model.keepsFrames()) {
            panel.getChildren().add(where());
        }
        model.stateProperty().subscribe(this::show);
        model.newsProperty().subscribe(this::tell);
    }

    private Label wrapped() {
        var words = controls.label(instead, "strong", "muted", "wrap");
        words.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return words;
    }

    private Node where() {
        var folder = new TextField();
        folder.textProperty().bindBidirectional(model.folderProperty());
        folder.accessibleTextProperty().bind(kit.texts().bind(Phrase.of("workbench.folder")));
        var field =
                new VBox(
                        controls.label(Phrase.of("workbench.folder"), "bold"),
                        folder,
                        controls.paragraph(Phrase.of("workbench.folder.help"), "note"));
        field.getStyleClass().add("field");
        return field;
    }

    private void show(State state) {
        boolean looking =
                state instanceof State.Looking
                        || state instanceof State.Testing
                        || state instanceof State.Keeping;
        picture.setVisible(looking);
        waiting.setVisible(!looking);
        rateTag.setVisible(state instanceof State.Looking);
        hint.show(hint(state));
        switch (state) {
            case State.Looking(var pictures, var dropped) ->
                    rate.set(
                            dropped == 0
                                    ? Phrase.of("workbench.rate", Math.round(pictures))
                                    : Phrase.of(
                                            "workbench.rate.dropped",
                                            Math.round(pictures),
                                            dropped));
            case State.Opening _ -> instead.set(Phrase.of("capture.waiting"));
            case State.Blind _ -> instead.set(Phrase.of("workbench.blind"));
            case State.Beside _ -> instead.set(Phrase.of("workbench.beside"));
            case State.NotHere _ -> instead.set(Phrase.of("workbench.not-here"));
            case State.Broke(var fault) ->
                    instead.set(FaultTexts.of(fault, model.device().kind()).what());
            case State.Testing _, State.Keeping _ -> {}
        }
    }

    private HintWords hint(State state) {
        return switch (state) {
            case State.Opening _ -> say(Tone.INFO, "workbench.hint.open");
            case State.Looking _, State.Blind _, State.Keeping _ ->
                    say(Tone.HERE, "workbench.hint.try");
            case State.Testing _ ->
                    say(Tone.HERE, "workbench.hint.before." + model.device().kind());
            case State.Beside _ -> say(Tone.WARN, "workbench.hint.beside");
            case State.NotHere _ -> say(Tone.WARN, "workbench.hint.not-here");
            case State.Broke _ -> say(Tone.BAD, "workbench.hint.broke");
        };
    }

    /// An order with its reason in the key that ends in `.note`.
    private static HintWords say(Tone tone, String key) {
        return DeviceWords.hint(tone, Phrase.of(key), Phrase.of(key + ".note"));
    }

    private void tell(Optional<News> last) {
        news.getChildren().setAll(last.map(this::drawn).orElse(List.of()));
    }

    private List<Node> drawn(News last) {
        return switch (last) {
            case News.Tested(var findings) -> {
                var lines = new ArrayList<Node>();
                boolean good = findings.stream().allMatch(f -> f.good());
                lines.add(
                        controls.state(
                                good ? Tone.GOOD : Tone.BAD,
                                Phrase.of(
                                        good ? "workbench.tested.good" : "workbench.tested.bad")));
                for (var finding : findings) {
                    lines.add(controls.paragraph(DeviceWords.of(finding, model.device())));
                }
                yield lines;
            }
            case News.Kept(var file) ->
                    List.of(
                            controls.line(
                                    Tone.GOOD,
                                    Phrase.of("workbench.kept"),
                                    Phrase.asIs(file.toString())));
            case News.SessionOpen(var number) ->
                    List.of(
                            controls.line(
                                    Tone.WARN,
                                    Phrase.of("workbench.session-open", "%03d".formatted(number)),
                                    Phrase.of("workbench.session-open.todo")));
            case News.NotAllowed _ ->
                    List.of(controls.state(Tone.WARN, Phrase.of("workbench.not-allowed")));
            case News.NoPicture(var fault) -> {
                var told = FaultTexts.of(fault, model.device().kind());
                yield List.of(controls.line(Tone.BAD, told.what(), told.todo()));
            }
            case News.Failed(var code) -> {
                var told = FaultTexts.of(code);
                yield List.of(controls.line(Tone.BAD, told.what(), told.todo()));
            }
        };
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

    @Override
    public Map<Key, Runnable> keys() {
        return tabs.keys();
    }

    @Override
    public ObservableValue<List<Action>> actions() {
        var actions = new ArrayList<Action>();
        actions.add(
                Action.of(
                        Key.ESC,
                        Material2OutlinedAL.ARROW_BACK,
                        Phrase.of("place.devices"),
                        this::back));
        if (model.keepsFrames()) {
            actions.add(
                    Action.of(
                            Key.F8,
                            Material2OutlinedMZ.SAVE,
                            Phrase.of("workbench.keep"),
                            model::keep));
        }
        return new SimpleObjectProperty<>(actions);
    }

    private void back() {
        kit.navigator().go(new Intent.Back());
    }

    @Override
    public ObservableValue<Primary> primary() {
        return model.stateProperty()
                .map(state ->
                        switch (state) {
                            case State.Opening _ -> Primary.working(Phrase.of("devices.opening"));
                            case State.NotHere _ -> Primary.working(Phrase.of("devices.looking"));
                            case State.Testing _ -> Primary.working(Phrase.of("workbench.testing"));
                            case State.Keeping _ -> Primary.working(Phrase.of("workbench.keeping"));
                            case State.Beside _ ->
                                    Primary.ready(Phrase.of("devices.back"), this::back);
                            case State.Looking _, State.Blind _, State.Broke _ ->
                                    Primary.ready(Phrase.of("workbench.test"), model::test);
                        });
    }

    @Override
    public Help help() {
        return new Help(
                Phrase.of("workbench.page.LIVE"),
                List.of(
                        Phrase.of("workbench.help.live.1"),
                        Phrase.of("workbench.help.live.2"),
                        Phrase.of("workbench.help.live.3")));
    }

    @Override
    public void shown() {
        model.pictureTo(picture::offer);
        model.enter();
    }

    @Override
    public void hidden() {
        model.leave();
        picture.clear();
    }
}
