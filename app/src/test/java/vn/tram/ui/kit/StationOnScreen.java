package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Window;
import vn.tram.cli.Assembly;
import vn.tram.cli.StationWindow;
import vn.tram.domain.Officer;
import vn.tram.domain.Role;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.enroll.StationFault;
import vn.tram.security.FileAccounts.TrainingAccount;
import vn.tram.task.UiThread;

/// The whole station as it is shipped: its window on a screen that nobody sees, real threads, real
/// store, real keys, simulated devices. Works it by keys as a hand does, and waits for what each
/// brings.
public final class StationOnScreen implements AutoCloseable {
    /// For whatever is awaited; a busy machine is slow.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The same key again sooner is taken for one.
    private static final long BETWEEN_KEYS = Once.WITHIN.plusMillis(50).toNanos();

    public final Assembly station;
    public final Devices devices;
    public final PulseMonitor pulses;
    private final Kit kit;
    private final Window window;
    private long lastKey = System.nanoTime() - BETWEEN_KEYS;

    /// @param folder for the state
    /// @param addresses of the devices by seat
    /// @param dressed changes what the window starts with, such as its language
    public StationOnScreen(
            Path folder, Map<Seat, String> addresses, UnaryOperator<UiContext> dressed)
            throws Exception {
        station = Assembly.open(folder.resolve("state"), Path.of("..", "config"));
        var uris = new EnumMap<Seat, URI>(Seat.class);
        addresses.forEach((seat, address) -> uris.put(seat, URI.create(address)));
        devices = new Devices(station.drivers(), uris);
        var context = dressed.apply(StationWindow.context(station, devices));
        var running = Fx.on(() -> Ui.window(context));
        kit = running.kit();
        pulses = running.pulses();
        window = Fx.on(() -> scene().getWindow());
        Fx.run(pulses::start);
    }

    private Scene scene() {
        return kit.shell().root().getScene();
    }

    /// The account of the training station with that role.
    public TrainingAccount account(Role role) throws StationFault {
        return station.accounts().trainingHint().stream()
                .filter(a -> a.officer().role() == role)
                .findFirst()
                .orElseThrow();
    }

    public Officer officer(Role role) throws StationFault {
        return account(role).officer();
    }

    /// Waits until `met` holds on the thread that draws; looked at in every pulse.
    ///
    /// @param what for the message
    public void await(String what, Callable<Boolean> met) throws Exception {
        var done = new CompletableFuture<Void>();
        var looking =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        try {
                            if (met.call()) {
                                done.complete(null);
                            }
                        } catch (Exception | AssertionError e) {
                            done.completeExceptionally(e);
                        }
                    }
                };
        Fx.run(looking::start);
        try {
            done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(what + " did not come; there is " + Fx.on(this::told), e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + " met a failure", e.getCause());
        } finally {
            Fx.run(looking::stop);
        }
    }

    /// What stands on the screen, for messages.
    private String told() {
        return kit.shell()
                        .screen()
                        .map(s ->
                                s.getClass().getSimpleName()
                                        + " with the primary "
                                        + s.primary().getValue())
                        .orElse("no screen")
                + ", the focus in "
                + scene().getFocusOwner();
    }

    /// Waits until such a screen stands with a primary that can be pressed.
    public void awaitReady(Class<? extends Screen> kind) throws Exception {
        await(
                kind.getSimpleName() + " ready",
                () ->
                        kit.shell().screen().filter(kind::isInstance).isPresent()
                                && primary() instanceof Primary.Ready);
    }

    /// The primary of the screen that stands. On the thread that draws.
    public Primary primary() {
        return kit.shell().screen().orElseThrow().primary().getValue();
    }

    /// Whether such a screen stands. On the thread that draws.
    public boolean stands(Class<? extends Screen> kind) {
        return kit.shell().screen().filter(kind::isInstance).isPresent();
    }

    /// Whether words with this key stand on the primary. On the thread that draws.
    public boolean primaryIs(String key) {
        return primary().words().key().equals(key);
    }

    /// Whether words with this key can be seen, in the language of the window, whatever fills them.
    /// On the thread that draws.
    public boolean shows(String key) {
        var beginning = kit.texts().of(Phrase.of(key)).split("\\{", 2)[0];
        return scene().getRoot().lookupAll(".text").stream()
                .filter(StationOnScreen::visible)
                .map(n -> ((Text) n).getText())
                .anyMatch(words -> words.startsWith(beginning));
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node instanceof Text;
    }

    /// Presses and lets go of a key, not sooner after the one before than a hand does.
    public void press(KeyCode code) throws Exception {
        press(code, false);
    }

    /// The same with Ctrl held.
    public void pressCtrl(KeyCode code) throws Exception {
        press(code, true);
    }

    private void press(KeyCode code, boolean control) throws Exception {
        await("the hand", () -> System.nanoTime() - lastKey >= BETWEEN_KEYS);
        lastKey = System.nanoTime();
        Fx.run(() -> {
            fire(KeyEvent.KEY_PRESSED, code, "", control);
            fire(KeyEvent.KEY_RELEASED, code, "", control);
        });
    }

    /// Presses one of the digits that are choices.
    public void pressDigit(int digit) throws Exception {
        await("the hand", () -> System.nanoTime() - lastKey >= BETWEEN_KEYS);
        lastKey = System.nanoTime();
        Fx.run(() -> character(Integer.toString(digit)));
    }

    /// Types into the field that has the focus, each character when the one before has arrived.
    public void type(String text) throws Exception {
        await("a field", () -> scene().getFocusOwner() instanceof TextInputControl);
        for (int i = 0; i < text.length(); i++) {
            var one = text.substring(i, i + 1);
            int before = Fx.on(this::length);
            Fx.run(() -> character(one));
            await("the typed character", () -> length() == before + 1);
        }
    }

    private int length() {
        assertThat(scene().getFocusOwner()).isInstanceOf(TextInputControl.class);
        return ((TextInputControl) scene().getFocusOwner()).getLength();
    }

    private void character(String character) {
        fire(KeyEvent.KEY_PRESSED, KeyCode.UNDEFINED, character, false);
        fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, character, false);
        fire(KeyEvent.KEY_RELEASED, KeyCode.UNDEFINED, character, false);
    }

    private void fire(EventType<KeyEvent> type, KeyCode code, String character, boolean control) {
        // as JavaFX itself: what had the focus may have left with its screen
        var owner = scene().getFocusOwner();
        EventTarget target = owner != null && owner.getScene() == scene() ? owner : scene();
        Event.fireEvent(
                target,
                new KeyEvent(
                        null, target, type, character, character, code, false, control, false,
                        false));
    }

    /// What the window shows in the moment in which `met` holds.
    ///
    /// @param what for the message
    public BufferedImage picture(String what, Callable<Boolean> met) throws Exception {
        var taken = new AtomicReference<BufferedImage>();
        await(
                what,
                () -> {
                    if (taken.get() == null && met.call()) {
                        taken.set(SwingFXUtils.fromFXImage(scene().snapshot(null), null));
                    }
                    return taken.get() != null;
                });
        return taken.get();
    }

    @Override
    public void close() throws Exception {
        Fx.run(() -> {
            pulses.stop();
            kit.shell().screen().ifPresent(Screen::hidden);
            window.hide();
        });
        UiThread.forget();
        devices.close();
        station.close();
    }
}
