package vn.tram.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadataNode;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;

/// PNG (ISO/IEC 15948). The Java platform decodes; it gets a copy that holds only the chunks which
/// make the picture, each one complete and with a checked CRC, so that no length in the file can
/// make it allocate more than the file is long.
final class PngFormat implements Format {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> MAKE_THE_PICTURE =
            Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int PER_METRE = 1;

    /// Length, name and CRC around a chunk's content, bytes.
    private static final int FRAMING = 12;

    @Override
    public boolean claims(Bytes file) {
        return file.startWith(SIGNATURE);
    }

    @Override
    public Header header(Bytes file) throws BadPicture {
        if (!file.tag(12).equals("IHDR") || file.u32(8) != 13) {
            throw new BadPicture("a PNG starts with IHDR");
        }
        Resolution resolution = new Resolution.Unknown();
        var name = "IHDR";
        for (long at = SIGNATURE.length(); !name.equals("IEND"); ) {
            long length = file.u32(at);
            file.check(at, length + FRAMING);
            name = file.tag(at + 4);
            if (name.equals("pHYs") && length == 9 && file.u8(at + 16) == PER_METRE) {
                resolution = Header.perMetre(file.u32(at + 8), file.u32(at + 12));
            }
            at += length + FRAMING;
        }
        return new Header(file.u32(16), file.u32(20), resolution);
    }

    @Override
    public Pixels pixels(Bytes file, Header header) throws IOException {
        return JavaImages.decode(essential(file), Readers.PNG, List.of());
    }

    private static byte[] essential(Bytes file) throws IOException {
        var kept = new ByteArrayOutputStream(file.length());
        kept.write(file.array(), 0, SIGNATURE.length());
        var name = "";
        for (int at = SIGNATURE.length(); !name.equals("IEND"); ) {
            int length = (int) file.u32(at); // header() walked the same way: it fits
            name = file.tag(at + 4);
            if (MAKE_THE_PICTURE.contains(name)) {
                checkCrc(file, at, length);
                kept.write(file.array(), at, length + FRAMING);
            }
            at += length + FRAMING;
        }
        return kept.toByteArray();
    }

    private static void checkCrc(Bytes file, int at, int length) throws BadPicture {
        var crc = new CRC32();
        crc.update(file.array(), at + 4, length + 4);
        if (crc.getValue() != file.u32(at + 8L + length)) {
            throw new BadPicture("is damaged: wrong CRC of " + file.tag(at + 4));
        }
    }

    static byte[] encode(Pixels pixels, Resolution resolution) {
        var image = JavaImages.of(pixels);
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            var metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(image), parameters);
            if (resolution instanceof Resolution.Ppi(var x, var y)) {
                var physical = new IIOMetadataNode("pHYs");
                physical.setAttribute("pixelsPerUnitXAxis", perMetre(x));
                physical.setAttribute("pixelsPerUnitYAxis", perMetre(y));
                physical.setAttribute("unitSpecifier", "meter");
                var root = new IIOMetadataNode("javax_imageio_png_1.0");
                root.appendChild(physical);
                metadata.mergeTree("javax_imageio_png_1.0", root);
            }
            writer.setOutput(stream);
            writer.write(metadata, new IIOImage(image, null, metadata), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static String perMetre(double ppi) {
        return Long.toString(Math.round(ppi / 0.0254));
    }
}
