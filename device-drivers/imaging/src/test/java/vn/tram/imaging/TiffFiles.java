package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;

/// TIFF files made for tests.
final class TiffFiles {
    private TiffFiles() {}

    /// As the Java platform writes it.
    static byte[] of(Pixels pixels, String compression) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(JavaImages.of(pixels), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /// One strip, not compressed, little-endian, written field by field from the specification.
    static byte[] plain(Gray8 gray, int photometric, int ppi) {
        int pixelsAt = 8 + 2 + 12 * 11 + 4 + 8;
        var file = ByteBuffer.allocate(pixelsAt + gray.width() * gray.height());
        file.order(ByteOrder.LITTLE_ENDIAN).put("II*\0".getBytes(US_ASCII)).putInt(8);
        file.putShort((short) 11);
        field(file, 256, 4, gray.width());
        field(file, 257, 4, gray.height());
        field(file, 258, 3, 8);
        field(file, 259, 3, 1);
        field(file, 262, 3, photometric);
        field(file, 273, 4, pixelsAt);
        field(file, 277, 3, 1);
        field(file, 279, 4, gray.width() * gray.height());
        field(file, 282, 5, pixelsAt - 8);
        field(file, 283, 5, pixelsAt - 8);
        field(file, 296, 3, 2);
        file.putInt(0).putInt(ppi).putInt(1).put(gray.toBytes());
        return file.array();
    }

    private static void field(ByteBuffer file, int tag, int type, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }
}
