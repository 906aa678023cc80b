package vn.tram.device.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.tram.device.Fault;
import vn.tram.device.Preview;
import vn.tram.device.Preview.Look;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.image.Frame;

/// What the station relies on with a device that shows live pictures, besides [DeviceContract].
public abstract class PreviewContract extends DeviceContract {
    private PreviewingDevice previewing(Situation situation)
            throws IOException, InterruptedException {
        return assertInstanceOf(PreviewingDevice.class, open(situation));
    }

    @Test
    void aPreviewShowsOneFrameAfterTheOther() throws Exception {
        try (var preview = previewing(Situation.WORKING).preview(request(PATIENCE))) {
            var last = Instant.MIN;
            for (int i = 0; i < 5; i++) {
                var frame = seen(preview);
                assertFalse(frame.takenAt().isBefore(last), "older than the frame before");
                last = frame.takenAt();
            }
        }
    }

    @Test
    void framesNobodyLookedAtDoNotQueue() throws Exception {
        try (var preview = previewing(Situation.WORKING).preview(request(PATIENCE))) {
            seen(preview);
            var nobody = new CountDownLatch(1);
            assertFalse(nobody.await(500, TimeUnit.MILLISECONDS));
            var back = Instant.now();
            seen(preview); // the latest one from before
            seen(preview); // one that was on its way
            assertFalse(seen(preview).takenAt().isBefore(back), "frames from before queued");
        }
    }

    @Test
    void aSecondPreviewEndsTheFirst() throws Exception {
        var device = previewing(Situation.WORKING);
        try (var first = device.preview(request(PATIENCE));
                var second = device.preview(request(PATIENCE))) {
            assertInstanceOf(Look.Lost.class, first.next(PATIENCE));
            seen(second);
        }
    }

    @Test
    void closingThePreviewWakesWhoWaitsForAFrame() throws Exception {
        var preview = previewing(Situation.SILENT).preview(request(PATIENCE));
        var waiting = Waiting.start(() -> preview.next(PATIENCE));
        preview.close();
        assertInstanceOf(Look.Lost.class, waiting.result(PROMPT));
        preview.close();
        assertInstanceOf(Look.Lost.class, preview.next(PATIENCE));
    }

    @Test
    void closingTheDeviceEndsThePreview() throws Exception {
        var device = previewing(Situation.SILENT);
        try (var preview = device.preview(request(PATIENCE))) {
            var waiting = Waiting.start(() -> preview.next(PATIENCE));
            device.close();
            var lost = assertInstanceOf(Look.Lost.class, waiting.result(PROMPT));
            assertInstanceOf(Fault.Disconnected.class, lost.fault());
        }
    }

    @Test
    void aPreviewOfAClosedDeviceIsDisconnected() throws Exception {
        var device = previewing(Situation.WORKING);
        device.close();
        try (var preview = device.preview(request(PATIENCE))) {
            var lost = assertInstanceOf(Look.Lost.class, preview.next(PATIENCE));
            assertInstanceOf(Fault.Disconnected.class, lost.fault());
        }
    }

    @Test
    void aSilentPreviewTimesOut() throws Exception {
        try (var preview = previewing(Situation.SILENT).preview(request(PATIENCE))) {
            var lost = assertInstanceOf(Look.Lost.class, preview.next(SHORT));
            assertInstanceOf(Fault.TimedOut.class, lost.fault());
        }
    }

    @Test
    void anInterruptEndsTheWaitForAFrameOnly() throws Exception {
        try (var preview = previewing(Situation.SILENT).preview(request(PATIENCE))) {
            var waiting = Waiting.start(() -> preview.next(PATIENCE));
            waiting.interrupt();
            assertInstanceOf(InterruptedException.class, waiting.failure(PROMPT));
            var lost = assertInstanceOf(Look.Lost.class, preview.next(SHORT));
            assertInstanceOf(Fault.TimedOut.class, lost.fault());
        }
    }

    @Test
    void aCaptureTakesThePreviewsPlaceAndThePreviewGoesOn() throws Exception {
        var device = previewing(Situation.WORKING);
        try (var preview = device.preview(request(PATIENCE))) {
            seen(preview);
            taken(device.capture(request(PATIENCE), Progress.none()));
            var after = Instant.now();
            seen(preview);
            seen(preview);
            assertTrue(!seen(preview).takenAt().isBefore(after), "the preview stood still");
        }
    }

    @Test
    void aCaptureGoesOnWhileAnotherThreadLooks() throws Exception {
        var device = previewing(Situation.WORKING);
        try (var preview = device.preview(request(PATIENCE))) {
            var looking =
                    Waiting.start(() -> {
                        for (int i = 0; i < 10; i++) {
                            seen(preview);
                        }
                        return true;
                    });
            taken(device.capture(request(PATIENCE), Progress.none()));
            assertTrue(looking.result(PATIENCE));
        }
    }

    /// The next frame, which must come.
    protected static Frame seen(Preview preview) throws InterruptedException {
        return assertInstanceOf(Look.Seen.class, preview.next(Duration.ofSeconds(10))).frame();
    }
}
