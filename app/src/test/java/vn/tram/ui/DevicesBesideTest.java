package vn.tram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Role;
import vn.tram.enroll.Devices.Seat;
import vn.tram.ui.check.CheckView;
import vn.tram.ui.devices.DevicesView;
import vn.tram.ui.exception.ExceptionView;
import vn.tram.ui.fingerprints.FingerprintsView;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.StationOnScreen;

/// The operator looks at the devices in the middle of a session.
final class DevicesBesideTest {
    private static final Map<Seat, String> DEVICES =
            Map.of(
                    Seat.FINGERPRINT, "sim://slap?seed=7&skin=normal&hand=careful",
                    Seat.CAMERA, "sim://camera?seed=7");

    @TempDir private Path folder;

    @Test
    void theWayBackLeadsWhereTheOperatorWasHoweverOftenTheKeyIsPressed() throws Exception {
        try (var screen = new StationOnScreen(folder, DEVICES, UnaryOperator.identity())) {
            var hand = new EnrollmentByKeyboard(screen.hand, screen.staff(), _ -> {});
            hand.signIn(Role.OPERATOR);
            hand.call();
            hand.find(0);
            hand.services();
            screen.hand.awaitReady(CheckView.class);
            thereAndBack(screen, CheckView.class);
            hand.check();
            screen.hand.awaitReady(FingerprintsView.class);
            screen.hand.press(KeyCode.F4);
            screen.hand.await("exceptions", () -> screen.hand.stands(ExceptionView.class));
            thereAndBack(screen, ExceptionView.class);
            assertThat(screen.station.enrollment().list()).hasSize(1);
        }
    }

    private static void thereAndBack(StationOnScreen screen, Class<? extends Screen> from)
            throws Exception {
        for (int times = 1; times <= 2; times++) {
            screen.hand.press(KeyCode.F10);
            screen.hand.awaitReady(DevicesView.class);
        }
        screen.hand.press(KeyCode.ESCAPE);
        screen.hand.await("where it was", () -> screen.hand.stands(from));
    }
}
