package vn.tram.device.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tram.device.Capture;
import vn.tram.device.CodeReader;
import vn.tram.device.CodeReader.Reading;
import vn.tram.device.Deadline;
import vn.tram.device.DeviceProvider;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Position;

/// What the station relies on with every code reader. A vendor extends this class in its tests and
/// tells how a code is shown to the reader.
public abstract class CodeReaderContract {
    /// How long a code may take here.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration SHORT = Duration.ofMillis(300);

    /// An interrupted or closed reader answers within 200 ms; five times that.
    private static final Duration PROMPT = Duration.ofSeconds(1);

    /// A loss shows within two seconds.
    private static final Duration LOST = Duration.ofSeconds(2);

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ArrayList<CodeReader> opened = new ArrayList<>();

    protected abstract DeviceProvider provider();

    /// Where the reader is.
    protected abstract URI address() throws IOException;

    /// An address with a mistake in it.
    protected abstract URI mistaken();

    /// Holds a code of that content before the reader.
    protected abstract void show(String code) throws IOException;

    /// Pulls its cable.
    protected abstract void unplug() throws IOException;

    private CodeReader open() throws IOException, InterruptedException {
        var opening = provider().open(address());
        var device = assertInstanceOf(Opening.Opened.class, opening).device();
        var reader = assertInstanceOf(CodeReader.class, device);
        opened.add(reader);
        return reader;
    }

    @AfterEach
    final void closeAll() {
        opened.forEach(CodeReader::close);
    }

    private static String code(Reading reading) {
        return assertInstanceOf(Reading.Code.class, reading).text();
    }

    private static Fault fault(Reading reading) {
        return assertInstanceOf(Reading.Missed.class, reading).fault();
    }

    @Test
    void openingIdentifiesTheReader() throws Exception {
        var info = open().info();
        assertEquals(address(), info.address());
        assertEquals(Kind.CODE_READER, info.kind());
        assertFalse(info.make().isBlank(), "make");
        assertFalse(info.model().isBlank(), "model");
    }

    @Test
    void aMistakenAddressIsRefusedWithASentence() throws Exception {
        var opening = provider().open(mistaken());
        var fault = assertInstanceOf(Opening.NotOpened.class, opening).fault();
        var refused = assertInstanceOf(Fault.Refused.class, fault);
        assertEquals(0, refused.vendorCode());
        assertFalse(refused.meaning().isBlank());
    }

    @Test
    void codesComeWholeOneAfterTheOther() throws Exception {
        var reader = open();
        for (var content : new String[] {"001199000123||Nguyễn Thị Mẫu|15021999", "A", "12 34"}) {
            show(content);
            assertEquals(content, code(reader.next(PATIENCE)));
        }
    }

    @Test
    void aCodePrintsNothingOfItsContent() {
        assertFalse(new Reading.Code("001199000123").toString().contains("001199"));
    }

    @Test
    void silenceTimesOutAfterThePatience() throws Exception {
        var reader = open();
        var patience = Deadline.in(SHORT);
        var late = Deadline.in(SHORT.multipliedBy(5));
        var timedOut = assertInstanceOf(Fault.TimedOut.class, fault(reader.next(SHORT)));
        assertEquals(SHORT, timedOut.after());
        assertTrue(patience.passed(), "gave up too early");
        assertFalse(late.passed(), "waited more than five times the patience");
    }

    @Test
    void aCodeThatNobodyAskedForIsNotGivenLater() throws Exception {
        var reader = open();
        show("for somebody before");
        var later = Deadline.in(FRESH.multipliedBy(2));
        while (!later.passed()) {
            Thread.onSpinWait();
        }
        assertInstanceOf(Fault.TimedOut.class, fault(reader.next(SHORT)));
        show("for me");
        assertEquals("for me", code(reader.next(PATIENCE)));
    }

    @Test
    void anInterruptCancelsAndTheReaderStaysUsable() throws Exception {
        var reader = open();
        var waiting = Waiting.start(() -> reader.next(PATIENCE));
        waiting.interrupt();
        assertInstanceOf(InterruptedException.class, waiting.failure(PROMPT));
        show("after it");
        assertEquals("after it", code(reader.next(PATIENCE)));
    }

    @Test
    void aPulledCableIsDisconnectedWithinTwoSecondsAndStaysSo() throws Exception {
        var reader = open();
        var waiting = Waiting.start(() -> reader.next(PATIENCE));
        unplug();
        assertInstanceOf(Fault.Disconnected.class, fault(waiting.result(LOST)));
        assertFalse(reader.present(), "still present");
        assertInstanceOf(Fault.Disconnected.class, fault(reader.next(PATIENCE)));
    }

    @Test
    void closingWakesWhoWaitsAndIsDoneOnce() throws Exception {
        var reader = open();
        var waiting = Waiting.start(() -> reader.next(PATIENCE));
        reader.close();
        reader.close();
        assertInstanceOf(Fault.Disconnected.class, fault(waiting.result(PROMPT)));
        assertFalse(reader.present());
    }

    @Test
    void aClosedReaderCanBeOpenedAgain() throws Exception {
        open().close();
        var reader = open();
        assertTrue(reader.present());
        show("again");
        assertEquals("again", code(reader.next(PATIENCE)));
    }

    @Test
    void itTakesNoPictures() throws Exception {
        var request = Request.of(Position.FACE, SHORT, "conformance");
        var missed =
                assertInstanceOf(Capture.Missed.class, open().capture(request, Progress.none()));
        assertInstanceOf(Fault.Refused.class, missed.fault());
    }
}
