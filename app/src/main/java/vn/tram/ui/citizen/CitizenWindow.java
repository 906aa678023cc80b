package vn.tram.ui.citizen;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import vn.tram.ui.kit.CitizenSide;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Theme;
import vn.tram.ui.kit.Visit;

/// The second window: all of the second display where there is one, and then never the focus; else
/// all of the only display, until F11 or Esc, for a screen that is turned to the citizen. Goes with
/// the second display when that is gone, and comes with it again.
public final class CitizenWindow {
    private final Kit kit;
    private final Visit visit;
    private final boolean training;
    private final ObservableList<Rectangle2D> displays;
    private @Nullable Stage stage;

    /// Whether it stands on a display of its own.
    private boolean beside;

    /// Whether its display was taken away from under it.
    private boolean lost;

    private Subscription following = Subscription.EMPTY;

    /// @param training whether nothing that is made here has value
    public CitizenWindow(Kit kit, Visit visit, boolean training) {
        this(kit, visit, training, attached());
    }

    /// @param displays where each lies; followed
    CitizenWindow(Kit kit, Visit visit, boolean training, ObservableList<Rectangle2D> displays) {
        this.kit = kit;
        this.visit = visit;
        this.training = training;
        this.displays = displays;
        displays.addListener((ListChangeListener<Rectangle2D>) _ -> follow());
    }

    /// The displays of this computer, from now on.
    private static ObservableList<Rectangle2D> attached() {
        var screens = Screen.getScreens();
        var bounds = FXCollections.observableArrayList(bounds(screens));
        screens.addListener((ListChangeListener<Screen>) _ -> bounds.setAll(bounds(screens)));
        return bounds;
    }

    private static List<Rectangle2D> bounds(List<Screen> screens) {
        return screens.stream().map(Screen::getBounds).toList();
    }

    /// Displays came, went or changed.
    private void follow() {
        var second = second();
        if (stage == null) {
            if (lost && second.isPresent()) {
                show();
            }
        } else if (second.isPresent()) {
            place(stage, second.get());
            beside = true;
        } else if (beside) {
            stage.hide();
            lost = true;
        }
    }

    /// Shows it on the second display, where there is one.
    public void openBeside() {
        if (stage == null && second().isPresent()) {
            show();
        }
    }

    /// Shows it; repeats what has gone from it; else hides it.
    public void toggle() {
        if (stage == null) {
            show();
        } else if (visit.citizenSide().canRepeat()) {
            visit.citizenSide().again();
        } else {
            stage.hide();
            lost = false;
        }
    }

    private CitizenSide side() {
        return visit.citizenSide();
    }

    private void show() {
        var view = new CitizenView(kit.controls(), kit.background(), side(), training);
        var scene = new Scene(view);
        Theme.dressLight(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var desk = kit.shell().window();
        var second = second();
        var opened = new Stage(StageStyle.UNDECORATED);
        opened.initOwner(desk);
        opened.setTitle(kit.texts().of("citizen.window"));
        opened.setScene(scene);
        place(opened, second.orElseGet(this::home));
        opened.setOnHidden(_ -> hidden());
        stage = opened;
        beside = second.isPresent();
        lost = false;
        side().pictureTo(view::offer);
        side().again();
        following =
                side().shownProperty()
                        .subscribe(shown -> {
                            view.speakTo(age());
                            view.show(shown);
                        });
        opened.show();
        if (second.isPresent()) {
            desk.requestFocus();
        }
    }

    private static void place(Stage stage, Rectangle2D room) {
        stage.setX(room.getMinX());
        stage.setY(room.getMinY());
        stage.setWidth(room.getWidth());
        stage.setHeight(room.getHeight());
    }

    private Optional<Integer> age() {
        return visit.sessionProperty()
                .get()
                .flatMap(s -> s.citizen())
                .flatMap(c -> c.age(visit.enrollment().today()));
    }

    private void hidden() {
        following.unsubscribe();
        side().pictureTo(_ -> {});
        stage = null;
    }

    /// Only where it stands on the only display does it hear keys.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F11 || event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            toggle();
        } else if (event.getCode() == KeyCode.DIGIT1) {
            side().answer(CitizenSide.Answer.RIGHT);
        } else if (event.getCode() == KeyCode.DIGIT2) {
            side().answer(CitizenSide.Answer.WRONG);
        }
    }

    /// Where most of the operator's window lies; the first display when it lies on none.
    private Rectangle2D home() {
        var desk = kit.shell().window();
        return displays.stream()
                .max(Comparator.comparingDouble(display -> shared(display, desk)))
                .orElseThrow();
    }

    private static double shared(Rectangle2D display, Window window) {
        double width =
                Math.min(display.getMaxX(), window.getX() + window.getWidth())
                        - Math.max(display.getMinX(), window.getX());
        double height =
                Math.min(display.getMaxY(), window.getY() + window.getHeight())
                        - Math.max(display.getMinY(), window.getY());
        return Math.max(0, width) * Math.max(0, height);
    }

    private Optional<Rectangle2D> second() {
        var first = displays.isEmpty() ? Rectangle2D.EMPTY : home();
        return displays.stream().filter(display -> !display.equals(first)).findFirst();
    }
}
