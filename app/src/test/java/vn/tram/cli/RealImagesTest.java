package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Capture;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Digest;
import vn.tram.image.Frame;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

/// The straight path with pictures from directories instead of devices, to a batch that verifies.
class RealImagesTest {
    /// Public pictures beside the repository; no part of it.
    private static final Path REAL = Path.of("../../shared/data").toAbsolutePath().normalize();

    private static final Path FACES = REAL.resolve("faces");

    @TempDir Path folder;

    private static String played(Path directory, String as) {
        return directory.toUri().toString().replace("file:///", "folder:///") + "?as=" + as;
    }

    private Run enroll(String scanner, String camera) throws Exception {
        var devices = scanner + "," + camera;
        var state = folder.resolve("state");
        return Run.tram(folder, "enroll", "--count", 1, "--devices", devices, "--state", state);
    }

    /// Sealed, exported, and found genuine.
    private void assertDelivered() throws Exception {
        var state = folder.resolve("state");
        var out = folder.resolve("out");
        var export = Run.tram(folder, "export", "--state", state, "--to", out).succeeded();
        var batch = out.resolve(export.out().getFirst().split(" ")[0]);
        var verified = Run.tram(folder, "batch", "verify", batch, "--state", state).succeeded();
        assertThat(verified.out().getFirst()).startsWith("genuine: ").contains("1 dossier");
    }

    /// The position of each stored line, the first attempts only.
    private static List<String> positions(Run run) {
        return run.out().stream()
                .map(line -> line.split(" "))
                .filter(words -> words[3].equals("1"))
                .map(words -> words[2])
                .toList();
    }

    @Test
    void inkedSlapsAndPortraitsBecomeABatchThatVerifies() throws Exception {
        var slaps = REAL.resolve("slaps");
        assumeThat(slaps).isDirectory();
        var run = enroll(played(slaps, "slap"), played(FACES, "camera")).succeeded();
        assertThat(run.err()).isEmpty();
        assertThat(positions(run)).containsExactly("right-four", "left-four", "two-thumbs", "face");
        var card = slaps.resolve("type-14-tpcard-nqm_r16_t14_fgp13.png");
        var pixels = ((Decoding.Decoded) Images.read(card)).pixels();
        assertThat(run.out().getFirst()).endsWith(" " + Digest.of(pixels.toBytes()).hex());
        assertDelivered();
    }

    @Test
    void singlePrintsInSubdirectoriesAndPortraitsBecomeABatchThatVerifies() throws Exception {
        var prints = REAL.resolve("fingerprints");
        assumeThat(prints).isDirectory();
        var run = enroll(played(prints, "single"), played(FACES, "camera")).succeeded();
        assertThat(positions(run)).hasSize(11).doesNotHaveDuplicates().contains("face");
        assertDelivered();
    }

    /// Every kind of file, with and without a resolution, at another one, one of them broken; named
    /// by finger as other collections name them.
    @Test
    void filesOfEveryKindArePlayedForTheFingersTheyName() throws Exception {
        var prints = Files.createDirectories(folder.resolve("vân tay/người 1"));
        var names =
                List.of(
                        "1__M_Right_thumb_finger.BMP",
                        "RightIndex.png",
                        "right_middle.tif",
                        "R_ring.jpg",
                        "right-little.pgm",
                        "scan_plain_06.png",
                        "fgp7.jp2",
                        "left middle.png",
                        "l_ring.png",
                        "left_little.png");
        for (int i = 0; i < names.size(); i++) {
            save(print(Position.fingers().get(i)), prints.resolve(names.get(i)));
        }
        Files.writeString(prints.resolve("RightIndex (0).png"), "no picture at all");
        Files.writeString(prints.resolve("notes.txt"), "who, when");
        var run = enroll(played(prints, "single"), "sim://camera?seed=7").succeeded();
        assertThat(run.err()).isEmpty();
        assertThat(positions(run)).hasSize(11).doesNotHaveDuplicates();
        assertDelivered();
    }

    /// A simulated print of that finger at 500 ppi.
    private static Frame print(Position finger) throws InterruptedException {
        var address = URI.create("sim://single?seed=7&person=3&skin=normal");
        var drivers = Drivers.load(RealImagesTest.class.getClassLoader());
        if (!(drivers.open(address) instanceof Opening.Opened(var device))) {
            throw new AssertionError(address);
        }
        try (device) {
            var request = Request.of(finger, Duration.ofSeconds(30), "files");
            if (device.capture(request, Progress.none()) instanceof Capture.Taken(var samples)) {
                return samples.getFirst().frame();
            }
            throw new AssertionError(address);
        }
    }

    private static void save(Frame print, Path file) throws IOException {
        var name = file.getFileName().toString();
        var pixels = print.pixels().toGray();
        var gray = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), pixels.toBytes());
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "jp2" -> Files.write(file, Images.jpeg2000(pixels));
            case "jpg" -> Files.write(file, Images.jpeg(pixels, new Resolution.Unknown(), 95));
            case "pgm" -> Files.write(file, pgm(pixels.width(), pixels.height(), pixels.toBytes()));
            case "png" -> {
                if (name.startsWith("left middle")) {
                    Files.write(file, twiceAsFine(gray));
                } else {
                    assertThat(ImageIO.write(gray, "png", file.toFile())).isTrue();
                }
            }
            case String kind -> assertThat(ImageIO.write(gray, kind, file.toFile())).isTrue();
        }
    }

    private static byte[] pgm(int width, int height, byte[] levels) {
        var header = "P5 %d %d 255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII);
        var file = Arrays.copyOf(header, header.length + levels.length);
        System.arraycopy(levels, 0, file, header.length, levels.length);
        return file;
    }

    /// The same print at 1000 ppi, which the file states.
    private static byte[] twiceAsFine(BufferedImage print) {
        int width = 2 * print.getWidth();
        int height = 2 * print.getHeight();
        var fine = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = fine.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(print, 0, 0, width, height, null);
        pen.dispose();
        var levels = (byte[]) fine.getRaster().getDataElements(0, 0, width, height, null);
        return Images.png(Gray8.wrap(width, height, levels), Resolution.Ppi.of(1000));
    }

    @Test
    void picturesThatShowNoFingersAndAddressesThatCannotServeAreOneSentence() throws Exception {
        var walls = Files.createDirectories(folder.resolve("walls"));
        var wall = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(wall, "png", walls.resolve("wall.png").toFile());
        var nothing = enroll(played(walls, "slap"), "sim://camera?seed=7");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.err()).singleElement().asString().contains("10").doesNotContain("[");
        var unsaid = enroll(walls.toUri().toString().replace("file", "folder"), "sim://camera");
        assertThat(unsaid.exit()).isEqualTo(1);
        assertThat(unsaid.err()).singleElement().asString().contains("as=slap");
    }
}
