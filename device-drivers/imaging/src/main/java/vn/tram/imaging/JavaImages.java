package vn.tram.imaging;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Rgb8;

/// Between our pictures and those of `java.awt.image`, and the safe way to use its readers.
final class JavaImages {
    private static final int[] GRAY_BAND = {0};
    private static final int[] RGB_BANDS = {0, 1, 2};

    private JavaImages() {}

    /// Decodes the first picture.
    ///
    /// @param fatal parts of warnings that tell of lost pixels
    static Pixels decode(byte[] file, ImageReaderSpi provider, List<String> fatal)
            throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return decode(in, provider, fatal);
        }
    }

    /// As the other, from a stream of the caller's.
    static Pixels decode(ImageInputStream in, ImageReaderSpi provider, List<String> fatal)
            throws IOException {
        var reader = provider.createReaderInstance();
        try {
            reader.setInput(in, true, true);
            var warnings = new ArrayList<String>();
            reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
            var pixels = read(reader);
            for (var warning : warnings) {
                if (fatal.stream().anyMatch(warning::contains)) {
                    throw new BadPicture("is damaged: " + warning);
                }
            }
            return pixels;
        } finally {
            reader.dispose();
        }
    }

    /// The readers of the Java platform answer some malformed files with unchecked exceptions of
    /// their own depths. Here, and only here, those mean the file and not our code.
    private static Pixels read(ImageReader reader) throws IOException {
        BufferedImage image;
        try {
            image = reader.read(0);
        } catch (BoundedInput.Stopped e) {
            throw new BadPicture(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new BadPicture("is damaged: " + e.getClass().getSimpleName(), e);
        }
        return pixels(image);
    }

    /// Our picture of one of theirs. Gray levels are taken as they are stored: Java would bend them
    /// by a gamma on their way through its colour spaces.
    static Pixels pixels(BufferedImage image) throws BadPicture {
        var colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return ofPalette(image.getRaster(), palette);
        }
        int bits = colours.getComponentSize(0);
        int bands = colours.getNumColorComponents();
        boolean gray = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY && bands == 1;
        boolean rgb = colours.getColorSpace().getType() == ColorSpace.TYPE_RGB && bands == 3;
        if (!(gray || rgb) || !(bits <= 8 || bits == 16)) {
            throw new BadPicture("has a kind of colour that is not read: " + bands + " x " + bits);
        }
        return ofBands(image.getRaster(), colours, gray ? GRAY_BAND : RGB_BANDS, bits);
    }

    private static Pixels ofBands(Raster raster, ColorModel colours, int[] bands, int bits) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        var samples = new byte[width * height * bands.length];
        int alphaBand = colours.hasAlpha() ? raster.getNumBands() - 1 : -1;
        var row = new int[width];
        var alpha = new int[width];
        for (int y = 0; y < height; y++) {
            if (alphaBand >= 0) {
                raster.getSamples(0, y, width, 1, alphaBand, alpha);
            }
            for (int band : bands) {
                raster.getSamples(0, y, width, 1, band, row);
                int at = y * width * bands.length + band;
                for (int x = 0; x < width; x++, at += bands.length) {
                    int level = toEightBits(row[x], bits);
                    samples[at] =
                            (byte)
                                    (alphaBand < 0
                                            ? level
                                            : overWhite(level, toEightBits(alpha[x], bits)));
                }
            }
        }
        return bands.length == 1
                ? Gray8.wrap(width, height, samples)
                : Rgb8.wrap(width, height, samples);
    }

    private static int toEightBits(int sample, int bits) {
        if (bits == 16) {
            return sample >> 8 & 0xFF;
        }
        return bits == 8 ? sample : sample * 255 / ((1 << bits) - 1);
    }

    static int overWhite(int level, int alpha) {
        return (level * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    private static Pixels ofPalette(Raster raster, IndexColorModel palette) throws BadPicture {
        int width = raster.getWidth();
        int height = raster.getHeight();
        var colours = new int[palette.getMapSize()];
        boolean gray = true;
        for (int i = 0; i < colours.length; i++) {
            int alpha = palette.getAlpha(i);
            int red = overWhite(palette.getRed(i), alpha);
            int green = overWhite(palette.getGreen(i), alpha);
            int blue = overWhite(palette.getBlue(i), alpha);
            gray &= red == green && green == blue;
            colours[i] = red << 16 | green << 8 | blue;
        }
        var samples = new byte[width * height * (gray ? 1 : 3)];
        var row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int index : row) {
                if (index >= colours.length) {
                    throw new BadPicture("uses a colour that its palette does not have");
                }
                int colour = colours[index];
                if (!gray) {
                    samples[at++] = (byte) (colour >> 16);
                    samples[at++] = (byte) (colour >> 8);
                }
                samples[at++] = (byte) colour;
            }
        }
        return gray ? Gray8.wrap(width, height, samples) : Rgb8.wrap(width, height, samples);
    }

    /// Their picture of one of ours; the samples are shared with nobody.
    static BufferedImage of(Pixels pixels) {
        int bands = pixels instanceof Gray8 ? 1 : 3;
        var space = ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        var colours =
                new ComponentColorModel(
                        space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        var samples = pixels.toBytes();
        var model =
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE,
                        pixels.width(),
                        pixels.height(),
                        bands,
                        bands * pixels.width(),
                        bands == 1 ? GRAY_BAND : RGB_BANDS);
        var raster =
                Raster.createWritableRaster(
                        model, new DataBufferByte(samples, samples.length), null);
        return new BufferedImage(colours, raster, false, null);
    }
}
