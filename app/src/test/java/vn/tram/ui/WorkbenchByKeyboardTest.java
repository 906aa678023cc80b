package vn.tram.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Role;
import vn.tram.enroll.Devices.Seat;
import vn.tram.ui.devices.DevicesView;
import vn.tram.ui.kit.DidNotCome;
import vn.tram.ui.kit.StationOnScreen;
import vn.tram.ui.workbench.HistoryView;
import vn.tram.ui.workbench.LiveView;

/// The technician looks into the scanner with keys alone.
final class WorkbenchByKeyboardTest {
    private static final Map<Seat, String> DEVICES =
            Map.of(
                    Seat.FINGERPRINT, "sim://slap?seed=7&skin=normal&hand=careful",
                    Seat.CAMERA, "sim://camera?seed=7");

    @TempDir private Path folder;

    @Test
    void theTechnicianReadsTheHistoryTestsTheScannerAndComesBack() throws Exception {
        try (var screen = new StationOnScreen(folder, DEVICES, UnaryOperator.identity())) {
            new EnrollmentByKeyboard(screen.hand, screen.staff(), _ -> {}).signIn(Role.TECHNICIAN);
            screen.hand.press(KeyCode.F10);
            screen.hand.awaitReady(DevicesView.class);
            screen.hand.await("a device", () -> screen.hand.shows("devices.look-into"));
            while (!screen.hand.on(WorkbenchByKeyboardTest::onLookInto)) {
                screen.hand.press(KeyCode.TAB);
            }
            screen.hand.press(KeyCode.SPACE);
            screen.hand.awaitReady(HistoryView.class);
            screen.hand.await("found", () -> screen.hand.shows("workbench.event.FOUND"));
            picture(screen, "workbench-history");
            screen.hand.pressDigit(2);
            screen.hand.awaitReady(LiveView.class);
            screen.hand.press(KeyCode.ENTER);
            screen.hand.await("tested", () -> screen.hand.shows("workbench.tested.good"));
            screen.hand.awaitReady(LiveView.class);
            picture(screen, "workbench-live");
            screen.hand.press(KeyCode.ESCAPE);
            screen.hand.awaitReady(DevicesView.class);
        }
    }

    private static boolean onLookInto() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getFocusOwner())
                .filter(Objects::nonNull)
                .anyMatch(owner ->
                        Objects.requireNonNullElse(owner.getAccessibleText(), "")
                                .startsWith("Xem máy"));
    }

    private static void picture(StationOnScreen screen, String name)
            throws IOException, InterruptedException, DidNotCome {
        var file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
        ImageIO.write(screen.picture(name, () -> true), "png", file.toFile());
    }
}
