package vn.tram.device;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Gives a device one platform thread of its own, so that a native read never holds a carrier that
/// virtual threads share, and contains its driver: a capture that throws or outlives its patience
/// is a fault, and ends the device.
///
/// A driver whose preview or codes are read natively pumps them on a platform thread of its own as
/// well; [Preview#next] and [CodeReader#next] only wait.
public class DeviceLane implements Device {
    /// What a capture may take beyond its patience before its driver is given up.
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Device device;
    private final ExecutorService lane;

    private DeviceLane(Device device) {
        this.device = device;
        this.lane =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(threadName()).factory());
    }

    /// The same device on a thread of its own; previewing or reading codes if it was.
    public static Device of(Device device) {
        return switch (device) {
            case PreviewingDevice previewing -> new Previewing(previewing);
            case CodeReader reader -> new Reading(reader);
            default -> new DeviceLane(device);
        };
    }

    final String threadName() {
        return "device " + device.info().address().getScheme();
    }

    @Override
    public DeviceInfo info() {
        return device.info();
    }

    @Override
    public boolean present() {
        try {
            return !lane.isShutdown() && device.present();
        } catch (RuntimeException | LinkageError _) {
            return false; // a driver that cannot even tell this is opened anew
        }
    }

    @Override
    public Capture capture(Request request, Progress progress) throws InterruptedException {
        try {
            var pending = lane.submit(() -> device.capture(request, progress));
            try {
                return pending.get(
                        request.patience().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                return e.getCause() instanceof InterruptedException
                        ? closed()
                        : new Capture.Missed(broken(e.getCause()));
            } catch (TimeoutException _) {
                giveUp();
                return closed();
            } catch (CancellationException _) {
                return closed();
            } finally {
                pending.cancel(true); // the caller's interrupt becomes the driver's
            }
        } catch (RejectedExecutionException _) {
            return closed();
        }
    }

    private Capture closed() {
        return new Capture.Missed(new Fault.Disconnected(device.info().address().toString()));
    }

    /// The fault of a driver that threw.
    static Fault broken(@Nullable Throwable thrown) {
        return new Fault.Garbled("an answer of the driver", "its exception " + thrown);
    }

    /// Leaves a driver that does not come back to itself; closing it may not come back either.
    private void giveUp() {
        lane.shutdown();
        Thread.ofPlatform().daemon().name(threadName() + " given up").start(device::close);
    }

    @Override
    public void close() {
        if (!lane.isShutdown()) {
            device.close();
            lane.shutdown();
        }
    }

    private static final class Previewing extends DeviceLane implements PreviewingDevice {
        private final PreviewingDevice device;

        private Previewing(PreviewingDevice device) {
            super(device);
            this.device = device;
        }

        @Override
        public long droppedFrames() {
            return device.droppedFrames();
        }

        @Override
        public boolean standsStill() {
            return device.standsStill();
        }

        @Override
        public Preview preview(Request request) {
            try {
                return new Contained(device.preview(request));
            } catch (RuntimeException | LinkageError e) {
                return new Never(broken(e));
            }
        }
    }

    private static final class Reading extends DeviceLane implements CodeReader {
        private final CodeReader device;

        private Reading(CodeReader device) {
            super(device);
            this.device = device;
        }

        @Override
        public CodeReader.Reading next(Duration patience) throws InterruptedException {
            try {
                return device.next(patience);
            } catch (RuntimeException | LinkageError e) {
                return new CodeReader.Reading.Missed(broken(e));
            }
        }
    }

    /// A preview whose driver may throw.
    private record Contained(Preview preview) implements Preview {
        @Override
        public Look next(Duration patience) throws InterruptedException {
            try {
                return preview.next(patience);
            } catch (RuntimeException | LinkageError e) {
                return new Look.Lost(broken(e));
            }
        }

        @Override
        public void close() {
            preview.close();
        }
    }

    /// A preview that could not begin.
    private record Never(Fault fault) implements Preview {
        @Override
        public Look next(Duration patience) {
            return new Look.Lost(fault);
        }

        @Override
        public void close() {
            // nothing was begun
        }
    }
}
