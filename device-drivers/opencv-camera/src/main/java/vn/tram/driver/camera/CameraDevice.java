package vn.tram.driver.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.Sample;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// A camera whose pictures are read all the time by a thread of its own, so that none is old when
/// it is wanted; one is decoded only when somebody waits for it.
final class CameraDevice implements PreviewingDevice {
    private final Source source;
    private final DeviceInfo info;
    private final Arrivals arrivals = new Arrivals();
    private final Gaps gaps = new Gaps();
    private final Object lock = new Object();
    private Optional<Live> preview = Optional.empty();

    private CameraDevice(Source source) {
        this.source = source;
        this.info = source.info();
    }

    /// Starts reading. The source belongs to the device from now on.
    static CameraDevice open(Asked asked, Source source) {
        var device = new CameraDevice(source);
        Thread.ofPlatform()
                .daemon()
                .name("camera " + asked.address().getAuthority())
                .start(device::read);
        return device;
    }

    private void read() {
        try (source) {
            while (!arrivals.ended()) {
                switch (source.next(arrivals::awaited)) {
                    case Source.Arrival.Picture(var pixels, var at, var stamp) -> {
                        gaps.at(stamp);
                        arrivals.put(
                                new Frame(
                                        pixels, info.resolution(), at, info.address().toString()));
                    }
                    case Source.Arrival.Unwanted(var stamp) -> gaps.at(stamp);
                    case Source.Arrival.Bad(var fault) -> arrivals.bad(fault);
                    case Source.Arrival.Gone(var fault) -> arrivals.end(fault);
                }
            }
        } catch (InterruptedException _) {
            arrivals.end(
                    disconnected()); // nobody interrupts this thread but the end of the program
        }
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public boolean present() {
        return !arrivals.ended() && source.attached();
    }

    @Override
    public Capture capture(Request request, Progress progress) throws InterruptedException {
        if (!shows(request.position()) && !arrivals.ended()) {
            return new Capture.Missed(cannot(request.position()));
        }
        progress.at(0);
        return switch (fresh(Deadline.in(request.patience()))) {
            case Preview.Look.Seen(var frame) -> {
                progress.at(1);
                yield new Capture.Taken(List.of(Sample.of(request.position(), frame)));
            }
            case Preview.Look.Lost(var fault) -> new Capture.Missed(fault);
        };
    }

    /// A picture that was not there before it was asked for: one may be on its way already.
    private Preview.Look fresh(Deadline deadline) throws InterruptedException {
        var asked = Instant.now();
        var look = arrivals.next(deadline);
        while (look instanceof Preview.Look.Seen(var frame) && frame.takenAt().isBefore(asked)) {
            look = arrivals.next(deadline);
        }
        return look;
    }

    private static boolean shows(Position position) {
        return switch (position) {
            case FACE, DOCUMENT -> true;
            default -> false;
        };
    }

    private static Fault cannot(Position position) {
        return new Fault.Refused(0, "a camera cannot show " + position);
    }

    @Override
    public long droppedFrames() {
        return gaps.dropped();
    }

    @Override
    public Preview preview(Request request) {
        var live = new Live(request.position());
        synchronized (lock) {
            preview.ifPresent(Live::close);
            preview = Optional.of(live);
        }
        return live;
    }

    @Override
    public void close() {
        arrivals.end(disconnected());
        source.wake();
    }

    private Fault disconnected() {
        return new Fault.Disconnected(info.address().toString());
    }

    private final class Live implements Preview {
        private final Position position;
        private volatile boolean closed;

        private Live(Position position) {
            this.position = position;
        }

        @Override
        public Look next(Duration patience) throws InterruptedException {
            if (!shows(position)) {
                return new Look.Lost(cannot(position));
            }
            var look = closed ? null : arrivals.next(Deadline.in(patience), () -> closed);
            return look == null || closed ? new Look.Lost(disconnected()) : look;
        }

        @Override
        public void close() {
            closed = true;
            arrivals.wake();
        }
    }
}
