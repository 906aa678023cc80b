package vn.tram.papers;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.tram.domain.SessionId;

/// The content of a slip's QR: `TRAM1|session|station|due`, ISO 8601 date, nothing of the person.
/// `TRAM1` is the version of this layout; whoever finds a slip learns no name and no number.
///
/// @param station without `|`
public record SlipCode(SessionId session, String station, LocalDate due) {
    private static final String VERSION = "TRAM1";
    private static final String BETWEEN = "|";

    public SlipCode {
        if (station.contains(BETWEEN)) {
            throw new IllegalArgumentException("a station's identifier has no " + BETWEEN);
        }
    }

    /// The text in the QR.
    public String content() {
        return String.join(BETWEEN, VERSION, session.toString(), station, due.toString());
    }

    /// Reads a scanned content; empty when it is no slip's.
    public static Optional<SlipCode> read(String content) {
        var parts = content.strip().split("\\|", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            var due = LocalDate.parse(parts[3]);
            return Optional.of(new SlipCode(SessionId.of(parts[1]), parts[2], due));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty(); // somebody else's code that begins like ours
        }
    }

    /// The symbol's modules without a quiet zone, one cell a module. A quarter of it may be soiled
    /// (level Q: paper that lives in pockets).
    BitMatrix symbol() {
        var hints =
                Map.of(
                        EncodeHintType.MARGIN,
                        0,
                        EncodeHintType.CHARACTER_SET,
                        "UTF-8",
                        EncodeHintType.ERROR_CORRECTION,
                        ErrorCorrectionLevel.Q);
        try {
            return new QRCodeWriter().encode(content(), BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalStateException("a slip's content fits every QR code", e);
        }
    }
}
