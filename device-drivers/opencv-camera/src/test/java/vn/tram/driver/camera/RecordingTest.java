package vn.tram.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Opening;
import vn.tram.device.Preview.Look;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Position;
import vn.tram.image.Rgb8;

/// A recorded MJPEG-AVI, and what the system's cameras are asked for, as far as a recording
/// answers.
class RecordingTest {
    private static final Request REQUEST =
            Request.of(Position.FACE, Duration.ofSeconds(20), "transaction");

    @TempDir private Path folder;
    private Path avi = Path.of(".");

    @BeforeEach
    void record() {
        avi = Testing.recording(folder.resolve("ten.avi"), 10);
    }

    private URI address(String query) {
        return URI.create("camera://" + avi + query);
    }

    private static Fault fault(String address) throws InterruptedException {
        var opening = new CameraProvider().open(URI.create(address));
        return ((Opening.NotOpened) opening).fault();
    }

    private Device open(String query) throws InterruptedException {
        return ((Opening.Opened) new CameraProvider().open(address(query))).device();
    }

    @Test
    void aRecordingIsPlayedOverAndOver() throws Exception {
        try (var device = (PreviewingDevice) open("");
                var preview = device.preview(REQUEST)) {
            assertThat(device.info().width()).isEqualTo(Testing.WIDTH);
            assertThat(device.info().height()).isEqualTo(Testing.HEIGHT);
            var levels = new HashSet<Integer>();
            for (int i = 0; i < 25; i++) {
                var pixels =
                        (Rgb8) ((Look.Seen) preview.next(Duration.ofSeconds(20))).frame().pixels();
                levels.add(Math.round((pixels.at(50, 50) & 0xFF) / 10f) * 10);
            }
            assertThat(levels).hasSize(10);
        }
    }

    @Test
    void aSizeThatTheCameraDoesNotHoldIsRefusedAndNamed() throws Exception {
        assertThat(fault(address("?width=640&height=240").toString()))
                .isInstanceOfSatisfying(
                        Fault.Refused.class,
                        refused ->
                                assertThat(refused.meaning())
                                        .contains("width=640 (it has 320)")
                                        .doesNotContain("height=240 ("));
        assertThat(fault(address("?exposure=20").toString()).toString()).contains("exposure=20");
        try (var device = open("?width=320&height=240&fps=20&format=mjpg")) {
            assertThat(device.capture(REQUEST, Progress.none())).isInstanceOf(Capture.Taken.class);
        }
    }

    @Test
    void aRecordingThatWasDeletedIsNotPresentAnyMore() throws Exception {
        try (var device = open("")) {
            assertThat(device.present()).isTrue();
            Files.delete(avi);
            assertThat(device.present()).isFalse();
        }
    }

    @Test
    void aFileThatIsNoRecordingIsGarbledAndADirectoryRefused() throws Exception {
        var text = Files.writeString(folder.resolve("text.avi"), "not a recording");
        assertThat(fault("camera://" + text)).isInstanceOf(Fault.Garbled.class);
        assertThat(fault("camera://" + folder)).isInstanceOf(Fault.Refused.class);
        assertThat(fault("camera:///dev/video99")).isInstanceOf(Fault.Disconnected.class);
    }

    @Test
    void addressesThatCannotBeUnderstoodAreRefused() throws Exception {
        for (var address :
                List.of(
                        "camera://host/path",
                        "camera://0/path",
                        "camera://me@127.0.0.1:80/",
                        "camera://0?colour=1",
                        "camera://0#x")) {
            assertThat(fault(address)).as(address).isInstanceOf(Fault.Refused.class);
        }
    }

    @Test
    void theSystemsListTellsCamerasWithTheirSerialNumbers() throws Exception {
        var list = folder.resolve("video4linux");
        entry(list, 2, "0", "Portrait Camera", Optional.of("A1B2"));
        entry(list, 0, "0", "Document Camera", Optional.empty());
        entry(list, 1, "1", "Document Camera", Optional.empty()); // its metadata
        assertThat(VideoDevices.in(list))
                .containsExactly(
                        new VideoDevices.Video(0, "Document Camera", ""),
                        new VideoDevices.Video(2, "Portrait Camera", "A1B2"));
        assertThat(VideoDevices.in(folder.resolve("none"))).isEmpty();
    }

    private void entry(Path list, int number, String index, String name, Optional<String> serial)
            throws Exception {
        var usb = Files.createDirectories(folder.resolve("usb" + number).resolve("interface"));
        if (serial.isPresent()) {
            Files.writeString(usb.resolveSibling("serial"), serial.get() + "\n");
        }
        var entry = Files.createDirectories(list.resolve("video" + number));
        Files.writeString(entry.resolve("index"), index + "\n");
        Files.writeString(entry.resolve("name"), name + "\n");
        Files.createSymbolicLink(entry.resolve("device"), usb);
    }
}
