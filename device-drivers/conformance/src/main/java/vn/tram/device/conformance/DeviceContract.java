package vn.tram.device.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.Device;
import vn.tram.device.DeviceProvider;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;

/// What the station relies on with every device. A vendor extends this class in its tests and tells
/// how to set up each [Situation]; a device with live pictures extends [PreviewContract].
///
/// Times are tested at five times the promise, so that a busy machine does not fail a good driver.
public abstract class DeviceContract {
    /// How long a picture may take here.
    protected static final Duration PATIENCE = Duration.ofSeconds(20);

    /// How long nothing is waited for.
    protected static final Duration SHORT = Duration.ofMillis(300);

    /// A cancelled or closed device answers within 200 ms; five times that.
    protected static final Duration PROMPT = Duration.ofSeconds(1);

    private final ArrayList<Device> opened = new ArrayList<>();

    protected abstract DeviceProvider provider();

    /// The address of a device in that situation.
    protected abstract URI address(Situation situation) throws IOException;

    /// Something the device can show.
    protected abstract Position shown();

    /// Something it cannot.
    protected abstract Position notShown();

    /// Pulls the cable of the device at the address of [Situation#LEAVING] while it captures; does
    /// nothing where the device goes by itself.
    protected void unplug() throws IOException {}

    /// The device of that situation, open; it is closed after the test.
    protected final Device open(Situation situation) throws IOException, InterruptedException {
        var opening = provider().open(address(situation));
        var device = assertInstanceOf(Opening.Opened.class, opening).device();
        opened.add(device);
        return device;
    }

    protected final Request request(Duration patience) {
        return Request.of(shown(), patience, "conformance");
    }

    @AfterEach
    final void closeAll() {
        opened.forEach(Device::close);
    }

    @Test
    void scanningNamesAddressesOfTheOwnScheme() {
        for (var address : provider().scan()) {
            assertEquals(provider().scheme(), address.getScheme());
        }
    }

    @Test
    void theSchemeIsLowerCase() {
        assertTrue(provider().scheme().matches("[a-z][a-z0-9+.-]*"), provider().scheme());
    }

    @Test
    void openingIdentifiesTheDevice() throws Exception {
        var info = open(Situation.WORKING).info();
        assertEquals(address(Situation.WORKING), info.address());
        assertFalse(info.make().isBlank(), "make");
        assertFalse(info.model().isBlank(), "model");
        assertTrue(info.grayLevels() >= 2, "gray levels");
        assertTrue(info.width() > 0 && info.height() > 0, "size");
        if (info.kind() != Kind.CAMERA) {
            assertInstanceOf(Resolution.Ppi.class, info.resolution());
        }
    }

    @Test
    void aMistakenAddressIsRefusedWithASentence() throws Exception {
        var opening = provider().open(address(Situation.MISTAKEN));
        var fault = assertInstanceOf(Opening.NotOpened.class, opening).fault();
        var refused = assertInstanceOf(Fault.Refused.class, fault);
        assertEquals(0, refused.vendorCode());
        assertFalse(refused.meaning().isBlank());
    }

    @Test
    void capturingGivesThePositionAskedFor() throws Exception {
        var device = open(Situation.WORKING);
        var before = Instant.now();
        var samples = taken(device.capture(request(PATIENCE), Progress.none())).samples();
        assertEquals(shown(), samples.getFirst().position());
        for (var sample : samples) {
            var frame = sample.frame();
            assertFalse(frame.takenAt().isBefore(before), "taken before it was asked for");
            assertFalse(frame.takenAt().isAfter(Instant.now()), "taken in the future");
            if (device.info().kind() == Kind.CAMERA) {
                assertInstanceOf(Rgb8.class, frame.pixels());
            } else {
                assertInstanceOf(Gray8.class, frame.pixels());
                assertInstanceOf(Resolution.Ppi.class, frame.resolution());
            }
        }
    }

    @Test
    void aDeviceCapturesAgainAndAgain() throws Exception {
        var device = open(Situation.WORKING);
        for (int i = 0; i < 3; i++) {
            taken(device.capture(request(PATIENCE), Progress.none()));
        }
    }

    @Test
    void progressOnlyGrowsFromZeroToOne() throws Exception {
        var shares = new ArrayList<Double>();
        taken(open(Situation.WORKING).capture(request(PATIENCE), shares::add));
        double last = 0;
        for (double share : shares) {
            assertTrue(share >= last && share <= 1, shares::toString);
            last = share;
        }
    }

    @Test
    void aPositionItCannotShowIsRefusedAtOnce() throws Exception {
        var device = open(Situation.WORKING);
        var soon = Deadline.in(PROMPT);
        var request = Request.of(notShown(), PATIENCE, "conformance");
        assertInstanceOf(Fault.Refused.class, missed(device.capture(request, Progress.none())));
        assertFalse(soon.passed(), "not at once");
    }

    @Test
    void aDeviceRollsFingersOnlyIfItTellsSo() throws Exception {
        var device = open(Situation.WORKING);
        var rolled = Position.ROLLED_RIGHT_THUMB;
        var capture = device.capture(Request.of(rolled, PATIENCE, "conformance"), Progress.none());
        if (device.info().rolls()) {
            assertEquals(rolled, taken(capture).samples().getFirst().position());
        } else {
            assertInstanceOf(Fault.Refused.class, missed(capture));
        }
    }

    @Test
    void silenceTimesOutAfterThePatience() throws Exception {
        var device = open(Situation.SILENT);
        var patience = Deadline.in(SHORT);
        var late = Deadline.in(SHORT.multipliedBy(5));
        var fault = missed(device.capture(request(SHORT), Progress.none()));
        var timedOut = assertInstanceOf(Fault.TimedOut.class, fault);
        assertEquals(SHORT, timedOut.after());
        assertFalse(timedOut.waitingFor().isBlank());
        assertTrue(patience.passed(), "gave up too early");
        assertFalse(late.passed(), "waited more than five times the patience");
    }

    @Test
    void anInterruptCancelsAndTheDeviceStaysUsable() throws Exception {
        var device = open(Situation.SILENT);
        var waiting = Waiting.start(() -> device.capture(request(PATIENCE), Progress.none()));
        waiting.interrupt();
        assertInstanceOf(InterruptedException.class, waiting.failure(PROMPT));
        assertInstanceOf(
                Fault.TimedOut.class, missed(device.capture(request(SHORT), Progress.none())));
    }

    @Test
    void aPulledCableIsDisconnectedAndStaysSo() throws Exception {
        var device = open(Situation.LEAVING);
        var waiting = Waiting.start(() -> device.capture(request(PATIENCE), Progress.none()));
        unplug();
        assertInstanceOf(Fault.Disconnected.class, missed(waiting.result(PATIENCE)));
        assertFalse(device.present(), "still present");
        assertInstanceOf(
                Fault.Disconnected.class,
                missed(device.capture(request(PATIENCE), Progress.none())));
    }

    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        var device = open(Situation.WORKING);
        device.close();
        device.close();
    }

    @Test
    void closingWakesACapture() throws Exception {
        var device = open(Situation.SILENT);
        var waiting = Waiting.start(() -> device.capture(request(PATIENCE), Progress.none()));
        device.close();
        assertInstanceOf(Fault.Disconnected.class, missed(waiting.result(PROMPT)));
    }

    @Test
    void aClosedDeviceIsDisconnected() throws Exception {
        var device = open(Situation.WORKING);
        device.close();
        assertInstanceOf(
                Fault.Disconnected.class,
                missed(device.capture(request(PATIENCE), Progress.none())));
    }

    @Test
    void anOpenDeviceIsPresentAndAClosedOneIsNot() throws Exception {
        var device = open(Situation.WORKING);
        assertTrue(device.present());
        device.close();
        assertFalse(device.present());
    }

    @Test
    void aClosedDeviceCanBeOpenedAgain() throws Exception {
        open(Situation.WORKING).close();
        taken(open(Situation.WORKING).capture(request(PATIENCE), Progress.none()));
    }

    protected static Capture.Taken taken(Capture capture) {
        return assertInstanceOf(Capture.Taken.class, capture);
    }

    protected static Fault missed(Capture capture) {
        return assertInstanceOf(Capture.Missed.class, capture).fault();
    }
}
