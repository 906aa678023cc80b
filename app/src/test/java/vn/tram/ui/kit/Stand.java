package vn.tram.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// A frame with one screen in it, without a window: any size, look and language, time by hand.
/// Everything here belongs to the thread that draws: call it inside [Fx#on].
public final class Stand {
    /// Monday, 23 November 2026, 08:42 in Vietnam.
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T01:42:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    public static final StationSign SIGN =
            new StationSign("Điểm lưu động – KCN Mẫu", "0427", "Công an xã Mẫu", "0.1.0", true);

    private static final Path PICTURES = Path.of("target", "screenshots");

    public final SameThread background = new SameThread();
    public final List<Intent> intents = new ArrayList<>();
    public final Kit kit;
    public final Scene scene;
    private long nanos = 1_000_000_000L;

    /// @param screen makes the screen; it stands when the constructor is done
    public Stand(
            Locale language,
            Theme.Look look,
            double width,
            double height,
            Function<Kit, Screen> screen) {
        this(language, look, Theme.TextSize.NORMAL, width, height, screen);
    }

    /// The same with words of a size.
    public Stand(
            Locale language,
            Theme.Look look,
            Theme.TextSize textSize,
            double width,
            double height,
            Function<Kit, Screen> screen) {
        var texts = new Texts(language);
        var theme = new Theme(look, textSize);
        var shell = new Shell(texts, theme, background, SIGN, CLOCK, () -> nanos, intents::add);
        kit = new Kit(texts, theme, background, shell.controls(), shell, intents::add);
        scene = shell.scene(width, height);
        shell.lightsProperty()
                .set(
                        List.of(
                                new Light(
                                        Material2OutlinedAL.FINGERPRINT,
                                        Phrase.of("kit.light.fingerprint"),
                                        Tone.GOOD),
                                new Light(
                                        Material2OutlinedMZ.PHOTO_CAMERA,
                                        Phrase.of("kit.light.camera"),
                                        Tone.GOOD),
                                new Light(
                                        Material2OutlinedMZ.SD_CARD,
                                        Phrase.of("kit.light.waiting", 41),
                                        Tone.GOOD)));
        shell.officerProperty()
                .set(Optional.of(new Person("Cán bộ Mẫu A", Phrase.of("role.OPERATOR"))));
        shell.show(screen.apply(kit));
        background.run();
        layout();
    }

    /// Styles and lays out everything now.
    public void layout() {
        for (int i = 0; i < 3; i++) { // what reacts to its own size settles
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /// Lets time pass for the guards of the keyboard, not for the background.
    public void pass(Duration time) {
        nanos += time.toNanos();
    }

    /// Presses and lets go of a key, a second after whatever was before.
    public void press(KeyCode code) {
        pass(Duration.ofSeconds(1));
        tap(code, "", false);
    }

    /// The same with Ctrl held.
    public void pressCtrl(KeyCode code) {
        pass(Duration.ofSeconds(1));
        tap(code, "", true);
    }

    /// Types one character, now.
    public void type(String character) {
        tap(KeyCode.UNDEFINED, character, false);
    }

    /// Presses and lets go of a key, now.
    public void tap(KeyCode code, String character, boolean control) {
        fire(KeyEvent.KEY_PRESSED, code, character, control);
        if (!character.isEmpty()) {
            fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, character, control);
        }
        fire(KeyEvent.KEY_RELEASED, code, character, control);
    }

    /// One event to what has the focus, or to the root.
    public void fire(
            javafx.event.EventType<KeyEvent> type,
            KeyCode code,
            String character,
            boolean control) {
        var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        javafx.event.Event.fireEvent(
                target,
                new KeyEvent(
                        null, target, type, character, character, code, false, control, false,
                        false));
    }

    /// What a reader sends: each character 2 ms after the one before, then Enter.
    public void scan(String code) {
        pass(Duration.ofSeconds(1));
        for (var character : code.split("")) {
            type(character);
            pass(Duration.ofMillis(2));
        }
        tap(KeyCode.ENTER, "", false);
    }

    /// Writes what is seen to `target/screenshots/<name>.png`, and gives it back.
    public WritableImage picture(String name) throws IOException {
        var picture = scene.snapshot(null);
        Files.createDirectories(PICTURES);
        ImageIO.write(
                SwingFXUtils.fromFXImage(picture, null),
                "png",
                PICTURES.resolve(name + ".png").toFile());
        return picture;
    }
}
