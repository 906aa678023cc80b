package vn.tram.driver.folder;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.DeviceProvider;
import vn.tram.device.Fault;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.device.conformance.PreviewContract;
import vn.tram.device.conformance.Situation;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;

class FolderDeviceTest extends PreviewContract {
    @TempDir private Path place;

    private Path pictures;
    private Path empty;

    @BeforeEach
    void makeFolders() throws IOException {
        pictures = Files.createDirectory(place.resolve("ảnh vân tay"));
        empty = Files.createDirectory(place.resolve("empty"));
        picture(pictures, "b.pgm", 20);
        picture(pictures, "a.pgm", 10);
        picture(pictures, "c.pgm", 30);
        Files.writeString(pictures.resolve("notes.txt"), "not a picture");
    }

    /// A gray picture of one level.
    private static void picture(Path folder, String name, int level) throws IOException {
        var header = "P5 40 30 255\n".getBytes(US_ASCII);
        var file = Arrays.copyOf(header, header.length + 40 * 30);
        Arrays.fill(file, header.length, file.length, (byte) level);
        Files.write(folder.resolve(name), file);
    }

    private static URI played(Path folder, String query) {
        return URI.create("folder://" + folder.toUri().getRawPath() + "?" + query);
    }

    @Override
    protected DeviceProvider provider() {
        return new FolderProvider();
    }

    @Override
    protected URI address(Situation situation) {
        return switch (situation) {
            case WORKING -> played(pictures, "as=slap");
            case SILENT, LEAVING -> played(empty, "as=slap");
            case MISTAKEN -> played(pictures, "as=slap&colour=1");
        };
    }

    @Override
    protected void unplug() throws IOException {
        Files.delete(empty);
    }

    @Override
    protected Position shown() {
        return Position.RIGHT_FOUR;
    }

    @Override
    protected Position notShown() {
        return Position.FACE;
    }

    private Device opened(URI address) throws InterruptedException {
        return switch (provider().open(address)) {
            case Opening.Opened(var device) -> device;
            case Opening.NotOpened(var fault) -> throw new AssertionError(fault.toString());
        };
    }

    private static Capture capture(Device device, Position position) throws InterruptedException {
        return device.capture(Request.of(position, Duration.ofSeconds(10), "x"), Progress.none());
    }

    private static Frame frame(Device device, Position position) throws InterruptedException {
        return taken(capture(device, position)).samples().getFirst().frame();
    }

    private static int level(Device device, Position position) throws InterruptedException {
        return frame(device, position).pixels().toGray().at(0, 0);
    }

    @Test
    void filesArePlayedInNameOrderAndBeginAgain() throws Exception {
        try (var device = opened(played(pictures, "as=single"))) {
            var levels = Stream.of(1, 2, 3, 4).map(_ -> levelUnchecked(device)).toList();
            assertThat(levels).containsExactly(10, 20, 30, 10);
        }
    }

    private static int levelUnchecked(Device device) {
        try {
            return level(device, Position.LEFT_INDEX);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileNamedForThePositionIsPlayedForItAlone() throws Exception {
        picture(pictures, "card_fgp14.pgm", 140);
        picture(pictures, "right-four.pgm", 130);
        try (var device = opened(played(pictures, "as=slap"))) {
            assertThat(level(device, Position.LEFT_FOUR)).isEqualTo(140);
            assertThat(level(device, Position.LEFT_FOUR)).isEqualTo(140);
            assertThat(level(device, Position.RIGHT_FOUR)).isEqualTo(130);
            assertThat(level(device, Position.TWO_THUMBS)).isEqualTo(10);
        }
    }

    @Test
    void filesInDirectoriesOfTheDirectoryArePlayedToo() throws Exception {
        var left = Files.createDirectories(empty.resolve("An/left_four"));
        var right = Files.createDirectories(empty.resolve("An/right_four"));
        Files.createDirectory(empty.resolve(".hidden"));
        picture(left, "1.pgm", 140);
        picture(right, "1.pgm", 130);
        picture(right, "2.pgm", 131);
        picture(empty.resolve(".hidden"), "0.pgm", 7);
        try (var device = opened(played(empty, "as=slap"))) {
            assertThat(level(device, Position.RIGHT_FOUR)).isEqualTo(130);
            assertThat(level(device, Position.LEFT_FOUR)).isEqualTo(140);
            assertThat(level(device, Position.RIGHT_FOUR)).isEqualTo(131);
            assertThat(level(device, Position.RIGHT_FOUR)).isEqualTo(130);
        }
    }

    @Test
    void thePreviewShowsAnEmptyGlassAndThenTheFileThatIsCapturedNext() throws Exception {
        try (var device = (PreviewingDevice) opened(played(pictures, "as=slap"));
                var preview =
                        device.preview(
                                Request.of(Position.RIGHT_FOUR, Duration.ofSeconds(10), "x"))) {
            assertThat(seen(preview).pixels().toGray().histogram()[255]).isEqualTo(40 * 30);
            assertThat(until(preview, "a.pgm").pixels().toGray().at(0, 0)).isEqualTo(10);
            assertThat(frame(device, Position.RIGHT_FOUR).origin()).isEqualTo("a.pgm");
            assertThat(until(preview, "b.pgm").pixels().toGray().at(0, 0)).isEqualTo(20);
        }
    }

    private static Frame until(Preview preview, String origin) throws InterruptedException {
        for (int look = 0; look < 20; look++) {
            var frame = seen(preview);
            if (frame.origin().equals(origin)) {
                return frame;
            }
        }
        throw new AssertionError("never showed " + origin);
    }

    @Test
    void aBrokenFileIsNamedAndTheNextCaptureGoesOn() throws Exception {
        Files.writeString(pictures.resolve("a.pgm"), "P5 40 30 255\ncut short");
        try (var device = opened(played(pictures, "as=slap"))) {
            assertThat(capture(device, Position.RIGHT_FOUR))
                    .isEqualTo(new Capture.Missed(new Fault.Garbled("a picture file", "a.pgm")));
            assertThat(level(device, Position.RIGHT_FOUR)).isEqualTo(20);
        }
    }

    @Test
    void aBrokenFileIsNamedOnceInThePreview() throws Exception {
        Files.writeString(pictures.resolve("a.pgm"), "nothing of a picture");
        try (var device = (PreviewingDevice) opened(played(pictures, "as=slap"));
                var preview =
                        device.preview(
                                Request.of(Position.RIGHT_FOUR, Duration.ofSeconds(10), "x"))) {
            assertThat(preview.next(Duration.ofSeconds(10)))
                    .isEqualTo(new Preview.Look.Lost(new Fault.Garbled("a picture file", "a.pgm")));
        }
    }

    @Test
    void anEmptyDirectoryWaitsForItsFirstFile() throws Exception {
        try (var device = opened(played(empty, "as=slap"))) {
            picture(place, "late.pgm", 77);
            Files.move(place.resolve("late.pgm"), empty.resolve("late.pgm"));
            assertThat(level(device, Position.RIGHT_FOUR)).isEqualTo(77);
        }
    }

    @Test
    void anEmptyDirectorySaysWhatItWaitsFor() throws Exception {
        try (var device = opened(played(empty, "as=slap"))) {
            var patience = Duration.ofMillis(250);
            var request = Request.of(Position.RIGHT_FOUR, patience, "x");
            assertThat(device.capture(request, Progress.none()))
                    .isEqualTo(
                            new Capture.Missed(
                                    new Fault.TimedOut(patience, "a picture file in " + empty)));
        }
    }

    @Test
    void printsAreGrayAtTheResolutionAskedForWhereTheFileStatesNone() throws Exception {
        try (var device = opened(played(pictures, "as=single&ppi=1000"))) {
            var frame = frame(device, Position.RIGHT_THUMB);
            assertThat(frame.pixels()).isInstanceOf(Gray8.class);
            assertThat(frame.resolution()).isEqualTo(Resolution.Ppi.of(1000));
        }
        try (var device = opened(played(pictures, "as=single"))) {
            assertThat(frame(device, Position.RIGHT_THUMB).resolution())
                    .isEqualTo(Resolution.Ppi.of(500));
        }
    }

    @Test
    void aCamerasFramesAreColourWithoutResolution() throws Exception {
        try (var device = opened(played(pictures, "as=camera"))) {
            var frame = frame(device, Position.FACE);
            assertThat(frame.pixels()).isInstanceOf(Rgb8.class);
            assertThat(frame.pixels().toGray().at(0, 0)).isEqualTo(10);
            assertThat(frame.resolution()).isEqualTo(new Resolution.Unknown());
        }
    }

    @Test
    void theOldestFileComesFirstWhenOrderedByTime() throws Exception {
        Files.setLastModifiedTime(pictures.resolve("c.pgm"), FileTime.fromMillis(1000));
        try (var device = opened(played(pictures, "as=single&order=time"))) {
            assertThat(level(device, Position.RIGHT_THUMB)).isEqualTo(30);
        }
    }

    @Test
    void anAddressThatCannotServeIsRefusedWithItsMistake() throws Exception {
        assertThat(refusal(played(pictures, "order=name"))).contains("as=slap");
        assertThat(refusal(played(pictures, "as=palm"))).contains("'palm'");
        assertThat(refusal(played(pictures, "as=slap&ppi=0"))).contains("'ppi'");
        assertThat(refusal(played(place.resolve("none"), "as=slap"))).contains("no such directory");
        assertThat(refusal(played(pictures.resolve("a.pgm"), "as=slap"))).contains("is a file");
        assertThat(refusal(URI.create("folder://relative/path?as=slap"))).contains("three slashes");
    }

    private String refusal(URI address) throws InterruptedException {
        return switch (provider().open(address)) {
            case Opening.NotOpened(Fault.Refused(int code, String meaning)) when code == 0 ->
                    meaning;
            case Opening.NotOpened(var fault) -> throw new AssertionError(fault.toString());
            case Opening.Opened(var device) -> {
                device.close();
                throw new AssertionError("opened");
            }
        };
    }
}
