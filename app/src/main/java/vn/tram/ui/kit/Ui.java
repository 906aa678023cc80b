package vn.tram.ui.kit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.task.UiThread;

/// Opens the station's window.
public final class Ui {
    private static final Logger LOG = LoggerFactory.getLogger(Ui.class);
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 768;
    private static final double MIN_WIDTH = 1280;
    private static final double MIN_HEIGHT = 720;

    /// JavaFX warns on the terminal that it was loaded from the class path, which is as intended.
    /// Held here, because the logging of Java forgets the level of a logger nobody holds.
    private static final java.util.logging.Logger TOOLKIT =
            java.util.logging.Logger.getLogger("javafx");

    private Ui() {}

    /// How the start went.
    public sealed interface Started {}

    /// The window stands and has drawn its first frame.
    ///
    /// @param kit for what reaches the screen from outside, such as device lights
    public record Running(Kit kit, PulseMonitor pulses, CountDownLatch closed) implements Started {
        /// Waits until the window is closed.
        public void await() throws InterruptedException {
            closed.await();
        }
    }

    /// There is no screen to draw on; one sentence in both languages for the console says what to
    /// install.
    public record Unavailable(String sentence) implements Started {}

    /// Starts JavaFX, opens the window and waits for its first frame. Once in a program.
    ///
    /// @throws InterruptedException when interrupted while waiting
    public static Started start(UiContext context) throws InterruptedException {
        TOOLKIT.setLevel(Level.SEVERE);
        var ready = new CompletableFuture<Running>();
        try {
            Platform.startup(() -> open(context, ready));
        } catch (UnsupportedOperationException | UnsatisfiedLinkError | NoClassDefFoundError e) {
            return NoScreen.told(e);
        } catch (RuntimeException e) {
            if (NoScreen.causedBy(e)) {
                return NoScreen.told(e);
            }
            throw e;
        }
        try {
            return ready.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the window could not be opened", e.getCause());
        }
    }

    private static void open(UiContext context, CompletableFuture<Running> ready) {
        try {
            var running = window(context);
            afterFirstFrame(() -> ready.complete(running));
        } catch (RuntimeException | Error e) {
            ready.completeExceptionally(e); // the starter must not wait for a window for ever
        }
    }

    /// The window, shown. On the thread that draws.
    static Running window(UiContext context) {
        UiThread.register(Thread.currentThread());
        Platform.setImplicitExit(false);
        Theme.loadFonts();
        var shown = new AtomicReference<@Nullable Shell>();
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> bug(e, shown.get()));
        var background = new FxBackground((_, e) -> Platform.runLater(() -> bug(e, shown.get())));
        var texts = new Texts(context.locale());
        var theme = new Theme(context.look(), context.textSize());
        var desk = new LateNavigator();
        var shell =
                new Shell(
                        texts,
                        theme,
                        background,
                        context.station(),
                        context.clock(),
                        System::nanoTime,
                        desk);
        shown.set(shell);
        var kit = new Kit(texts, theme, background, shell.controls(), shell, desk);
        desk.seat(context.desk().apply(kit));
        var closed = new CountDownLatch(1);
        var stage = new Stage();
        stage.setTitle(texts.of("kit.station"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(shell.scene(WIDTH, HEIGHT));
        stage.setOnHidden(_ -> closed.countDown());
        desk.go(context.first());
        stage.show();
        everySecond(shell::tick);
        return new Running(kit, new PulseMonitor(), closed);
    }

    private static void bug(Throwable e, @Nullable Shell shell) {
        var reference = "TR-" + UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{}: the station met an error of its own", reference, e);
        if (shell != null) {
            shell.bug(reference);
        }
    }

    private static void everySecond(Runnable run) {
        var beat =
                new Timeline(
                        new KeyFrame(
                                javafx.util.Duration.millis(Duration.ofSeconds(1).toMillis()),
                                _ -> run.run()));
        beat.setCycleCount(Animation.INDEFINITE);
        beat.play();
    }

    /// Runs at the second pulse from now: the first has drawn.
    private static void afterFirstFrame(Runnable run) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 2) {
                    stop();
                    run.run();
                }
            }
        }.start();
    }

    /// Closes the window and ends JavaFX. From any thread.
    public static void stop() {
        Platform.runLater(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide); // exit alone would tell nobody
            Platform.exit();
        });
    }
}
