package vn.tram.imaging;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;
import vn.tram.imaging.Decoding.Decoded;
import vn.tram.imaging.Decoding.Unreadable;

/// Pictures from files and into files.
///
/// **Reading** knows PNG, JPEG, JPEG 2000, BMP, TIFF, PNM (PBM, PGM, PPM) and WSQ by their first
/// bytes, not by their names. Size and inner lengths are checked before pixels are allocated, and
/// pixels are decoded on the Java platform only, so that a hostile file costs a phrase and never
/// the process. A file that is cut short is unreadable as a whole: half a fingerprint is none.
///
/// - 16 bits a sample become 8, by dropping the lower byte.
/// - Palettes become gray or colour; transparency is laid over white.
/// - JPEG 2000 is read as every encoder writes it, for at most a minute. Damage inside the coded
///   data need not show: the format has no checksum.
/// - Of a TIFF with several pages the first is read; orientation tags are not followed.
///
/// **Writing** is lossless as PNG and JPEG 2000, or holds to a size; the same picture gives the
/// same bytes.
///
/// All of it blocks for as long as the picture takes; safe for use by several threads.
public final class Images {
    /// The most pixels of a picture that is read: a slap of 3.2 x 3 inches at 1000 ppi has 9.6
    /// million, a 48 megapixel camera's portrait fits.
    public static final long MOST_PIXELS = 50_000_000;

    /// The most bytes of a file that is read: 50 million RGB pixels, and a header.
    public static final long MOST_BYTES = 3 * MOST_PIXELS + (1 << 20);

    private static final Set<String> EXTENSIONS =
            Set.of(
                    "png", "jpg", "jpeg", "jp2", "j2k", "bmp", "tif", "tiff", "pbm", "pgm", "ppm",
                    "pnm", "wsq");

    private Images() {}

    /// Whether a file's name ends as those of the kinds that are read.
    public static boolean looksLikePicture(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /// Reads a file. One that is not there or may not be read is unreadable too, and says so.
    public static Decoding read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new Unreadable("larger than " + MOST_BYTES + " bytes");
            }
            return decode(Files.readAllBytes(file));
        } catch (IOException e) {
            return new Unreadable("cannot be read from the disk: " + e);
        }
    }

    /// Decodes a picture file in memory.
    public static Decoding decode(byte[] file) {
        return decode(file, new Wanted(0, 0, MOST_PIXELS));
    }

    /// Decodes a picture that was announced to be of that size. One that says another size of
    /// itself is unreadable, and costs no pixel.
    public static Decoding decode(byte[] file, int width, int height) {
        return decode(file, new Wanted(width, height, MOST_PIXELS));
    }

    /// Decodes a picture in memory of no more pixels than that.
    static Decoding decode(byte[] file, long mostPixels) {
        return decode(file, new Wanted(0, 0, mostPixels));
    }

    /// The size a picture must have (0: any) and the pixels it may have.
    private record Wanted(int width, int height, long mostPixels) {
        boolean fits(Header header) {
            return width == 0 || header.width() == width && header.height() == height;
        }
    }

    private static Decoding decode(byte[] file, Wanted wanted) {
        var bytes = new Bytes(file, ByteOrder.BIG_ENDIAN);
        var format = Format.ALL.stream().filter(f -> f.claims(bytes)).findFirst();
        if (format.isEmpty()) {
            return new Unreadable("not a picture file of a known kind");
        }
        try {
            var header = format.get().header(bytes);
            if (header.width() < 1 || header.height() < 1) {
                return new Unreadable("has no pixels");
            }
            if (header.width() > wanted.mostPixels / header.height()) {
                return new Unreadable(
                        "has more than %d pixels: %d x %d"
                                .formatted(wanted.mostPixels, header.width(), header.height()));
            }
            if (!wanted.fits(header)) {
                return new Unreadable(
                        "is %d x %d pixels and not, as announced, %d x %d"
                                .formatted(
                                        header.width(),
                                        header.height(),
                                        wanted.width,
                                        wanted.height));
            }
            var pixels = format.get().pixels(bytes, header);
            if (pixels.width() != header.width() || pixels.height() != header.height()) {
                return new Unreadable("contradicts itself about its size");
            }
            return new Decoded(pixels, header.resolution());
        } catch (IOException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /// Encodes losslessly as PNG. The resolution is written in whole pixels per metre (`pHYs`), so
    /// that 500 ppi read back are 499.999.
    public static byte[] png(Pixels pixels, Resolution resolution) {
        return PngFormat.encode(pixels, resolution);
    }

    /// Encodes losslessly as JPEG 2000 (JP2, reversible 5/3 wavelet). The file states no
    /// resolution. Loads OpenCV.
    public static byte[] jpeg2000(Pixels pixels) {
        return Jpeg2000Format.encode(pixels);
    }

    /// Encodes as baseline JPEG with the resolution in whole pixels per inch (JFIF).
    ///
    /// @param quality 1 to 100, as usual in JPEG libraries; 95 loses nothing the eye finds
    /// @throws IllegalArgumentException when the quality is out of range
    public static byte[] jpeg(Pixels pixels, Resolution resolution, int quality) {
        return JpegFormat.encode(pixels, resolution, quality);
    }

    /// Encodes as the finest baseline JPEG, of quality 95 at most, that takes no more bytes.
    ///
    /// @throws IllegalArgumentException when even the coarsest takes more
    public static byte[] jpegWithin(Pixels pixels, Resolution resolution, int mostBytes) {
        return JpegFormat.encodeWithin(pixels, resolution, mostBytes);
    }

    /// Encodes as JPEG 2000 (JP2) that takes no more bytes, with loss where it must. Loads OpenCV.
    ///
    /// @throws IllegalArgumentException when even the coarsest takes more
    public static byte[] jpeg2000Within(Pixels pixels, int mostBytes) {
        return Jpeg2000Format.encodeWithin(pixels, mostBytes);
    }
}
