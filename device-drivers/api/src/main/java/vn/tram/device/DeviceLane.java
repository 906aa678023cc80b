package vn.tram.device;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Gives a device one platform thread of its own, so that a native read never holds a carrier that
/// virtual threads share.
///
/// A driver whose preview reads natively pumps its frames on a platform thread of its own as well;
/// [Preview#next] only waits.
public class DeviceLane implements Device {
    private final Device device;
    private final ExecutorService lane;

    private DeviceLane(Device device) {
        this.device = device;
        var name = "device " + device.info().address().getScheme();
        this.lane =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /// The same device on a thread of its own; previewing if it was.
    public static Device of(Device device) {
        return device instanceof PreviewingDevice previewing
                ? new Previewing(previewing)
                : new DeviceLane(device);
    }

    @Override
    public DeviceInfo info() {
        return device.info();
    }

    @Override
    public Capture capture(Request request, Progress progress) throws InterruptedException {
        try {
            var pending = lane.submit(() -> device.capture(request, progress));
            try {
                return pending.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof InterruptedException) {
                    return closed();
                }
                throw new IllegalStateException("driver broke its contract", e.getCause());
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

    @Override
    public void close() {
        device.close();
        lane.shutdown();
    }

    private static final class Previewing extends DeviceLane implements PreviewingDevice {
        private final PreviewingDevice device;

        private Previewing(PreviewingDevice device) {
            super(device);
            this.device = device;
        }

        @Override
        public boolean standsStill() {
            return device.standsStill();
        }

        @Override
        public Preview preview(Request request) {
            return device.preview(request);
        }
    }
}
