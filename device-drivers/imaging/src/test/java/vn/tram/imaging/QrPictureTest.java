package vn.tram.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tram.image.Gray8;

class QrPictureTest {
    private static final String CARD =
            "001199000123|012345678|Nguyễn Thị Mẫu|15021999|Nữ|Thôn 1, xã Mẫu, tỉnh Mẫu|01072021";

    /// A code in a gray room, as a camera sees it: turned, with noise, bright on one side.
    private static Gray8 seen(String content, String charset, double degrees, int noise)
            throws Exception {
        var symbol =
                new QRCodeWriter()
                        .encode(
                                content,
                                BarcodeFormat.QR_CODE,
                                0,
                                0,
                                Map.of(EncodeHintType.CHARACTER_SET, charset));
        int width = 640;
        int height = 480;
        double scale = 5;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        var random = new Random(3);
        var samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - width / 2.0;
                double dy = y - height / 2.0;
                double u = (dx * cos + dy * sin) / scale + symbol.getWidth() / 2.0;
                double v = (dy * cos - dx * sin) / scale + symbol.getHeight() / 2.0;
                boolean in = u >= 0 && v >= 0 && u < symbol.getWidth() && v < symbol.getHeight();
                int light = !in ? 120 : symbol.get((int) u, (int) v) ? 40 : 200;
                light += x * 40 / width + (noise == 0 ? 0 : random.nextInt(-noise, noise));
                samples[y * width + x] = (byte) Math.clamp(light, 0, 255);
            }
        }
        return Gray8.of(width, height, samples);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "90, 10", "180, 10", "17, 10", "-33, 20"})
    void aCardsCodeIsReadAsItIsHeld(double degrees, int noise) throws Exception {
        assertEquals(Optional.of(CARD), QrPicture.read(seen(CARD, "UTF-8", degrees, noise)));
    }

    @Test
    void aColouredPictureIsReadToo() throws Exception {
        assertEquals(Optional.of(CARD), QrPicture.read(seen(CARD, "UTF-8", 5, 5).toRgb()));
    }

    @Test
    void aPictureWithoutACodeHasNone() {
        var samples = new byte[320 * 240];
        new Random(1).nextBytes(samples);
        assertEquals(Optional.empty(), QrPicture.read(Gray8.of(320, 240, samples)));
        assertEquals(Optional.empty(), QrPicture.read(Gray8.of(1, 1, new byte[1])));
    }

    @Test
    void halfACodeHasNone() throws Exception {
        var whole = seen(CARD, "UTF-8", 0, 0);
        assertEquals(Optional.empty(), QrPicture.read(whole.crop(0, 0, 320, 480)));
    }
}
