package vn.tram.ui.kit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;

/// The frame around every screen: top bar, rail, work area, panel, bottom bar. Draws what the
/// [Screen] gives, and turns keys and touches into its actions, each once.
public final class Shell {
    private static final Duration TOAST = Duration.ofSeconds(4);

    private final Texts texts;
    private final Theme theme;
    private final Controls controls;
    private final Background background;
    private final Navigator navigator;
    private final LongSupplier nanos;
    private final Once once = new Once();

    private final TopBar top;
    private final RailView rail;
    private final ActionBar bottom;
    private final VBox work = new VBox();
    private final VBox side = new VBox();
    private final ScrollPane workArea;
    private final ScrollPane sideArea;
    private final StackPane middle = new StackPane();
    private final Sheets sheets;
    private final BorderPane root = new BorderPane();

    private final ObjectProperty<List<Light>> lights = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Person>> officer =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<Screen> screen = Optional.empty();
    private Runnable covered = () -> {};
    private Subscription following = Subscription.EMPTY;

    /// @param nanos as [System#nanoTime]; tests bring their own
    Shell(
            Texts texts,
            Theme theme,
            Background background,
            StationSign station,
            Clock clock,
            LongSupplier nanos,
            Navigator navigator) {
        this.texts = texts;
        this.theme = theme;
        this.background = background;
        this.navigator = navigator;
        this.nanos = nanos;
        controls = new Controls(texts);
        top = new TopBar(controls, station, clock);
        rail = new RailView(controls, navigator);
        bottom = new ActionBar(controls, this::firePrimary);
        sheets = new Sheets(controls);
        lights.subscribe(top::showLights);
        officer.subscribe(top::showOfficer);
        work.getStyleClass().add("work-content");
        side.getStyleClass().add("side-content");
        workArea = area(work, "work");
        sideArea = area(side, "side");
        HBox.setHgrow(workArea, Priority.ALWAYS);
        var areas = new HBox(rail, workArea, sideArea);
        middle.getChildren().setAll(areas);
        if (station.training()) {
            middle.getChildren().add(new Watermark(controls, areas, workArea));
        }
        middle.getChildren().addAll(sheets.nodes());
        middle.setAlignment(Pos.CENTER);
        // what does not fit is cut, and never moves the bars
        areas.setMinSize(0, 0);
        middle.setMinSize(0, 0);
        root.getStyleClass().add("frame");
        root.setTop(top);
        root.setCenter(middle);
        root.setBottom(bottom);
    }

    /// As high as the frame leaves it. What stands in it shrinks to that; words made larger that
    /// still do not fit can be scrolled to.
    private static ScrollPane area(Region content, String styleClass) {
        var area = new ScrollPane(content);
        area.getStyleClass().setAll("area", styleClass);
        area.setFitToWidth(true);
        area.setFitToHeight(true);
        area.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        area.setFocusTraversable(false);
        area.setMinSize(0, 0);
        // the skin keeps a picture of its content, which a live picture makes stale 30 times a
        // second
        area.skinProperty()
                .subscribe(() -> area.lookupAll(".viewport").forEach(v -> v.setCache(false)));
        return area;
    }

    /// A scene of this size that holds the frame, dressed and listening to keys.
    Scene scene(double width, double height) {
        var scene = new Scene(root, width, height);
        theme.dress(scene);
        root.applyCss(); // the areas take their content only now, and a screen wants the focus
        // at once
        var unused = new Keyboard(scene, nanos, this::pressed, this::scanned);
        return scene;
    }

    Parent root() {
        return root;
    }

    /// The window that the frame stands in.
    public Window window() {
        return root.getScene().getWindow();
    }

    public Controls controls() {
        return controls;
    }

    /// The lights of the top bar.
    public ObjectProperty<List<Light>> lightsProperty() {
        return lights;
    }

    /// Who is signed in; nobody before sign-in and while locked.
    public ObjectProperty<Optional<Person>> officerProperty() {
        return officer;
    }

    /// The screen that stands.
    public Optional<Screen> screen() {
        return screen;
    }

    /// Puts `next` in the place of what stood there.
    public void show(Screen next) {
        screen.ifPresent(Screen::hidden);
        following.unsubscribe();
        sheets.close();
        workArea.setVvalue(0);
        sideArea.setVvalue(0);
        screen = Optional.of(next);
        work.getChildren().setAll(head(next), next.work());
        VBox.setVgrow(next.work(), Priority.ALWAYS);
        side.getChildren().setAll(next.panel());
        VBox.setVgrow(next.panel(), Priority.ALWAYS);
        following =
                Subscription.combine(
                        next.rail().subscribe(this::showRail),
                        next.actions().subscribe(a -> bottom.showActions(a, this::fire)),
                        next.primary().subscribe(bottom::showPrimary));
        next.shown();
    }

    private Node head(Screen next) {
        var title = controls.label(next.title(), "screen-title");
        var head = new HBox(title, Controls.gap());
        head.getStyleClass().add("screen-head");
        next.aside().ifPresent(head.getChildren()::add);
        return head;
    }

    private void showRail(Rail now) {
        rail.show(now);
        for (var area : List.of(workArea, sideArea)) {
            area.getStyleClass().remove("wide");
            if (now instanceof Rail.None) {
                area.getStyleClass().add("wide");
            }
        }
    }

    /// A short word that goes by itself after four seconds and asks nothing.
    public void toast(Tone tone, Phrase words) {
        sheets.toast(tone, words);
        var shown = sheets.toasts();
        background.after(TOAST, () -> sheets.endToast(shown));
    }

    /// Covers all that is private, until F9 or a touch.
    public void cover() {
        sheets.cover();
        covered.run();
    }

    /// Runs `hide` whenever all that is private is covered.
    public void onCover(Runnable hide) {
        covered = hide;
    }

    /// The program met an error of its own: says so over the work area, with what is safe.
    public void bug(String reference) {
        sheets.fault(FaultTexts.bug(reference));
    }

    private void fire(Action action) {
        if (once.accepts(action.words(), nanos.getAsLong())) {
            action.run().run();
        }
    }

    private void firePrimary() {
        if (screen.map(s -> s.primary().getValue()).orElse(null) instanceof Primary.Ready ready
                && once.accepts(Key.ENTER, nanos.getAsLong())) {
            ready.run().run();
        }
    }

    private void scanned(String code) {
        if (!sheets.covered()) {
            screen.ifPresent(s -> s.scanned(code));
        }
    }

    /// Whether the key was taken.
    private boolean pressed(Key key) {
        if (sheets.open()) {
            return pressedOnSheet(key);
        }
        return switch (key) {
            case ENTER -> {
                firePrimary();
                yield true;
            }
            case SPACE -> pressedSpace();
            case F1 -> {
                help();
                yield true;
            }
            case F9 -> {
                cover();
                yield true;
            }
            case CTRL_D -> {
                theme.nextLook();
                yield true;
            }
            case CTRL_E -> {
                texts.switchLanguage();
                yield true;
            }
            case CTRL_1, CTRL_2, CTRL_3, CTRL_4, CTRL_5, CTRL_6, CTRL_7 -> pressedStep(key);
            default -> pressedAction(key);
        };
    }

    private boolean pressedOnSheet(Key key) {
        boolean closes =
                switch (key) {
                    case ESC, ENTER, F1, F9 -> true;
                    default -> false;
                };
        if (closes) {
            sheets.close();
        }
        return true;
    }

    private boolean pressedSpace() {
        boolean captures =
                screen.map(s -> s.primary().getValue()).orElse(null) instanceof Primary.Ready ready
                        && ready.key() == Key.SPACE;
        if (captures) {
            firePrimary();
        }
        return captures;
    }

    /// Goes to the step, or outside a session to the place, of that number in the rail.
    private boolean pressedStep(Key key) {
        int number = key.step().orElseThrow();
        var intent =
                switch (screen.map(s -> s.rail().getValue()).orElseGet(Rail.None::new)) {
                    case Rail.Steps(_, _, _, var steps, _) when number <= steps.size() ->
                            Optional.of(new Intent.Step(number));
                    case Rail.Places(var places, _, _) when number <= places.size() ->
                            Optional.of(new Intent.Open(places.get(number - 1).name()));
                    case Rail.Steps _, Rail.Places _, Rail.None _ -> Optional.<Intent>empty();
                };
        if (intent.isPresent() && once.accepts(key, nanos.getAsLong())) {
            navigator.go(intent.get());
        }
        return intent.isPresent();
    }

    private boolean pressedAction(Key key) {
        var action =
                screen.stream()
                        .flatMap(s -> s.actions().getValue().stream())
                        .filter(a -> a.key().equals(Optional.of(key)))
                        .findFirst();
        if (action.isPresent()) {
            fire(action.get());
            return true;
        }
        var own = screen.map(s -> s.keys().get(key));
        if (own.isPresent()) {
            own.get().run();
            return true;
        }
        if (key == Key.F12 && officer.get().isPresent()) {
            navigator.go(new Intent.Lock());
            return true;
        }
        if (key == Key.F10 && officer.get().isPresent()) {
            navigator.go(new Intent.Open(Places.DEVICES));
            return true;
        }
        if (key == Key.F11 && officer.get().isPresent()) {
            if (once.accepts(key, nanos.getAsLong())) {
                navigator.go(new Intent.CitizenScreen());
            }
            return true;
        }
        return false;
    }

    /// Shows the help of the screen that stands.
    public void help() {
        screen.ifPresent(s -> sheets.help(s.help()));
    }

    /// Shows the time that it is now; called once a second.
    void tick() {
        top.tick();
    }
}
