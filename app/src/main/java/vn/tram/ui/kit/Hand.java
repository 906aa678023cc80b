package vn.tram.ui.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import vn.tram.task.UiThread;

/// Works the station's window by keys as an operator's hand does, and waits for what each brings:
/// for benchmarks and tests. On any thread but the one that draws, except where said.
public final class Hand {
    /// For whatever is awaited; a busy machine is slow.
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /// The same key again sooner is taken for one.
    private static final long BETWEEN_KEYS = Once.WITHIN.plusMillis(50).toNanos();

    private final Kit kit;
    private long lastKey = System.nanoTime() - BETWEEN_KEYS;

    /// @param kit of the window
    public Hand(Kit kit) {
        this.kit = kit;
    }

    private Scene scene() {
        return kit.shell().root().getScene();
    }

    /// Runs on the thread that draws and gives back what came of it.
    ///
    /// @throws IllegalStateException when it failed
    public <T> T on(Callable<T> work) throws InterruptedException, DidNotCome {
        UiThread.refuse("Hand.on");
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return result("the thread that draws", task);
    }

    private void run(Runnable work) throws InterruptedException, DidNotCome {
        on(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T result(String what, Future<T> of) throws InterruptedException, DidNotCome {
        try {
            return of.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new DidNotCome(what, "no answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + " met a failure", e.getCause());
        }
    }

    /// Waits until `met` holds on the thread that draws; looked at in every pulse.
    ///
    /// @param what for the message
    public void await(String what, BooleanSupplier met) throws InterruptedException, DidNotCome {
        var done = new CompletableFuture<Future<Boolean>>();
        var looking =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        var look = new FutureTask<>(met::getAsBoolean);
                        look.run();
                        if (look.state() != Future.State.SUCCESS || look.resultNow()) {
                            done.complete(look);
                        }
                    }
                };
        run(looking::start);
        try {
            result(what, done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException _) {
            throw new DidNotCome(what, on(this::told));
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e.getCause());
        } finally {
            Platform.runLater(looking::stop);
        }
    }

    /// What stands on the screen, for messages.
    private String told() {
        return kit.shell()
                        .screen()
                        .map(s ->
                                s.getClass().getSimpleName()
                                        + " with the primary "
                                        + s.primary().getValue().words().key())
                        .orElse("no screen")
                + ", the focus in "
                + focused();
    }

    private String focused() {
        return Optional.ofNullable(scene().getFocusOwner())
                .map(n -> n.getClass().getSimpleName())
                .orElse("nothing");
    }

    /// Waits until such a screen stands with a primary that can be pressed.
    public void awaitReady(Class<? extends Screen> kind) throws InterruptedException, DidNotCome {
        await(
                kind.getSimpleName() + " ready",
                () -> stands(kind) && primary() instanceof Primary.Ready);
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
                .filter(Hand::visible)
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
    public void press(KeyCode code) throws InterruptedException, DidNotCome {
        press(code, false);
    }

    /// The same with Ctrl held.
    public void pressCtrl(KeyCode code) throws InterruptedException, DidNotCome {
        press(code, true);
    }

    private void press(KeyCode code, boolean control) throws InterruptedException, DidNotCome {
        awaitNextKey();
        run(() -> {
            fire(KeyEvent.KEY_PRESSED, code, "", control);
            fire(KeyEvent.KEY_RELEASED, code, "", control);
        });
    }

    /// Presses one of the digits that are choices.
    public void pressDigit(int digit) throws InterruptedException, DidNotCome {
        awaitNextKey();
        run(() -> character(Integer.toString(digit)));
    }

    private void awaitNextKey() throws InterruptedException, DidNotCome {
        await("the hand", () -> System.nanoTime() - lastKey >= BETWEEN_KEYS);
        lastKey = System.nanoTime();
    }

    /// Types into the field that has the focus, each character when the one before has arrived.
    public void type(String text) throws InterruptedException, DidNotCome {
        await("a field", () -> scene().getFocusOwner() instanceof TextInputControl);
        for (int i = 0; i < text.length(); i++) {
            var one = text.substring(i, i + 1);
            int before = on(this::length);
            run(() -> character(one));
            await("the typed character", () -> length() == before + 1);
        }
    }

    private int length() {
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
}
