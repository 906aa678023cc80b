package vn.tram.driver.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tram.device.Capture;
import vn.tram.device.Fault;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;

class SimulatedDeviceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Darker than any empty platen.
    private static final int SKIN = 200;

    private static PreviewingDevice open(String address) {
        return switch (new SimulatedProvider().open(URI.create(address))) {
            case Opening.Opened(PreviewingDevice device) -> device;
            case Opening opening -> throw new AssertionError(opening.toString());
        };
    }

    private static Request request(Position position) {
        return Request.of(position, PATIENCE, "transaction");
    }

    private static Capture capture(PreviewingDevice device, Position position)
            throws InterruptedException {
        return device.capture(request(position), Progress.none());
    }

    private static Pixels taken(PreviewingDevice device, Request request)
            throws InterruptedException {
        return switch (device.capture(request, Progress.none())) {
            case Capture.Taken(var samples) -> samples.getFirst().frame().pixels();
            case Capture.Missed(var fault) -> throw new AssertionError(fault.toString());
        };
    }

    /// Share of the columns from `from` to `to` (shares of the width) that show skin.
    private static double skin(Pixels pixels, double from, double to) {
        var gray = pixels.toGray();
        int dark = 0;
        int all = 0;
        for (int y = 0; y < gray.height(); y++) {
            for (int x = (int) (from * gray.width()); x < to * gray.width(); x++) {
                all++;
                dark += gray.at(x, y) < SKIN ? 1 : 0;
            }
        }
        return (double) dark / all;
    }

    @Test
    void anAttemptIsTheSameOnEachRunAndTheNextOneIsAnother() throws Exception {
        try (var first = open("sim://slap?seed=7&hand=careful");
                var second = open("sim://slap?seed=7&hand=careful")) {
            var attempt = taken(first, request(Position.RIGHT_FOUR));
            assertThat(taken(second, request(Position.RIGHT_FOUR))).isEqualTo(attempt);
            assertThat(taken(first, request(Position.RIGHT_FOUR))).isNotEqualTo(attempt);
        }
    }

    @Test
    void theSlapScannerAlsoShowsSingleFingers() throws Exception {
        try (var device = open("sim://slap?seed=7&skin=normal&hand=careful")) {
            var pixels = taken(device, request(Position.LEFT_INDEX));
            assertThat(skin(pixels, 0.35, 0.65)).isGreaterThan(0.02);
            assertThat(skin(pixels, 0, 0.3)).isZero();
        }
    }

    @Test
    void aMissingFingerIsNotThere() throws Exception {
        try (var device = open("sim://slap?seed=7&hand=careful&person=1&skin=normal")) {
            var whole = taken(device, request(Position.RIGHT_FOUR));
            var lacking =
                    taken(
                            device,
                            new Request(
                                    Position.RIGHT_FOUR,
                                    Set.of(Position.RIGHT_LITTLE),
                                    PATIENCE,
                                    "transaction"));
            assertThat(skin(whole, 0.77, 1)).isGreaterThan(0.05);
            assertThat(skin(lacking, 0.77, 1)).isLessThan(0.01);
            assertThat(skin(lacking, 0, 0.7)).isGreaterThan(0.05);
        }
    }

    @Test
    void aSlapWithoutAnyFingerIsRefused() throws Exception {
        try (var device = open("sim://slap")) {
            var thumbs = Set.of(Position.LEFT_THUMB, Position.RIGHT_THUMB);
            var request = new Request(Position.TWO_THUMBS, thumbs, PATIENCE, "transaction");
            assertThat(device.capture(request, Progress.none()))
                    .isEqualTo(
                            new Capture.Missed(
                                    new Fault.Refused(0, "every finger of TWO_THUMBS is missing")));
        }
    }

    @Test
    void garbageIsGarbledAndTheNextCaptureWorks() throws Exception {
        try (var device = open("sim://single?fault=garbage")) {
            assertThat(capture(device, Position.LEFT_INDEX))
                    .isInstanceOfSatisfying(
                            Capture.Missed.class,
                            missed -> assertThat(missed.fault()).isInstanceOf(Fault.Garbled.class));
            assertThat(capture(device, Position.LEFT_INDEX)).isInstanceOf(Capture.Taken.class);
        }
    }

    @Test
    void aSlowCaptureSucceedsWithinThePatience() throws Exception {
        try (var device = open("sim://camera?fault=slow")) {
            long start = System.nanoTime();
            var request = Request.of(Position.FACE, Duration.ofSeconds(4), "transaction");
            assertThat(taken(device, request)).isInstanceOf(Rgb8.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void theUnplugComesAtItsCapture() throws Exception {
        try (var device = open("sim://camera?fault=unplug&at=2")) {
            assertThat(capture(device, Position.FACE)).isInstanceOf(Capture.Taken.class);
            assertThat(capture(device, Position.FACE))
                    .isEqualTo(
                            new Capture.Missed(
                                    new Fault.Disconnected("sim://camera?fault=unplug&at=2")));
            try (var preview = device.preview(request(Position.FACE))) {
                assertThat(preview.next(PATIENCE)).isInstanceOf(Preview.Look.Lost.class);
            }
        }
    }

    @Test
    void inThePreviewTheHandComesDownIsCapturedAndLeaves() throws Exception {
        try (var device = open("sim://single?seed=7&hand=careful&skin=normal");
                var preview = device.preview(request(Position.RIGHT_INDEX))) {
            assertThat(skin(next(preview), 0, 1)).isZero();
            double full = untilSkin(preview, 0.15, 1);
            taken(device, request(Position.RIGHT_INDEX));
            assertThat(untilSkin(preview, 0, 0)).isLessThan(full);
        }
    }

    private static Gray8 next(Preview preview) throws InterruptedException {
        return switch (preview.next(PATIENCE)) {
            case Preview.Look.Seen(var frame) -> frame.pixels().toGray();
            case Preview.Look.Lost(var fault) -> throw new AssertionError(fault.toString());
        };
    }

    /// Looks until the share of skin lies between `least` and `most`.
    private static double untilSkin(Preview preview, double least, double most)
            throws InterruptedException {
        for (int look = 0; look < 200; look++) {
            double share = skin(next(preview), 0, 1);
            if (share >= least && share <= most) {
                return share;
            }
        }
        throw new AssertionError("never between " + least + " and " + most);
    }

    @Test
    void theCameraShowsALightWallAndADocumentShowsTheMissingFinger() throws Exception {
        try (var device = open("sim://camera?seed=7&person=1")) {
            var face = taken(device, request(Position.FACE)).toGray();
            assertThat(face.width()).isEqualTo(1920);
            assertThat(face.at(60, 60)).isBetween(200, 230);
            var hands = taken(device, request(Position.DOCUMENT));
            var missing =
                    new Request(
                            Position.DOCUMENT, Set.of(Position.LEFT_RING), PATIENCE, "transaction");
            assertThat(taken(device, missing)).isNotEqualTo(hands);
        }
    }
}
