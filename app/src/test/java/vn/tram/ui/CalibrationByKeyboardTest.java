package vn.tram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
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
import vn.tram.ui.workbench.CalibrationView;
import vn.tram.ui.workbench.HistoryView;

/// The technician calibrates the scanner with keys alone, and its cable is pulled meanwhile.
final class CalibrationByKeyboardTest {
    private static final String TARGETS =
            "sim://single?target=bars,bars-turned,clean,clean,clean,clean,dark,dark,dark,dark,bar-chart";

    @TempDir private Path folder;

    @Test
    void theScannerIsMeasuredItsCableIsPulledAndItsCertificateIsIssued() throws Exception {
        var cable = Files.createFile(folder.resolve("cable"));
        var devices =
                Map.of(
                        Seat.FINGERPRINT,
                        TARGETS + "&cable=" + cable,
                        Seat.CAMERA,
                        "sim://camera?seed=7");
        try (var screen = new StationOnScreen(folder, devices, UnaryOperator.identity())) {
            openPage(screen);
            screen.hand.press(KeyCode.ENTER);
            screen.hand.await("the bars", () -> ready(screen, "calibration.seen"));
            picture(screen, "calibration-run", () -> screen.hand.shows("calibration.seen"));
            screen.hand.press(KeyCode.ENTER);
            screen.hand.await(
                    "the second step",
                    () -> screen.hand.shows("calibration.place.BARS_TURNED") && taking(screen));
            Files.delete(cable);
            screen.hand.await("gone", () -> screen.hand.shows("calibration.not-here"));
            picture(screen, "calibration-pulled", () -> true);
            Files.createFile(cable);
            screen.hand.await("back", () -> taking(screen));
            while (!screen.hand.on(() -> screen.hand.primaryIs("calibration.issue"))) {
                screen.hand.press(KeyCode.ENTER);
                screen.hand.await(
                        "the next step",
                        () -> taking(screen) || screen.hand.primaryIs("calibration.issue"));
            }
            picture(screen, "calibration-measured", () -> true);
            screen.hand.press(KeyCode.ENTER);
            screen.hand.await("issued", () -> screen.hand.shows("calibration.passed"));
            screen.hand.press(KeyCode.ENTER);
            screen.hand.await("fit", () -> screen.hand.shows("workbench.proof.fit"));
            picture(screen, "calibration", () -> true);
            assertThat(screen.station.folder().path().resolve("audit/audit.jsonl"))
                    .content()
                    .contains("certificate-issued");
            screen.hand.press(KeyCode.ESCAPE);
            screen.hand.awaitReady(DevicesView.class);
        }
    }

    private static boolean taking(StationOnScreen screen) {
        return screen.hand.primaryIs("calibration.take");
    }

    private static boolean ready(StationOnScreen screen, String words) {
        return taking(screen) && screen.hand.shows(words);
    }

    private static void openPage(StationOnScreen screen)
            throws IOException, InterruptedException, DidNotCome, vn.tram.enroll.StationFault {
        new EnrollmentByKeyboard(screen.hand, screen.staff(), _ -> {}).signIn(Role.TECHNICIAN);
        screen.hand.press(KeyCode.F10);
        screen.hand.awaitReady(DevicesView.class);
        screen.hand.await("a device", () -> screen.hand.shows("devices.look-into"));
        while (!screen.hand.on(CalibrationByKeyboardTest::onLookInto)) {
            screen.hand.press(KeyCode.TAB);
        }
        screen.hand.press(KeyCode.SPACE);
        screen.hand.awaitReady(HistoryView.class);
        screen.hand.pressDigit(3);
        screen.hand.awaitReady(CalibrationView.class);
    }

    private static boolean onLookInto() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getFocusOwner())
                .filter(Objects::nonNull)
                .anyMatch(owner ->
                        Objects.requireNonNullElse(owner.getAccessibleText(), "")
                                .startsWith("Xem máy"));
    }

    private static void picture(StationOnScreen screen, String name, BooleanSupplier met)
            throws IOException, InterruptedException, DidNotCome {
        var file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
        ImageIO.write(screen.picture(name, met), "png", file.toFile());
    }
}
