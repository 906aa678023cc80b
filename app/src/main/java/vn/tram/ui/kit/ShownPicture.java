package vn.tram.ui.kit;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import vn.tram.image.Pixels;

/// A live picture in a window of its own, as large as that of a capture screen, and when what it
/// was offered is on the screen: for benchmarks. On any thread but the one that draws.
public final class ShownPicture {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 640;
    private static final long PATIENCE_SECONDS = 30;

    private final LivePicture picture;
    private final Hand hand;

    private ShownPicture(LivePicture picture, Hand hand) {
        this.picture = picture;
        this.hand = hand;
    }

    /// Opens the window.
    public static ShownPicture open(Kit kit) throws InterruptedException, DidNotCome {
        var hand = new Hand(kit);
        var picture =
                hand.on(() -> {
                    var live = new LivePicture(kit.background());
                    var stage = new Stage();
                    stage.setScene(new Scene(new StackPane(live), WIDTH, HEIGHT));
                    stage.show();
                    return live;
                });
        return new ShownPicture(picture, hand);
    }

    /// As a capture screen offers a frame; waits for nothing.
    public void offer(Pixels pixels) {
        picture.offer(pixels);
    }

    /// The same, and waits until the pulse has come that brings it onto the screen.
    ///
    /// @return when that was
    public Instant show(Pixels pixels) throws InterruptedException, DidNotCome {
        long offered = System.nanoTime();
        var shown = new CompletableFuture<Instant>();
        var looking =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        if (picture.drawnAt() != 0 && picture.drawnAt() - offered > 0) {
                            shown.complete(Instant.now());
                        }
                    }
                };
        run(looking::start);
        try {
            picture.offer(pixels);
            return shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new DidNotCome("a live picture", "nothing");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it with a failure", e);
        } finally {
            run(looking::stop);
        }
    }

    private void run(Runnable work) throws InterruptedException, DidNotCome {
        hand.on(() -> {
            work.run();
            return true;
        });
    }
}
