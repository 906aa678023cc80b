package vn.tram.enroll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.tram.device.Capture;
import vn.tram.device.CodeReader;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Position;
import vn.tram.task.UiThread;

/// Tries an open device: its live picture, one capture, or one code. Nothing of what it shows is
/// kept.
public final class SelfTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int FRAMES = 5;

    private SelfTest() {}

    /// One thing that was tried.
    public sealed interface Finding {
        /// @param dropped live pictures that did not come since the device was opened
        record Previewed(int frames, long dropped) implements Finding {}

        record Captured(int width, int height) implements Finding {}

        /// @param characters how long the code was
        record Read(int characters) implements Finding {}

        record NoPreview(Fault fault) implements Finding {}

        record NoCapture(Fault fault) implements Finding {}

        record NoCode(Fault fault) implements Finding {}

        default boolean good() {
            return switch (this) {
                case Previewed _, Captured _, Read _ -> true;
                case NoPreview _, NoCapture _, NoCode _ -> false;
            };
        }
    }

    /// Tries all that the device can. Blocks up to some fifteen seconds for each; a hand, a face or
    /// a code must be before it.
    public static List<Finding> of(Device device) throws InterruptedException {
        UiThread.refuse("testing a device");
        if (device instanceof CodeReader reader) {
            return List.of(read(reader));
        }
        var request = Request.of(usual(device.info().kind()), PATIENCE, "check");
        var findings = new ArrayList<Finding>();
        if (device instanceof PreviewingDevice previewing) {
            findings.add(preview(previewing, request));
        }
        findings.add(capture(device, request));
        return List.copyOf(findings);
    }

    /// What a device is tried with when nobody says what.
    public static Position usual(Kind kind) {
        return switch (kind) {
            case SLAP_SCANNER -> Position.RIGHT_FOUR;
            case SINGLE_FINGER_SCANNER -> Position.RIGHT_INDEX;
            case CAMERA, CODE_READER -> Position.FACE;
        };
    }

    private static Finding read(CodeReader reader) throws InterruptedException {
        return switch (reader.next(PATIENCE)) {
            case CodeReader.Reading.Code(var text) -> new Finding.Read(text.length());
            case CodeReader.Reading.Missed(var fault) -> new Finding.NoCode(fault);
        };
    }

    private static Finding preview(PreviewingDevice device, Request request)
            throws InterruptedException {
        try (var preview = device.preview(request)) {
            for (int i = 0; i < FRAMES; i++) {
                if (preview.next(PATIENCE) instanceof Preview.Look.Lost(var fault)) {
                    return new Finding.NoPreview(fault);
                }
            }
        }
        return new Finding.Previewed(FRAMES, device.droppedFrames());
    }

    private static Finding capture(Device device, Request request) throws InterruptedException {
        return switch (device.capture(request, Progress.none())) {
            case Capture.Taken(var samples) -> {
                var pixels = samples.getFirst().frame().pixels();
                yield new Finding.Captured(pixels.width(), pixels.height());
            }
            case Capture.Missed(var fault) -> new Finding.NoCapture(fault);
        };
    }
}
