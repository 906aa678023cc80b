package vn.tram.enroll;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import vn.tram.device.Capture;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Kind;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.Sample;
import vn.tram.image.Frame;
import vn.tram.image.Resolution;

/// A camera that shows the same frames over and over and has one still.
final class PlayedCamera implements PreviewingDevice {
    /// A camera leaves the judge some of the machine.
    private static final Duration PACE = Duration.ofMillis(10);

    private final List<Frame> live;
    private final Frame still;
    private final Runnable tick;

    /// @param tick run before each frame of the live picture
    PlayedCamera(List<Frame> live, Frame still, Runnable tick) {
        this.live = live;
        this.still = still;
        this.tick = tick;
    }

    @Override
    public DeviceInfo info() {
        return new DeviceInfo(
                URI.create("played://camera"),
                Kind.CAMERA,
                "test",
                "played",
                "1",
                "1",
                "",
                new Resolution.Unknown(),
                256,
                still.pixels().width(),
                still.pixels().height());
    }

    @Override
    public Capture capture(Request request, Progress progress) {
        return new Capture.Taken(List.of(Sample.of(request.position(), still)));
    }

    @Override
    public Preview preview(Request request) {
        return new Preview() {
            private int next;

            @Override
            public Look next(Duration patience) {
                LockSupport.parkNanos(PACE.toNanos());
                tick.run();
                return new Look.Seen(live.get(next++ % live.size()));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
