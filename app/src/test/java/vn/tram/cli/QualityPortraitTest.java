package vn.tram.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
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

        var shown = ImageIO.read(work.resolve("good.png").toFile());
        draw("five.png", five(shown));
        draw("poster.png", poster(shown));
        draw("cartoon.png", cartoon());

        var rows = rows();

        assertThat(rows).hasSize(9);
        for (var file : new String[] {"five.png", "poster.png"}) {
            assertThat(rows.get(file)).containsEntry("verdict", "refused");
            assertThat(rows.get(file).get("failed")).as(file).contains("single-face-present");
        }
        assertThat(rows.get("cartoon.png")).containsEntry("verdict", "refused");
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

    /// Five times the person, cut out of the middle, side by side.
    private static BufferedImage five(BufferedImage one) {
        int third = one.getWidth() / 3;
        int width = third / 2;
        var all = new BufferedImage(5 * width, one.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        var pen = all.createGraphics();
        var middle = one.getSubimage(third, 0, third, one.getHeight());
        for (int i = 0; i < 5; i++) {
            pen.drawImage(middle, i * width, 0, width, all.getHeight(), null);
        }
        pen.dispose();
        return all;
    }

    /// A poster of the person in a corner of the wall behind, two fifths as large.
    private static BufferedImage poster(BufferedImage one) {
        var all = new BufferedImage(one.getWidth(), one.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = all.createGraphics();
        pen.drawImage(one, 0, 0, null);
        pen.drawImage(one, 20, 20, one.getWidth() * 2 / 5, one.getHeight() * 2 / 5, null);
        pen.dispose();
        return all;
    }

    private static BufferedImage cartoon() {
        var drawn = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 600, 800);
        pen.setColor(new Color(0xFFD0A0));
        pen.fillOval(150, 180, 300, 400);
        pen.setColor(Color.BLACK);
        pen.fillOval(220, 330, 40, 30);
        pen.fillOval(340, 330, 40, 30);
        pen.drawArc(230, 420, 140, 80, 180, 180);
        pen.drawOval(150, 180, 300, 400);
        pen.dispose();
        return drawn;
    }

    private void draw(String name, BufferedImage image) throws Exception {
        ImageIO.write(image, "png", work.resolve(name).toFile());
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
