package vn.tram.imaging;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/// The readers that are used, by name and vendor's package: what else lies on the class path and
/// registers itself is not asked.
final class Readers {
    static final ImageReaderSpi PNG = platforms("png");
    static final ImageReaderSpi JPEG = platforms("jpeg");
    static final ImageReaderSpi BMP = platforms("bmp");
    static final ImageReaderSpi TIFF = platforms("tiff");

    private Readers() {}

    private static ImageReaderSpi platforms(String format) {
        for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format);
                all.hasNext(); ) {
            var provider = all.next().getOriginatingProvider();
            if (provider.getClass().getName().startsWith("com.sun.imageio.")) {
                return provider;
            }
        }
        throw new IllegalStateException("this Java platform reads no " + format);
    }
}
