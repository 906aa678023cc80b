package vn.tram.task;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.concurrent.FutureTask;

/// Virtual threads with a name, for work that may block but calls nothing native.
public final class Workers {
    private Workers() {}

    /// Starts `work` on a virtual thread of its own.
    ///
    /// @param name seen in logs and thread dumps
    /// @param top told when `work` ends by an exception, which is a bug
    public static Thread start(String name, UncaughtExceptionHandler top, Runnable work) {
        return Thread.ofVirtual().name(name).uncaughtExceptionHandler(top).start(work);
    }

    /// Runs `task` on a virtual thread of its own; what comes of it is asked of the task.
    public static Thread start(String name, FutureTask<?> task) {
        return Thread.ofVirtual().name(name).start(task);
    }
}
