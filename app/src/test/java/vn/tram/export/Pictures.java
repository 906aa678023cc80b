package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import vn.tram.image.Gray8;
import vn.tram.image.Rgb8;

/// Seeded pictures: ridges with noise, so that every pixel counts and none is by chance the same.
final class Pictures {
    private Pictures() {}

    static Gray8 ridges(int width, int height, long seed) {
        var random = new Random(seed);
        var samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            double wave = Math.sin((i % width + 0.4 * (i / width) + seed) / 1.5);
            samples[i] = (byte) (128 + 90 * wave + random.nextInt(16));
        }
        return Gray8.wrap(width, height, samples);
    }

    static Rgb8 colours(int width, int height, long seed) {
        var random = new Random(seed);
        var samples = new byte[3 * width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / width + 40 * (i % 3) + random.nextInt(8));
        }
        return Rgb8.wrap(width, height, samples);
    }

    /// Decodes a gray PNG by the Java platform.
    static Gray8 png(byte[] file) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(image.getRaster().getNumBands()).isEqualTo(1);
        var samples = new byte[image.getWidth() * image.getHeight()];
        image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), samples);
        return Gray8.wrap(image.getWidth(), image.getHeight(), samples);
    }
}
