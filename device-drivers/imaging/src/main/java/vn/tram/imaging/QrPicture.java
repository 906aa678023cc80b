package vn.tram.imaging;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import vn.tram.image.Pixels;

/// Finds a QR code in a picture.
public final class QrPicture {
    /// What a decoder puts where bytes are no letter.
    private static final char NO_LETTER = '\uFFFD';

    private static final Map<DecodeHintType, ?> HINTS =
            Map.of(
                    DecodeHintType.TRY_HARDER,
                    Boolean.TRUE,
                    DecodeHintType.CHARACTER_SET,
                    StandardCharsets.UTF_8.name());

    private QrPicture() {}

    /// The content of a code, upright, turned or mirrored; empty when none is seen whole, or when
    /// its content is no text in UTF-8. Takes some tens of milliseconds for 1280 x 720.
    public static Optional<String> read(Pixels picture) {
        var gray = picture.toGray();
        int width = gray.width();
        int height = gray.height();
        var light =
                new PlanarYUVLuminanceSource(
                        gray.toBytes(), width, height, 0, 0, width, height, false);
        try {
            var found =
                    new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)), HINTS);
            return Optional.of(found.getText()).filter(text -> text.indexOf(NO_LETTER) < 0);
        } catch (ReaderException _) {
            return Optional.empty(); // how the reader says that there is no code
        }
    }
}
