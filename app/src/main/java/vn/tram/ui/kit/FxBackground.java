package vn.tram.ui.kit;

import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import vn.tram.enroll.StationFault;
import vn.tram.task.Workers;

/// Virtual threads, and `Platform.runLater` back; always enqueued, never run inline.
final class FxBackground implements Background {
    private final UncaughtExceptionHandler top;

    /// @param top told of bugs, on the thread that had them
    FxBackground(UncaughtExceptionHandler top) {
        this.top = top;
    }

    @Override
    public Slot slot(String name) {
        return new FxSlot(name);
    }

    @Override
    public <T> Consumer<T> latest(Consumer<? super T> show) {
        var newest = new AtomicReference<Optional<T>>(Optional.empty());
        return value -> {
            if (newest.getAndSet(Optional.of(value)).isEmpty()) {
                post(() -> newest.getAndSet(Optional.empty()).ifPresent(show));
            }
        };
    }

    @Override
    public void post(Runnable run) {
        Platform.runLater(run);
    }

    @Override
    public Timer after(Duration delay, Runnable run) {
        var pause = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
        pause.setOnFinished(_ -> run.run());
        pause.play();
        return pause::stop;
    }

    private final class FxSlot implements Slot {
        private final String name;
        private Optional<Thread> running = Optional.empty();

        /// Touched on the thread that draws only.
        private long generation;

        FxSlot(String name) {
            this.name = name;
        }

        @Override
        public <T> void start(
                Work<T> work, Consumer<? super T> show, Consumer<StationFault> failed) {
            cancel();
            long mine = generation;
            running = Optional.of(Workers.start(name, top, () -> run(work, show, failed, mine)));
        }

        private <T> void run(
                Work<T> work, Consumer<? super T> show, Consumer<StationFault> failed, long mine) {
            try {
                T result = work.run();
                back(mine, () -> show.accept(result));
            } catch (StationFault fault) {
                back(mine, () -> failed.accept(fault));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // superseded; nobody waits for a result
            }
        }

        private void back(long mine, Runnable show) {
            post(() -> {
                if (mine == generation) {
                    show.run();
                }
            });
        }

        @Override
        public void cancel() {
            generation++;
            running.ifPresent(Thread::interrupt);
            running = Optional.empty();
        }
    }
}
