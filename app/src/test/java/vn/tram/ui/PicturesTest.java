package vn.tram.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Role;
import vn.tram.enroll.Devices.Seat;
import vn.tram.ui.devices.DevicesView;
import vn.tram.ui.exception.ExceptionView;
import vn.tram.ui.fingerprints.FingerprintsView;
import vn.tram.ui.kit.DidNotCome;
import vn.tram.ui.kit.StationOnScreen;
import vn.tram.ui.settings.SettingsView;

/// Makes the pictures of the documents from the real program: each screen, with simulated devices,
/// invented people, synthetic prints and portraits of the public domain. Into `target/pictures`, or
/// where `-Dpictures.to` says, from the repository's folder.
final class PicturesTest {
    private static final Map<Seat, String> DEVICES =
            Map.of(
                    Seat.FINGERPRINT,
                    "sim://slap?seed=7&skin=normal&hand=careful",
                    Seat.CAMERA,
                    "sim://camera?seed=7");

    @TempDir private Path folder;

    private final Path pictures =
            Optional.ofNullable(System.getProperty("pictures.to"))
                    .map(to -> Path.of("..").resolve(to))
                    .orElse(Path.of("target", "pictures"));

    @Test
    void everyScreenIsReachedAndCanBeSeen() throws Exception {
        Files.createDirectories(pictures);
        var stick = Files.createDirectories(Path.of("target", "usb"));
        try (var screen = new StationOnScreen(folder, DEVICES, UnaryOperator.identity())) {
            var hand =
                    new EnrollmentByKeyboard(
                            screen.hand,
                            screen.staff(),
                            moment -> {
                                switch (moment) {
                                    case "fingerprints" -> fingerprints(screen);
                                    case "portrait" -> take(screen, moment, () -> face(screen));
                                    default -> take(screen, moment, () -> true);
                                }
                                if (moment.equals("portrait-ticks")) {
                                    screen.hand.pressCtrl(KeyCode.E);
                                    take(screen, "portrait-en", () -> true);
                                    screen.hand.pressCtrl(KeyCode.E);
                                }
                            });
            hand.whole(0);
            hand.lock();
            hand.signIn(Role.SUPERVISOR);
            hand.approve();
            hand.export(stick.toString());
            screen.hand.pressCtrl(KeyCode.DIGIT4);
            screen.hand.awaitReady(DevicesView.class);
            take(screen, "devices", () -> true);
            screen.hand.pressCtrl(KeyCode.DIGIT5);
            screen.hand.awaitReady(SettingsView.class);
            take(screen, "settings", () -> true);
        }
        assertThat(pictures).isDirectoryContaining("glob:**settings.png");
    }

    /// Live, light and dark, and the exceptions beside them: one finger is bandaged.
    private void fingerprints(StationOnScreen screen)
            throws IOException, InterruptedException, DidNotCome {
        take(screen, "fingerprints", () -> fingers(screen));
        screen.hand.pressCtrl(KeyCode.D);
        take(screen, "fingerprints-dark", () -> fingers(screen));
        screen.hand.pressCtrl(KeyCode.D);
        screen.hand.pressCtrl(KeyCode.D);
        screen.hand.press(KeyCode.F4);
        screen.hand.awaitReady(ExceptionView.class);
        screen.hand.pressDigit(2);
        screen.hand.await("ready to record", () -> screen.hand.primaryIs("exception.record"));
        take(screen, "exception", () -> true);
        screen.hand.press(KeyCode.ENTER);
        screen.hand.await("recorded", () -> screen.hand.primaryIs("exception.back-to-prints"));
        screen.hand.press(KeyCode.ENTER);
        screen.hand.awaitReady(FingerprintsView.class);
    }

    private static boolean fingers(StationOnScreen screen) {
        return screen.hand.stands(FingerprintsView.class) && screen.hand.shows("fingerprints.good");
    }

    private static boolean face(StationOnScreen screen) {
        return screen.hand.primaryIs("portrait.now") && screen.hand.shows("portrait.gate.SIZE");
    }

    private void take(StationOnScreen screen, String name, BooleanSupplier met)
            throws IOException, InterruptedException, DidNotCome {
        var file = pictures.resolve(name + ".png");
        ImageIO.write(screen.picture(name, met), "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }
}
