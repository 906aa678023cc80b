package vn.tram.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Role;
import vn.tram.enroll.Devices.Seat;
import vn.tram.ui.kit.StationOnScreen;

final class WholeEnrollmentTest {
    @TempDir private Path folder;

    @Test
    void aCitizenIsEnrolledByKeyboardAlone() throws Exception {
        var devices =
                Map.of(Seat.FINGERPRINT, "sim://slap?seed=7", Seat.CAMERA, "sim://camera?seed=7");
        try (var screen = new StationOnScreen(folder, devices, UnaryOperator.identity())) {
            var t0 = System.nanoTime();
            var operator =
                    new EnrollmentByKeyboard(
                            screen,
                            n -> System.err.println(n + " " + (System.nanoTime() - t0) / 1e9));
            operator.signIn(Role.OPERATOR);
            operator.call();
            operator.find(0);
            operator.fingerprints();
        }
    }
}
