package vn.tram.enroll;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.enroll.DeviceHistory.Day;
import vn.tram.enroll.DeviceHistory.Event;
import vn.tram.enroll.DeviceHistory.Past;
import vn.tram.enroll.DeviceHistory.What;
import vn.tram.image.Position;
import vn.tram.task.UiThread;
import vn.tram.task.Workers;

/// Writes what happens to devices into their history, on a thread of its own, so that nobody who
/// captures waits for it. What cannot be stored is lost and logged: a citizen is not held up for a
/// counter. Safe for several threads.
public final class DeviceJournal implements Devices.Witness, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceJournal.class);

    /// What is to be written; the end when there is nothing in it.
    private record Line(String device, Day more, List<Event> events) {
        private Line plus(Line other) {
            var both = new ArrayList<>(events);
            both.addAll(other.events);
            return new Line(device, more.plus(other.more), both);
        }

        private boolean joins(Line other) {
            return device.equals(other.device) && more.day().equals(other.more.day());
        }
    }

    private final DeviceHistory history;
    private final Clock clock;
    private final BlockingQueue<Optional<Line>> lines = new LinkedBlockingQueue<>();
    private final Thread writer;
    private boolean closed;

    public DeviceJournal(DeviceHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
        writer =
                Workers.start(
                        "device history",
                        (_, bug) -> LOG.error("the history of devices ended", bug),
                        this::write);
    }

    /// The past of a device, with all that was told until now or a moment ago.
    public Past of(DeviceInfo device) throws StationFault {
        UiThread.refuse("reading the history of a device");
        return history.of(device.identity());
    }

    /// An attempt was stored. Of a face the score is final.
    void captured(Attempt attempt) {
        var today = Day.of(today());
        int retries = attempt.number() > 1 ? 1 : 0;
        tell(
                attempt.device().identity(),
                new Day(today.day(), 1, retries, 0, 0, 0)
                        .plus(attempt.position() == Position.FACE ? scores(attempt) : today));
    }

    /// The prints of an attempt have their final scores.
    void scored(Attempt attempt) {
        tell(attempt.device().identity(), scores(attempt));
    }

    private Day scores(Attempt attempt) {
        var scores =
                attempt.judgements().stream()
                        .map(Judgement::score)
                        .flatMapToInt(score -> score.stream())
                        .summaryStatistics();
        return new Day(today(), 0, 0, 0, Math.toIntExact(scores.getCount()), scores.getSum());
    }

    /// A capture, or the look before it, ended with a fault. A scanner on which nobody laid a
    /// finger is not at fault.
    void missed(DeviceInfo device, Fault fault) {
        if (!(fault instanceof Fault.TimedOut) || device.kind() == Kind.CAMERA) {
            tell(
                    device.identity(),
                    new Day(today(), 0, 0, 1, 0, 0),
                    What.FAULT,
                    fault.getClass().getSimpleName());
        }
    }

    @Override
    public void found(DeviceInfo device) {
        tell(device.identity(), Day.of(today()), What.FOUND, "");
    }

    @Override
    public void lost(DeviceInfo device, Fault fault) {
        tell(device.identity(), Day.of(today()), What.LOST, fault.getClass().getSimpleName());
    }

    /// A certificate was issued.
    public void certified(DeviceInfo device, boolean passed) {
        tell(device.identity(), Day.of(today()), passed ? What.PASSED : What.FAILED, "");
    }

    /// A supervisor lets the device be used for a while.
    public void extended(DeviceInfo device) {
        tell(device.identity(), Day.of(today()), What.EXTENDED, "");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void tell(String device, Day more, What what, String detail) {
        tell(new Line(device, more, List.of(new Event(clock.instant(), what, detail))));
    }

    private void tell(String device, Day more) {
        tell(new Line(device, more, List.of()));
    }

    private synchronized void tell(Line line) {
        if (!closed && writer.isAlive()) {
            lines.add(Optional.of(line));
        }
    }

    private void write() {
        try {
            var next = lines.take();
            while (next.isPresent()) {
                var line = next.get();
                var after = Optional.<Optional<Line>>ofNullable(lines.poll());
                // what came meanwhile of the same device and day is one commit
                while (after.isPresent()
                        && after.get().isPresent()
                        && line.joins(after.get().get())) {
                    line = line.plus(after.get().get());
                    after = Optional.ofNullable(lines.poll());
                }
                store(line);
                next = after.isPresent() ? after.get() : lines.take();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody interrupts it but the program's end
        }
    }

    private void store(Line line) {
        try {
            history.add(line.device(), line.more(), line.events());
        } catch (StationFault fault) {
            LOG.warn("what happened to a device is not in its history", fault);
        }
    }

    /// Writes what was told until now and takes no more.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            lines.add(Optional.empty());
        }
        try {
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
