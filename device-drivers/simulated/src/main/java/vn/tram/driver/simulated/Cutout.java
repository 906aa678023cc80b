package vn.tram.driver.simulated;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A person cut out of a photograph: colours multiplied with their opacity, by row.
final class Cutout {
    /// Deviation of the finest detail, as a share of a pixel's level.
    private static final double ROUGHNESS = 0.022;

    private final int width;
    private final int height;
    private final int[] pixels;

    private Cutout(BufferedImage picture) {
        this.width = picture.getWidth();
        this.height = picture.getHeight();
        this.pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    /// Reads a picture that lies beside this class and scales it.
    ///
    /// @throws UncheckedIOException when the driver's own jar is damaged
    static Cutout load(String name, double scale) {
        try (var stream = Cutout.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("missing in the driver's jar: " + name);
            }
            return scaled(ImageIO.read(stream), scale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cutout scaled(BufferedImage picture, double scale) {
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        var pen = target.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        var cutout = new Cutout(target);
        cutout.roughen();
        return cutout;
    }

    /// Gives skin, hair and cloth back the finest detail that the small photographs lack and a
    /// camera at a counter sees: pores, fluff, weave. It moves with the person, unlike the sensor's
    /// noise.
    private void roughen() {
        var grain = new Grain(0);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int opacity = pixels[i] >>> 24;
                int shade = (int) (256 * (1 + ROUGHNESS * grain.fine(x, y)));
                int rough = opacity;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    int level = (pixels[i] >>> shift & 0xFF) * shade >> 8;
                    rough = rough << 8 | Math.clamp(level, 0, opacity);
                }
                pixels[i] = rough;
            }
        }
    }

    /// The colour at a place between four pixels, `0xAARRGGBB` multiplied; 0 outside.
    int at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
            return 0;
        }
        int i = top * width + left;
        int a = pixels[i];
        int b = pixels[i + 1];
        int c = pixels[i + width];
        int d = pixels[i + width + 1];
        if ((a | b | c | d) == 0) {
            return 0;
        }
        int u = (int) ((x - left) * 256);
        int v = (int) ((y - top) * 256);
        int mixed = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int upper = (a >>> shift & 0xFF) * (256 - u) + (b >>> shift & 0xFF) * u;
            int lower = (c >>> shift & 0xFF) * (256 - u) + (d >>> shift & 0xFF) * u;
            mixed |= (upper * (256 - v) + lower * v + 0x8000 >>> 16) << shift;
        }
        return mixed;
    }
}
