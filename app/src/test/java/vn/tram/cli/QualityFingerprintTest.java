package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.image.Gray8;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;

/// `tram quality fingerprint` on what people hand it: a row for every picture, and no score for
/// what is no print.
class QualityFingerprintTest {
    private static final Path PRINTS = Path.of("../../shared/data/fingerprints/fvc2002_db1_b");
    private static final Path FACES = Path.of("../../shared/data/faces");

    @TempDir Path work;

    @Test
    void badInputHasARowAndNoScore() throws Exception {
        var images = Files.createDirectory(work.resolve("images"));
        png(images, "black", flat(400, 500, 0), 500);
        png(images, "glass", flat(400, 500, 235), 500);
        png(images, "huge-print-of-10-ppi", waves(300, 300), 10);
        png(images, "one-pixel", flat(1, 1, 128), 500);
        png(images, "palm", waves(1500, 1500), 500);
        Files.write(images.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
        ImageIO.write(
                new BufferedImage(300, 300, BufferedImage.TYPE_USHORT_GRAY),
                "png",
                images.resolve("sixteen-bits.png").toFile());
        ImageIO.write(
                new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB),
                "png",
                images.resolve("colour.png").toFile());
        ImageIO.write(
                new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY),
                "png",
                images.resolve("ten-thousand.png").toFile());
        var rows = rows(images);
        assertThat(rows).hasSize(9);
        assertThat(scored(rows)).isEmpty();
        assertThat(rows.values()).extracting(row -> row.get("state")).doesNotContain("", "good");
        assertThat(rows.get("ten-thousand.png").get("state")).isEqualTo("refused");
    }

    @Test
    void noFaceHasAScore() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(FACES), "the portraits are not here");
        var rows = rows(FACES);
        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(scored(rows)).isEmpty();
    }

    /// The files that got a score.
    private static List<String> scored(Map<String, Map<String, String>> rows) {
        return rows.entrySet().stream()
                .filter(e ->
                        !e.getValue().get("score").isEmpty() || !e.getValue().get("live").isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void aPrintHasBothScoresAndEveryMetric() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(PRINTS), "the public sets are not here");
        var images = Files.createDirectory(work.resolve("prints"));
        Files.copy(PRINTS.resolve("101_1.png"), images.resolve("101_1.png"));
        var row = rows(images).get("101_1.png");
        assertThat(Integer.parseInt(row.get("score"))).isBetween(20, 100);
        assertThat(Integer.parseInt(row.get("live"))).isBetween(20, 100);
        assertThat(row).containsKeys("steady-area", "direction-disagreement", "self-turned");
        assertThat(Double.parseDouble(row.get("self-turned"))).isGreaterThan(40);
        assertThat(Double.parseDouble(row.get("millis")))
                .isGreaterThan(Double.parseDouble(row.get("live_millis")));
    }

    private static void png(Path folder, String name, Gray8 picture, double ppi)
            throws IOException {
        Files.write(folder.resolve(name + ".png"), Images.png(picture, Resolution.Ppi.of(ppi)));
    }

    private static Gray8 flat(int width, int height, int level) {
        var samples = new byte[width * height];
        Arrays.fill(samples, (byte) level);
        return Gray8.wrap(width, height, samples);
    }

    private static Gray8 waves(int width, int height) {
        var samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (128 + 90 * Math.sin(i % width * 0.5 + i / width * 0.4));
        }
        return Gray8.wrap(width, height, samples);
    }

    /// The table by the names of the files.
    private Map<String, Map<String, String>> rows(Path folder)
            throws IOException, InterruptedException {
        var lines = Run.tram(work, "quality", "fingerprint", folder, "--csv").succeeded().out();
        var columns = List.of(lines.getFirst().split(",", -1));
        var rows = new HashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns.get(i), cells[i]);
            }
            rows.put(Path.of(row.get("file")).getFileName().toString(), row);
        }
        return rows;
    }
}
