package vn.tram.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

class DeviceLaneTest {
    private static final Request REQUEST =
            Request.of(Position.RIGHT_INDEX, Duration.ofSeconds(20), "transaction");

    private static final Capture TIMED_OUT =
            new Capture.Missed(new Fault.TimedOut(REQUEST.patience(), "finger"));

    private static final Capture GONE = new Capture.Missed(new Fault.Disconnected("planted://one"));

    /// A device that waits for a finger until it is closed or interrupted, or has one at once.
    private static class Planted implements Device {
        private final boolean finger;
        private final CountDownLatch closed = new CountDownLatch(1);
        private final CountDownLatch waiting = new CountDownLatch(1);
        private final AtomicReference<Thread> thread = new AtomicReference<>();

        private Planted(boolean finger) {
            this.finger = finger;
        }

        @Override
        public DeviceInfo info() {
            return new DeviceInfo(
                    URI.create("planted://one"),
                    Kind.SINGLE_FINGER_SCANNER,
                    "make",
                    "model",
                    "",
                    "",
                    "",
                    Resolution.Ppi.of(500),
                    256,
                    300,
                    400);
        }

        @Override
        public Capture capture(Request request, Progress progress) throws InterruptedException {
            thread.set(Thread.currentThread());
            if (finger) {
                return TIMED_OUT;
            }
            waiting.countDown();
            closed.await();
            return GONE;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static final class PlantedPreviewing extends Planted implements PreviewingDevice {
        private PlantedPreviewing() {
            super(true);
        }

        @Override
        public Preview preview(Request request) {
            throw new UnsupportedOperationException("nobody looks");
        }
    }

    private static FutureTask<Capture> started(Device device) {
        var task = new FutureTask<>(() -> device.capture(REQUEST, Progress.none()));
        Thread.ofVirtual().start(task);
        return task;
    }

    @Test
    void aCaptureRunsOnThePlatformThreadOfTheDevice() throws Exception {
        var planted = new Planted(true);
        try (var lane = DeviceLane.of(planted)) {
            assertThat(started(lane).get(10, TimeUnit.SECONDS)).isEqualTo(TIMED_OUT);
            var thread = planted.thread.get();
            assertThat(thread.isVirtual()).isFalse();
            assertThat(thread.getName()).isEqualTo("device planted");
            assertThat(started(lane).get(10, TimeUnit.SECONDS)).isEqualTo(TIMED_OUT);
            assertThat(planted.thread.get()).isSameAs(thread);
        }
    }

    @Test
    void theCallersInterruptReachesTheDriverAndTheLaneStaysUsable() throws Exception {
        var planted = new Planted(false);
        try (var lane = DeviceLane.of(planted)) {
            var task = new FutureTask<>(() -> lane.capture(REQUEST, Progress.none()));
            var caller = Thread.ofPlatform().start(task);
            assertThat(planted.waiting.await(10, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            caller.join(Duration.ofSeconds(10));
            assertThat(task.state()).isEqualTo(FutureTask.State.FAILED);
            assertThat(task.exceptionNow()).isInstanceOf(InterruptedException.class);
            var next = started(lane);
            planted.closed.countDown();
            assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(GONE);
        }
    }

    @Test
    void closingWakesACaptureAndEveryLaterOneIsDisconnected() throws Exception {
        var planted = new Planted(false);
        var lane = DeviceLane.of(planted);
        var running = started(lane);
        assertThat(planted.waiting.await(10, TimeUnit.SECONDS)).isTrue();
        lane.close();
        lane.close();
        assertThat(running.get(10, TimeUnit.SECONDS)).isEqualTo(GONE);
        assertThat(lane.capture(REQUEST, Progress.none())).isEqualTo(GONE);
    }

    @Test
    void aLaneShowsLivePicturesExactlyIfItsDeviceDoes() {
        try (var plain = DeviceLane.of(new Planted(true));
                var previewing = DeviceLane.of(new PlantedPreviewing())) {
            assertThat(plain).isNotInstanceOf(PreviewingDevice.class);
            assertThat(previewing).isInstanceOf(PreviewingDevice.class);
        }
    }

    /// A device whose driver throws wherever it is called.
    private static final class Throwing extends Planted implements PreviewingDevice {
        private Throwing() {
            super(true);
        }

        @Override
        public Capture capture(Request request, Progress progress) {
            throw new IllegalStateException("planted in the capture");
        }

        @Override
        public Preview preview(Request request) {
            return new Preview() {
                @Override
                public Look next(Duration patience) {
                    throw new IllegalStateException("planted in the preview");
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }

    @Test
    void aDriverThatThrowsIsAFaultThatNamesIt() throws Exception {
        try (var lane = (PreviewingDevice) DeviceLane.of(new Throwing());
                var look = lane.preview(REQUEST);
                var previewing = (PreviewingDevice) DeviceLane.of(new PlantedPreviewing());
                var none = previewing.preview(REQUEST)) {
            assertThat(lane.capture(REQUEST, Progress.none()).toString())
                    .contains("planted in the capture");
            assertThat(look.next(REQUEST.patience()).toString()).contains("planted in the preview");
            assertThat(none.next(REQUEST.patience()).toString()).contains("nobody looks");
        }
    }

    @Test
    void aCaptureThatOutlivesItsPatienceByFarEndsTheDevice() throws Exception {
        var request = Request.of(Position.RIGHT_INDEX, Duration.ofMillis(1), "transaction");
        var planted = new Planted(false);
        var lane = DeviceLane.of(planted);
        assertThat(lane.capture(request, Progress.none())).isEqualTo(GONE);
        assertThat(lane.capture(REQUEST, Progress.none())).isEqualTo(GONE);
        assertThat(planted.closed.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
