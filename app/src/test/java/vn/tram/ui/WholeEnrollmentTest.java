package vn.tram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Batch;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.StationOnScreen;

/// From the sign-in to the dossier on the stick, on the station as it is shipped.
final class WholeEnrollmentTest {
    private static final Map<Seat, String> DEVICES =
            Map.of(
                    Seat.FINGERPRINT,
                    "sim://slap?seed=7&skin=normal&hand=careful",
                    Seat.CAMERA,
                    "sim://camera?seed=7");

    @TempDir private Path folder;

    @Test
    void aCitizenIsEnrolledAndExportedByKeyboardAlone() throws Exception {
        var stick = Files.createDirectory(folder.resolve("stick"));
        try (var screen = new StationOnScreen(folder, DEVICES, UnaryOperator.identity())) {
            var hand = new EnrollmentByKeyboard(screen.hand, screen.staff(), _ -> {});
            hand.whole(0);
            if (only(screen).stage() == Stage.AWAITING_APPROVAL) {
                hand.lock();
                hand.signIn(Role.SUPERVISOR);
                hand.approve();
            }
            var session = only(screen);
            assertThat(session.stage()).isEqualTo(Stage.SEALED);
            assertThat(screen.station.database().outbox().waiting()).containsExactly(session.id());
            assertThat(folder.resolve("state").resolve("slips"))
                    .isDirectoryContaining("glob:**.pdf");

            hand.export(stick.toString());
            screen.hand.await("delivered", () -> screen.hand.shows("export.batch.delivered"));
            assertThat(screen.station.database().outbox().batches())
                    .singleElement()
                    .satisfies(b -> {
                        assertThat(b.state()).isEqualTo(Batch.State.DELIVERED);
                        assertThat(b.entries()).hasSize(1);
                    });
            assertThat(stick).isNotEmptyDirectory();
        }
    }

    private static Session only(StationOnScreen screen) throws StationFault {
        var all = screen.station.enrollment().list();
        assertThat(all).hasSize(1);
        return screen.station.enrollment().find(all.getFirst().id()).orElseThrow();
    }
}
