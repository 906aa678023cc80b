package vn.tram.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Capture;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;

/// `tram quality portrait` on what people hand it: a row for every picture, a verdict in each.
class QualityPortraitTest {
    @TempDir Path work;

    @Test
    void everyPictureHasARowAndAVerdict() throws Exception {
        var still = still();
        write("good.png", Images.png(still, new Resolution.Unknown()));
        write("gray.png", Images.png(still.toGray(), new Resolution.Unknown()));
        var jpeg = Images.jpeg(still, new Resolution.Unknown(), 90);
        write("cut-short.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
        write("no-picture.jpg", "text".getBytes(UTF_8));
        ImageIO.write(
                new BufferedImage(8000, 6000, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                work.resolve("huge.png").toFile());
        ImageIO.write(
                new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB),
                "png",
                work.resolve("small.png").toFile());

        var rows = rows();

        assertThat(rows).hasSize(6);
        assertThat(rows.get("good.png"))
                .containsEntry("verdict", "needs-operator")
                .containsEntry("faces", "1")
                .containsEntry("failed", "");
        assertThat(rows.get("gray.png"))
                .containsEntry("verdict", "refused")
                .containsEntry("failed", "natural-colour");
        for (var file : new String[] {"huge.png", "small.png"}) {
            assertThat(rows.get(file))
                    .containsEntry("verdict", "refused")
                    .containsEntry("faces", "0")
                    .containsEntry("failed", "single-face-present");
        }
        for (var file : new String[] {"cut-short.jpg", "no-picture.jpg"}) {
            assertThat(rows.get(file)).containsEntry("verdict", "refused");
        }
    }

    private void write(String name, byte[] content) throws Exception {
        Files.write(work.resolve(name), content);
    }

    private static Pixels still() throws InterruptedException {
        var drivers = Drivers.load(QualityPortraitTest.class.getClassLoader());
        var address = URI.create("sim://camera?seed=4&person=1&portrait=hopper");
        try (var device = ((Opening.Opened) drivers.open(address)).device()) {
            var request = Request.of(Position.FACE, Duration.ofSeconds(60), "test");
            var taken = (Capture.Taken) device.capture(request, Progress.none());
            return taken.samples().getFirst().frame().pixels();
        }
    }

    private Map<String, Map<String, String>> rows() throws Exception {
        var lines = Run.tram(work, "quality", "portrait", work, "--csv").succeeded().out();
        var columns = lines.getFirst().split(",", -1);
        var rows = new HashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.put(Path.of(row.get("file")).getFileName().toString(), row);
        }
        return rows;
    }
}
