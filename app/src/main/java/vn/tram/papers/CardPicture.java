package vn.tram.papers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import vn.tram.domain.Citizen;
import vn.tram.identity.CardQr;

/// The QR of an invented citizen's card as a PNG to hold before a reader or a camera, marked as
/// training below the symbol.
public final class CardPicture {
    private static final String MARK = "MẪU – TẬP HUẤN";
    private static final int SIDE = 420;
    private static final int BAND = 48;
    private static final float LETTERS = 26;

    private CardPicture() {}

    /// @param citizen with number, name, birth, sex and residence
    public static byte[] png(Citizen citizen) throws IOException {
        var picture = new BufferedImage(SIDE, SIDE + BAND, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        try {
            pen.drawImage(symbol(CardQr.written(citizen)), 0, 0, null);
            pen.setColor(new Color(0xB3261E));
            pen.fillRect(0, SIDE, SIDE, BAND);
            pen.setColor(Color.WHITE);
            pen.setFont(font());
            pen.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            int left = (SIDE - pen.getFontMetrics().stringWidth(MARK)) / 2;
            pen.drawString(MARK, left, SIDE + BAND - 14);
        } finally {
            pen.dispose();
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static BufferedImage symbol(String content) {
        var hints =
                Map.of(
                        EncodeHintType.CHARACTER_SET,
                        "UTF-8",
                        EncodeHintType.ERROR_CORRECTION,
                        ErrorCorrectionLevel.M);
        try {
            return MatrixToImageWriter.toBufferedImage(
                    new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, SIDE, SIDE, hints));
        } catch (WriterException e) {
            throw new IllegalStateException("a card's content fits every QR code", e);
        }
    }

    private static Font font() throws IOException {
        var file = "/vn/tram/fonts/NotoSans-Bold.ttf";
        try (var in = Objects.requireNonNull(CardPicture.class.getResourceAsStream(file), file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(LETTERS);
        } catch (FontFormatException e) {
            throw new IOException("the bundled font", e);
        }
    }
}
