package vn.tram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.ui.fingerprints.FingerprintsView;
import vn.tram.ui.kit.StationOnScreen;
import vn.tram.ui.portrait.PortraitView;

/// The scanner's cable is pulled at the second capture.
final class PulledDeviceTest {
    private static final Map<Seat, String> DEVICES =
            Map.of(
                    Seat.FINGERPRINT,
                            "sim://slap?seed=7&skin=normal&hand=careful&fault=unplug&at=2",
                    Seat.CAMERA, "sim://camera?seed=7");

    @TempDir private Path folder;

    @Test
    void theEnrollmentGoesOnByItselfAndKeepsWhatWasCaptured() throws Exception {
        try (var screen = new StationOnScreen(folder, DEVICES, UnaryOperator.identity())) {
            var hand = new EnrollmentByKeyboard(screen.hand, screen.staff(), _ -> {});
            hand.signIn(Role.OPERATOR);
            hand.call();
            hand.find(0);
            hand.services();
            hand.check();
            screen.hand.awaitReady(FingerprintsView.class);
            screen.hand.await("the fault", () -> screen.hand.shows("fault.TB_102.scanner"));
            screen.hand.await(
                    "what to do and what is safe",
                    () ->
                            screen.hand.shows("fault.TB_102.scanner.todo")
                                    && screen.hand.shows("fault.TB_102.scanner.safe"));
            var before = kept(screen);
            assertThat(before).isNotEmpty();

            hand.fingerprints();

            screen.hand.awaitReady(PortraitView.class);
            assertThat(kept(screen)).startsWith(before.toArray(Kept[]::new));
            var session = only(screen);
            assertThat(List.of(Position.RIGHT_FOUR, Position.LEFT_FOUR, Position.TWO_THUMBS))
                    .allMatch(session::done);
        }
    }

    /// What of an attempt stays as it is when its final score comes in.
    private record Kept(Position position, int number, Instant at, Optional<Digest> frame) {
        private static Kept of(Attempt attempt) {
            return new Kept(attempt.position(), attempt.number(), attempt.at(), attempt.frame());
        }
    }

    private static List<Kept> kept(StationOnScreen screen) throws StationFault {
        return only(screen).attempts().stream().map(Kept::of).toList();
    }

    private static Session only(StationOnScreen screen) throws StationFault {
        var all = screen.station.enrollment().list();
        assertThat(all).hasSize(1);
        return screen.station.enrollment().find(all.getFirst().id()).orElseThrow();
    }
}
