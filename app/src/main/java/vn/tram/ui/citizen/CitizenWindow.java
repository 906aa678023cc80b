package vn.tram.ui.citizen;

import java.util.Optional;
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
/// all of the only display, until F11 or Esc, for a screen that is turned to the citizen.
public final class CitizenWindow {
    private final Kit kit;
    private final Visit visit;
    private final boolean training;
    private @Nullable Stage stage;
    private Subscription following = Subscription.EMPTY;

    /// @param training whether nothing that is made here has value
    public CitizenWindow(Kit kit, Visit visit, boolean training) {
        this.kit = kit;
        this.visit = visit;
        this.training = training;
    }

    /// Shows it on the second display, where there is one.
    public void openBeside() {
        if (stage == null && second(kit.shell().window()).isPresent()) {
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
        var second = second(desk);
        var opened = new Stage(StageStyle.UNDECORATED);
        opened.initOwner(desk);
        opened.setTitle(kit.texts().of("citizen.window"));
        opened.setScene(scene);
        var room = second.orElseGet(() -> at(desk)).getBounds();
        opened.setX(room.getMinX());
        opened.setY(room.getMinY());
        opened.setWidth(room.getWidth());
        opened.setHeight(room.getHeight());
        opened.setOnHidden(_ -> hidden());
        stage = opened;
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

    private static Screen at(Window desk) {
        return Screen.getScreensForRectangle(
                        desk.getX(), desk.getY(), desk.getWidth(), desk.getHeight())
                .stream()
                .findFirst()
                .orElseGet(Screen::getPrimary);
    }

    private static Optional<Screen> second(Window desk) {
        var first = at(desk);
        return Screen.getScreens().stream().filter(s -> !s.equals(first)).findFirst();
    }
}
