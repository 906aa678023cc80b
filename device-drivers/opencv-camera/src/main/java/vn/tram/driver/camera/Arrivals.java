package vn.tram.driver.camera;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.Preview.Look;
import vn.tram.image.Frame;

/// Hands every picture to those who wait when it comes, and to nobody else.
final class Arrivals {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int waiting;
    private long count;
    private @Nullable Look last;
    private @Nullable Fault end;

    /// Whether somebody waits now.
    boolean awaited() {
        lock.lock();
        try {
            return waiting > 0;
        } finally {
            lock.unlock();
        }
    }

    boolean ended() {
        lock.lock();
        try {
            return end != null;
        } finally {
            lock.unlock();
        }
    }

    void put(Frame frame) {
        arrived(new Look.Seen(frame));
    }

    /// Something came that is no picture.
    void bad(Fault fault) {
        arrived(new Look.Lost(fault));
    }

    private void arrived(Look look) {
        lock.lock();
        try {
            last = look;
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing comes any more; the first reason stays.
    void end(Fault why) {
        lock.lock();
        try {
            if (end == null) {
                end = why;
            }
            last = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Has everybody who waits look whether he still wants to.
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// What comes first from now on.
    Look next(Deadline deadline) throws InterruptedException {
        return next(deadline, () -> false);
    }

    /// The same, until `given up` is true: then it is as if the time had passed.
    Look next(Deadline deadline, BooleanSupplier givenUp) throws InterruptedException {
        lock.lock();
        try {
            waiting++;
            long before = count;
            long left = deadline.left().toNanos();
            while (end == null && count == before && left > 0 && !givenUp.getAsBoolean()) {
                left = changed.awaitNanos(Math.min(left, deadline.left().toNanos()));
            }
            if (end != null) {
                return new Look.Lost(end);
            }
            var arrived = last;
            return count == before || arrived == null
                    ? new Look.Lost(new Fault.TimedOut(deadline.patience(), "image"))
                    : arrived;
        } finally {
            waiting--;
            lock.unlock();
        }
    }
}
