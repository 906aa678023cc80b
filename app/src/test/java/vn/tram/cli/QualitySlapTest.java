package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Request;
import vn.tram.driver.simulated.Truth;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;

/// `tram quality slap`: a row a finger, a row for every picture without any.
class QualitySlapTest {
    @TempDir Path work;

    @Test
    void theHandIsDecidedAndAShortSlapIsNotWhole() throws Exception {
        var images = Files.createDirectory(work.resolve("slaps"));
        var address = URI.create("sim://slap?seed=5&person=1&skin=normal&hand=careful");
        var request = Request.of(Position.LEFT_FOUR, Duration.ofSeconds(30), "slap");
        var truth = Truth.of(address, request, 0);
        png(images, "whole", truth.picture());
        var little = truth.fingers().getLast().box();
        png(images, "short", without(truth.picture(), 0, (int) (little.centreX() + 190)));
        var rows = rows(images);
        var whole = rows.stream().filter(r -> r.get("file").endsWith("whole.png")).toList();
        assertThat(whole)
                .extracting(r -> r.get("position"))
                .containsExactly("left-index", "left-middle", "left-ring", "left-little");
        for (int i = 0; i < 4; i++) {
            var row = whole.get(i);
            var box = truth.fingers().get(i).box();
            assertThat(row).containsEntry("hand", "left").containsEntry("slap", "whole");
            double x = Double.parseDouble(row.get("centre_x"));
            double y = Double.parseDouble(row.get("centre_y"));
            assertThat(Math.hypot(x - box.centreX(), y - box.centreY())).isLessThan(64);
        }
        var cut = rows.stream().filter(r -> r.get("file").endsWith("short.png")).toList();
        assertThat(cut).hasSize(3).allMatch(r -> r.get("slap").equals("short"));
    }

    @Test
    void badInputHasARowAndNoFinger() throws Exception {
        var images = Files.createDirectory(work.resolve("images"));
        png(images, "black", flat(1600, 1500, 0));
        png(images, "glass", flat(1600, 1500, 240));
        png(images, "one-pixel", flat(1, 1, 128));
        png(images, "palm", waves(1500, 1500));
        Files.write(images.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
        ImageIO.write(
                new BufferedImage(800, 750, BufferedImage.TYPE_USHORT_GRAY),
                "png",
                images.resolve("sixteen-bits.png").toFile());
        ImageIO.write(
                new BufferedImage(800, 750, BufferedImage.TYPE_INT_RGB),
                "png",
                images.resolve("colour.png").toFile());
        var coarse = Images.png(waves(1600, 1500), Resolution.Ppi.of(10));
        Files.write(images.resolve("of-10-ppi.png"), coarse);
        ImageIO.write(
                new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY),
                "png",
                images.resolve("ten-thousand.png").toFile());
        assertThat(rows(images))
                .hasSize(9)
                .allMatch(r -> r.get("slap").equals("none"))
                .allMatch(r -> List.of("nothing-found", "refused").contains(r.get("state")));
    }

    @Test
    void anUnknownFingerIsWrongUsage() throws Exception {
        var run = Run.tram(work, "quality", "slap", work, "--missing", "left-toe");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().getFirst()).contains("left-toe").contains("left-thumb");
    }

    private List<Map<String, String>> rows(Path folder) throws Exception {
        var run = Run.tram(work, "quality", "slap", folder, "--csv");
        assertThat(run.exit()).as("%s", run).isZero();
        var columns = run.out().getFirst().split(",");
        var rows = new ArrayList<Map<String, String>>();
        for (var line : run.out().subList(1, run.out().size())) {
            var cells = line.split(",", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static void png(Path folder, String name, Gray8 picture) throws IOException {
        var ppi = Resolution.Ppi.of(500);
        Files.write(folder.resolve(name + ".png"), Images.png(picture, ppi));
    }

    private static Gray8 flat(int width, int height, int level) {
        var samples = new byte[width * height];
        Arrays.fill(samples, (byte) level);
        return Gray8.wrap(width, height, samples);
    }

    private static Gray8 waves(int width, int height) {
        var samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (128 + 80 * Math.sin(i % width * 0.7));
        }
        return Gray8.wrap(width, height, samples);
    }

    /// The picture with its columns between `from` and `to` wiped.
    private static Gray8 without(Gray8 picture, int from, int to) {
        var samples = picture.toBytes();
        for (int y = 0; y < picture.height(); y++) {
            int row = y * picture.width();
            Arrays.fill(samples, row + from, row + to, (byte) 245);
        }
        return Gray8.wrap(picture.width(), picture.height(), samples);
    }
}
