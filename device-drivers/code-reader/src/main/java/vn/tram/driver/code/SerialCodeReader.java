package vn.tram.driver.code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import vn.tram.device.CodeReader;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.serial.Line;

/// A reader on a line, read all the time on a thread of its own: only so does a pulled cable show.
final class SerialCodeReader implements CodeReader {
    /// After this silence a code that has no end sign is over. The bytes of a code follow each
    /// other; USB brings them in bursts a few milliseconds apart.
    static final Duration GAP = Duration.ofMillis(150);

    /// How long a code waits for somebody who asks.
    static final Duration FRESH = Duration.ofSeconds(1);

    /// The most that waits: the rest of endless noise is of no use.
    private static final int MOST_WAITING = 4;

    private static final int CHUNK = 512;

    private record Heard(Reading reading, long at) {}

    private final DeviceInfo info;
    private final Line line;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Heard> heard = new ArrayDeque<>();
    private boolean gone;

    private SerialCodeReader(DeviceInfo info, Line line) {
        this.info = info;
        this.line = line;
    }

    /// Starts reading. The line is the reader's from now on.
    static SerialCodeReader start(DeviceInfo info, Line line) {
        var reader = new SerialCodeReader(info, line);
        Thread.ofPlatform().daemon().name("codes " + line.address()).start(reader::read);
        return reader;
    }

    private void read() {
        var bytes = new CodeBytes();
        var chunk = new byte[CHUNK];
        long last = System.nanoTime();
        try {
            while (true) {
                int count = line.read(chunk);
                if (count > 0) {
                    bytes.add(chunk, count, this::put);
                    last = System.nanoTime();
                } else if (bytes.begun() && System.nanoTime() - last >= GAP.toNanos()) {
                    bytes.end().ifPresent(this::put);
                }
            }
        } catch (FaultException _) {
            leave(); // a line that is open has no other fault but to be gone
        }
    }

    private void put(Reading reading) {
        lock.lock();
        try {
            if (heard.size() == MOST_WAITING) {
                heard.removeFirst();
            }
            heard.add(new Heard(reading, System.nanoTime()));
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public boolean present() {
        if (line.address().startsWith("/") && !Files.exists(Path.of(line.address()))) {
            leave(); // not every adapter ends a read when it goes
        }
        lock.lock();
        try {
            return !gone;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Reading next(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long oldest = System.nanoTime() - FRESH.toNanos();
            heard.removeIf(h -> h.at() - oldest < 0);
            long left = patience.toNanos();
            while (!gone && heard.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (gone) {
                return new Reading.Missed(new Fault.Disconnected(info.address().toString()));
            }
            var first = heard.poll();
            return first == null
                    ? new Reading.Missed(new Fault.TimedOut(patience, "code"))
                    : first.reading();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        leave();
    }

    private void leave() {
        lock.lock();
        try {
            gone = true;
            heard.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        line.close();
    }
}
