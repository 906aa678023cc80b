package vn.tram.ui.kit;

import java.time.Duration;
import java.util.function.Consumer;
import vn.tram.enroll.StationFault;

/// The only way off the thread that draws, and back.
public interface Background {
    /// Work that may block.
    @FunctionalInterface
    interface Work<T> {
        T run() throws StationFault, InterruptedException;
    }

    /// A slot for works of which only the newest may touch the screen: starting one interrupts the
    /// one before and drops its result.
    interface Slot {
        /// Starts `work` off the thread that draws and hands what came of it to `show` or `failed`
        /// on that thread, unless something newer was started meanwhile. An unchecked exception is
        /// a bug and goes to the top of the program.
        <T> void start(Work<T> work, Consumer<? super T> show, Consumer<StationFault> failed);

        /// Interrupts what runs and drops its result.
        void cancel();
    }

    /// A timer that can be stopped.
    interface Timer {
        void stop();
    }

    /// @param name for thread names, such as `find`
    Slot slot(String name);

    /// A mailbox that any thread may fill and that is emptied on the thread that draws: `show` sees
    /// the newest value only, values that came before it was seen are dropped.
    <T> Consumer<T> latest(Consumer<? super T> show);

    /// Runs on the thread that draws, later, in the order of the calls.
    void post(Runnable run);

    /// Runs once on the thread that draws after `delay`.
    Timer after(Duration delay, Runnable run);
}
