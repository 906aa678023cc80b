package vn.tram.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import vn.tram.image.Gray8;
import vn.tram.image.Rgb8;

/// Pictures and files made for tests.
final class Pictures {
    private Pictures() {}

    /// Smooth waves with a little seeded noise: compressible like a print, not flat.
    static Gray8 gray(int width, int height, long seed) {
        var random = new Random(seed);
        var samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            double wave = Math.sin(i % width / 3.0) + Math.cos((double) (i / width) / 5.0);
            samples[i] = (byte) (128 + 50 * wave + random.nextInt(20));
        }
        return Gray8.wrap(width, height, samples);
    }

    static Rgb8 rgb(int width, int height, long seed) {
        var samples = new byte[3 * width * height];
        for (int band = 0; band < 3; band++) {
            var one = gray(width, height, seed + band).toBytes();
            for (int i = 0; i < one.length; i++) {
                samples[3 * i + band] = one[i];
            }
        }
        return Rgb8.wrap(width, height, samples);
    }

    /// The file that the Java platform writes of an image.
    static byte[] file(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("nothing here writes that as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
