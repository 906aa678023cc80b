package vn.tram.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadataNode;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;

/// JPEG (ISO/IEC 10918-1, JFIF).
final class JpegFormat implements Format {
    /// Beyond it a JPEG grows and shows nothing more.
    private static final int FINEST = 95;

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP0 = 0xE0;

    /// What the decoder says where it filled in pixels that were not there. Extraneous bytes before
    /// a marker, which some cameras write, lose none.
    private static final List<String> LOST_PIXELS =
            List.of("premature end", "Premature end", "Truncated File", "bad Huffman code");

    @Override
    public boolean claims(Bytes file) {
        return file.startWith("\u00ff\u00d8\u00ff");
    }

    @Override
    public Header header(Bytes file) throws BadPicture {
        Resolution resolution = new Resolution.Unknown();
        long width = 0;
        long height = 0;
        for (long at = 2; ; ) {
            int marker = marker(file, at);
            if (marker == 0xFF) { // a fill byte
                at++;
                continue;
            }
            int length = file.u16(at + 2);
            file.check(at + 2, Math.max(2, length));
            if (isFrame(marker)) {
                if (width != 0) {
                    throw new BadPicture("holds two pictures");
                }
                height = file.u16(at + 5);
                width = file.u16(at + 7);
            } else if (marker == APP0 && length >= 14 && file.tag(at + 4).equals("JFIF")) {
                resolution = density(file, at);
            } else if (marker == START_OF_SCAN) {
                checkEnds(file, at);
                return new Header(width, height, resolution);
            }
            at += 2 + Math.max(2, length);
        }
    }

    private static int marker(Bytes file, long at) throws BadPicture {
        if (file.u8(at) != 0xFF || file.u8(at + 1) == 0) {
            throw new BadPicture("is damaged: no marker at byte " + at);
        }
        return file.u8(at + 1);
    }

    /// SOF0 to SOF15, except DHT, JPG and DAC, which lie between them.
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static Resolution density(Bytes file, long at) throws BadPicture {
        double x = file.u16(at + 12);
        double y = file.u16(at + 14);
        return switch (file.u8(at + 11)) {
            case 1 -> Header.perInch(x, y);
            case 2 -> Header.perCentimetre(x, y);
            default -> new Resolution.Unknown(); // a ratio of sides, no length
        };
    }

    private static void checkEnds(Bytes file, long scan) throws BadPicture {
        for (long at = file.length() - 2L; at > scan; at--) {
            if (file.u8(at) == 0xFF && file.u8(at + 1) == END_OF_IMAGE) {
                return;
            }
        }
        throw new BadPicture("the file ends before the picture does");
    }

    @Override
    public Pixels pixels(Bytes file, Header header) throws IOException {
        return JavaImages.decode(file.array(), Readers.JPEG, LOST_PIXELS);
    }

    /// The finest of at most quality 95 that takes no more bytes.
    static byte[] encodeWithin(Pixels pixels, Resolution resolution, int mostBytes) {
        int good = 0;
        int bad = FINEST + 1;
        var best = new byte[0];
        for (int quality = FINEST; bad - good > 1; quality = (good + bad) / 2) {
            var file = encode(pixels, resolution, quality);
            if (file.length <= mostBytes) {
                good = quality;
                best = file;
            } else {
                bad = quality;
            }
        }
        if (good == 0) {
            throw new IllegalArgumentException(
                    "no JPEG of " + pixels + " in " + mostBytes + " bytes");
        }
        return best;
    }

    static byte[] encode(Pixels pixels, Resolution resolution, int quality) {
        Objects.checkIndex(quality - 1, 100);
        var image = JavaImages.of(pixels);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            var metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(image), parameters);
            if (resolution instanceof Resolution.Ppi(var x, var y)) {
                var root = metadata.getAsTree("javax_imageio_jpeg_image_1.0");
                var jfif =
                        (IIOMetadataNode)
                                ((IIOMetadataNode) root).getElementsByTagName("app0JFIF").item(0);
                jfif.setAttribute("resUnits", "1");
                jfif.setAttribute("Xdensity", Long.toString(Math.round(x)));
                jfif.setAttribute("Ydensity", Long.toString(Math.round(y)));
                metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
