package vn.tram.ui.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.Reason;
import vn.tram.enroll.Remark;
import vn.tram.enroll.StationFault;
import vn.tram.ui.inspection.InspectionViewModel.Refused;
import vn.tram.ui.inspection.InspectionViewModel.State;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Rehearsal;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

/// The inspector's screen over sessions of a real training station.
class InspectionScreenTest {
    @TempDir Path folder;
    private Rehearsal rehearsal;
    private Officer inspector;
    private final SameThread background = new SameThread();

    @BeforeEach
    void open() throws StationFault {
        rehearsal = new Rehearsal(folder.resolve("state"));
        inspector =
                rehearsal.station.accounts().officers().stream()
                        .filter(o -> o.role() == Role.INSPECTOR)
                        .findFirst()
                        .orElseThrow();
    }

    @AfterEach
    void close() throws StationFault {
        rehearsal.close();
    }

    private InspectionViewModel model() {
        return new InspectionViewModel(
                rehearsal.visit(inspector, background), rehearsal.station.inspection(), background);
    }

    private Screen screen(Kit kit) {
        return screen(kit, model(kit));
    }

    private InspectionViewModel model(Kit kit) {
        return new InspectionViewModel(
                rehearsal.visit(inspector, kit.background()),
                rehearsal.station.inspection(),
                kit.background());
    }

    private static Screen screen(Kit kit, InspectionViewModel model) {
        var places =
                new Places(
                        List.of(
                                Places.HOME,
                                Places.EXPORT,
                                Places.INSPECTION,
                                Places.DEVICES,
                                Places.SETTINGS),
                        Stand.SIGN);
        places.offer(Role.INSPECTOR);
        return new InspectionView(kit, model, places);
    }

    private Screen drawn(Kit kit) {
        var model = model(kit);
        model.draw();
        return screen(kit, model);
    }

    @Test
    void askingKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("inspection-ask", this::screen);
    }

    @Test
    void aDrawnSampleKeepsTheRulesOfTheFrame() throws Exception {
        rehearsal.withoutFingers();
        rehearsal.checked();
        FrameRules.holdFor("inspection", this::drawn);
    }

    @Test
    void anEmptyStationAndNoNumberAreTold() {
        var model = model();
        model.seedProperty().set("mười");
        model.draw();
        assertThat(refused(model)).isEqualTo(new Refused.NoSeed());
        model.seedProperty().set("12");
        model.draw();
        background.run();
        assertThat(refused(model)).isEqualTo(new Refused.NothingHere());
    }

    private static Refused refused(InspectionViewModel model) {
        return switch (model.stateProperty().get()) {
            case State.Asking(_, var refused) -> refused.orElseThrow();
            case State.Looking looking -> looking.refused().orElseThrow();
            case State.Drawing _, State.Attaching _, State.Failed _ ->
                    throw new AssertionError(model.stateProperty().get());
        };
    }

    @Test
    void theExhibitHasThePictureOfEveryAttemptUntilItIsSealed() throws Exception {
        var session = rehearsal.withoutFingers();
        var model = model();
        model.draw();
        background.run();
        var looking = (State.Looking) model.stateProperty().get();
        assertThat(looking.exhibit().orElseThrow().shots())
                .hasSameSizeAs(session.attempts())
                .allSatisfy(s -> assertThat(s.picture()).isPresent());
        rehearsal.sealed(session);
        model.again();
        model.draw();
        background.run();
        looking = (State.Looking) model.stateProperty().get();
        assertThat(looking.exhibit().orElseThrow().shots())
                .hasSameSizeAs(session.attempts())
                .allSatisfy(s -> assertThat(s.picture()).isEmpty());
    }

    @Test
    void aFlawWithoutWordsIsNotAttached() throws Exception {
        rehearsal.checked();
        var model = model();
        model.draw();
        background.run();
        model.intend(Remark.Grade.NOT_IN_ORDER);
        model.attach();
        background.run();
        assertThat(refused(model)).isEqualTo(new Refused.ByWorkflow(new Reason.WordsMissing()));
        assertThat(rehearsal.station.inspection().remarks()).isEmpty();
    }

    @Test
    void twoSessionsAreInspectedByKeyboardAlone() throws Exception {
        rehearsal.checked();
        rehearsal.checked();
        Fx.run(() -> {
            var stand = new Stand(Texts.VIETNAMESE, Theme.Look.LIGHT, 1366, 768, this::screen);
            stand.press(KeyCode.ENTER);
            stand.background.run();
            stand.press(KeyCode.ENTER); // the first is in order
            stand.background.run();
            stand.type("2");
            stand.press(KeyCode.SHIFT);
            stand.press(KeyCode.F6); // any key lets the held character go
            ((TextField) stand.scene.getFocusOwner()).setText("Ảnh chân dung tối.");
            stand.press(KeyCode.ENTER);
            stand.background.run();
        });
        assertThat(rehearsal.station.inspection().remarks())
                .extracting(Remark::grade)
                .containsExactly(Remark.Grade.IN_ORDER, Remark.Grade.NOT_IN_ORDER);
    }
}
