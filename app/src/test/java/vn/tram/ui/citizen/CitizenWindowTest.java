package vn.tram.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.Step;
import vn.tram.identity.TrainingPeople;
import vn.tram.ui.check.CheckView;
import vn.tram.ui.check.CheckViewModel;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.StationVisit;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

/// Displays come and go beside the operator's window.
class CitizenWindowTest {
    private static final Rectangle2D FIRST = new Rectangle2D(0, 0, 900, 600);
    private static final Rectangle2D SECOND = new Rectangle2D(900, 0, 700, 600);

    @TempDir Path folder;

    private StationVisit at;
    private Stage desk;
    private CitizenWindow citizen;
    private ObservableList<Rectangle2D> displays;

    @BeforeEach
    void open() throws Exception {
        at = new StationVisit(folder);
        var id = at.visit.session().id();
        at.done(at.enrollment().identify(id, new TrainingPeople(7).person(0)));
    }

    @AfterEach
    void close() throws StationFault, Exception {
        Fx.run(() -> desk.close());
        at.close();
    }

    /// The operator's window on the first of these displays.
    private void stands(Rectangle2D... attached) {
        var stand =
                new Stand(
                        Texts.VIETNAMESE,
                        Theme.Look.LIGHT,
                        1280,
                        700,
                        kit ->
                                new CheckView(
                                        kit,
                                        new CheckViewModel(
                                                at.visit, at.background, at.intents::add),
                                        at.visit.rail(Step.CHECK)));
        desk = new Stage();
        desk.setScene(stand.scene);
        desk.setX(20);
        desk.setY(20);
        desk.show();
        displays = FXCollections.observableArrayList(attached);
        citizen = new CitizenWindow(stand.kit, at.visit, true, displays);
    }

    @Test
    void aSecondDisplayIsTakenWholeAndAnOnlyOneIsLeftToTheOperator() throws Exception {
        Fx.run(() -> {
            stands(FIRST);
            citizen.openBeside();
            assertThat(shown()).isEmpty();
            displays.add(SECOND);
            citizen.openBeside();
            assertThat(shown()).contains(SECOND);
        });
    }

    @Test
    void theWindowGoesWithItsDisplayAndComesWithItAgain() throws Exception {
        Fx.run(() -> {
            stands(FIRST, SECOND);
            citizen.openBeside();
            displays.remove(SECOND);
            assertThat(shown()).isEmpty();
            assertThat(desk.isShowing()).isTrue();
            displays.add(SECOND);
            assertThat(shown()).contains(SECOND);
            citizen.toggle();
            displays.remove(SECOND);
            displays.add(SECOND);
            assertThat(shown()).as("hidden by the operator").isEmpty();
        });
    }

    @Test
    void onTheOnlyDisplayItStandsThereUntilASecondComes() throws Exception {
        Fx.run(() -> {
            stands(FIRST);
            citizen.toggle();
            assertThat(shown()).contains(FIRST);
            displays.add(SECOND);
            assertThat(shown()).contains(SECOND);
        });
    }

    @Test
    void aDisplayThatChangesItsSizeIsFilledAnew() throws Exception {
        Fx.run(() -> {
            stands(FIRST, SECOND);
            citizen.openBeside();
            var larger = new Rectangle2D(900, 0, 1000, 800);
            displays.setAll(FIRST, larger);
            assertThat(shown()).contains(larger);
        });
    }

    /// Where the citizen's window stands, if it does.
    private Optional<Rectangle2D> shown() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage stage && stage.getOwner() == desk)
                .map(w -> new Rectangle2D(w.getX(), w.getY(), w.getWidth(), w.getHeight()))
                .findFirst();
    }
}
