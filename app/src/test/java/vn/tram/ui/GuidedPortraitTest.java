package vn.tram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Role;
import vn.tram.enroll.Devices.Seat;
import vn.tram.image.Position;
import vn.tram.ui.kit.StationOnScreen;
import vn.tram.ui.portrait.PortraitView;

/// The scripted citizen before the camera: nobody, too far, turned away, eyes shut, good. The
/// station leads through its hints to a shot that nobody presses.
final class GuidedPortraitTest {
    /// Each scene twice, four seconds: a busy machine judges few frames a second.
    private static final Map<Seat, String> DEVICES =
            Map.of(
                    Seat.FINGERPRINT,
                    "sim://slap?seed=7",
                    Seat.CAMERA,
                    "sim://camera?seed=7&scene=nobody,nobody,far,far,turned,turned,closed,closed,good");

    private static final List<String> HINTS =
            List.of(
                    "advice.centre-face.order",
                    "advice.step-closer.order",
                    "advice.turn-left.order",
                    "advice.turn-right.order",
                    "advice.look-at-camera.order",
                    "advice.head-straight.order",
                    "advice.even-light.order",
                    "advice.chin-up.order",
                    "advice.chin-down.order",
                    "advice.open-eyes.order",
                    "portrait.hold.order");

    @TempDir private Path folder;

    @Test
    void hintsLeadFromNobodyToAShotByTheMachine() throws Exception {
        try (var screen = new StationOnScreen(folder, DEVICES, UnaryOperator.identity())) {
            var hand = new EnrollmentByKeyboard(screen.hand, screen.staff(), _ -> {});
            hand.signIn(Role.OPERATOR);
            hand.call();
            hand.find(0);
            hand.services();
            screen.hand.pressCtrl(KeyCode.DIGIT5);
            screen.hand.await("the portrait", () -> screen.hand.stands(PortraitView.class));
            var seen = new ArrayList<String>();
            screen.hand.await(
                    "a shot by the machine",
                    () -> {
                        HINTS.stream()
                                .filter(screen.hand::shows)
                                .filter(h -> seen.isEmpty() || !seen.getLast().equals(h))
                                .forEach(seen::add);
                        return Set.of("portrait.open", "portrait.review").stream()
                                .anyMatch(screen.hand::primaryIs);
                    });
            assertThat(seen)
                    .containsSubsequence(
                            "advice.centre-face.order",
                            "advice.step-closer.order",
                            "advice.open-eyes.order",
                            "portrait.hold.order")
                    .containsAnyOf("advice.turn-left.order", "advice.turn-right.order");
            var session = screen.station.enrollment().list().getFirst().id();
            assertThat(
                            screen.station
                                    .enrollment()
                                    .find(session)
                                    .orElseThrow()
                                    .attempts(Position.FACE))
                    .singleElement()
                    .satisfies(a -> assertThat(a.acceptedUpToOperator()).isTrue());
        }
    }
}
