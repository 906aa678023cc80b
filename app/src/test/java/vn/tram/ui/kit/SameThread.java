package vn.tram.ui.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import vn.tram.enroll.StationFault;

/// A [Background] without threads and toolkit, for tests of view-models: work runs when [#run] is
/// called, in order, and time passes by [#advance]. Devices may post from their own threads.
public final class SameThread implements Background {
    private final Deque<Runnable> waiting = new ConcurrentLinkedDeque<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Alarm(Duration at, Runnable run) {}

    /// Does all that waits, and what that brings, until nothing is left.
    public void run() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    /// Lets time pass: fires the timers that are due, in their order, and does all that waits.
    public void advance(Duration time) {
        var until = now.plus(time);
        run();
        while (true) {
            var due =
                    alarms.stream()
                            .filter(a -> a.at().compareTo(until) <= 0)
                            .min(Comparator.comparing(Alarm::at));
            if (due.isEmpty()) {
                break;
            }
            alarms.remove(due.get());
            now = due.get().at();
            due.get().run().run();
            run();
        }
        now = until;
    }

    @Override
    public Slot slot(String name) {
        return new Row();
    }

    @Override
    public <T> Consumer<T> latest(Consumer<? super T> show) {
        return show::accept;
    }

    @Override
    public void post(Runnable run) {
        waiting.addLast(run);
    }

    @Override
    public Timer after(Duration delay, Runnable run) {
        var alarm = new Alarm(now.plus(delay), run);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    private final class Row implements Slot {
        private int generation;

        @Override
        public <T> void start(
                Work<T> work, Consumer<? super T> show, Consumer<StationFault> failed) {
            int mine = ++generation;
            post(() -> {
                if (mine != generation) {
                    return;
                }
                try {
                    T result = work.run();
                    if (mine == generation) {
                        show.accept(result);
                    }
                } catch (StationFault fault) {
                    failed.accept(fault);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("nobody interrupts the same thread", e);
                }
            });
        }

        @Override
        public void cancel() {
            generation++;
        }
    }
}
