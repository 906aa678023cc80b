package vn.tram.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Curve;
import vn.tram.calibration.Measure;
import vn.tram.domain.Digest;
import vn.tram.task.UiThread;

/// A calibration certificate (*giấy hiệu chuẩn*), A4: every measure against its limit, the curves,
/// targets, versions and the digest of the signed document that it is a likeness of.
public final class CertificatePaper {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final float MARGIN = 18 * Sheet.POINTS_PER_MM;
    private static final float RIGHT = PDRectangle.A4.getWidth() - MARGIN;
    private static final float BOTTOM = PDRectangle.A4.getHeight() - MARGIN;
    private static final float BODY = 10;
    private static final float LEADING = 15;
    private static final float VALUE = MARGIN + 210;
    private static final float LIMIT = MARGIN + 300;
    private static final float RESULT = MARGIN + 400;
    private static final float PLOT_HEIGHT = 150;

    private final PDDocument document;
    private final Typeface regular;
    private final Typeface bold;
    private final Certificate certificate;
    private final boolean training;
    private Sheet sheet;
    private float y;

    private CertificatePaper(PDDocument document, Certificate certificate, boolean training)
            throws IOException {
        this.document = document;
        this.certificate = certificate;
        this.training = training;
        this.regular = Typeface.in(document, "NotoSans-Regular.ttf");
        this.bold = Typeface.in(document, "NotoSans-Bold.ttf");
        this.sheet = new Sheet(document, PDRectangle.A4);
        this.y = MARGIN;
    }

    /// The certificate as PDF. Takes a few hundred milliseconds, refuses the JavaFX thread.
    ///
    /// @param digest of the signed document
    public static byte[] pdf(Certificate certificate, Digest digest, boolean training) {
        UiThread.refuse("making a certificate");
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle("Giấy hiệu chuẩn " + certificate.number());
            document.setDocumentId(Long.parseUnsignedLong(digest.hex().substring(0, 15), 16));
            new CertificatePaper(document, certificate, training).draw(digest);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF in memory, from bundled fonts", e);
        }
    }

    private void draw(Digest digest) throws IOException {
        begin();
        y =
                sheet.centred(
                        "GIẤY HIỆU CHUẨN SỐ " + certificate.number(),
                        bold,
                        15,
                        MARGIN,
                        RIGHT,
                        y + 14,
                        20);
        y =
                sheet.centred(
                        certificate.passed() ? "ĐẠT" : "KHÔNG ĐẠT", bold, 13, MARGIN, RIGHT, y, 20);
        var device = certificate.device();
        line("Thiết bị", device.make() + " " + device.model() + ", số máy " + device.serial());
        line("Phần mềm của máy", device.firmware() + " · trình điều khiển " + certificate.driver());
        line("Trạm", certificate.station() + " · phiên bản " + certificate.program());
        line("Người đo", certificate.technician() + " · lúc " + at(certificate.at()));
        line("Có giá trị đến", at(certificate.until()));
        for (var target : certificate.targets()) {
            line(
                    "Tấm chuẩn",
                    target.id() + " · " + target.certifiedBy() + " · đến " + target.validUntil());
        }
        table();
        for (var curve : certificate.curves()) {
            plot(curve);
        }
        notes(digest);
        sheet.close();
    }

    private static String at(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    private void begin() throws IOException {
        if (training) {
            sheet.watermark("ĐÀO TẠO", bold);
        }
    }

    private void line(String label, String value) throws IOException {
        for (var part : regular.lines(label + ": " + value, BODY, RIGHT - MARGIN)) {
            turnPageUnless(LEADING);
            sheet.text(part, regular, BODY, MARGIN, y);
            y += LEADING;
        }
    }

    private void table() throws IOException {
        y += 8;
        turnPageUnless(2 * LEADING);
        sheet.text("Phép đo", bold, BODY, MARGIN, y);
        sheet.text("Đo được", bold, BODY, VALUE, y);
        sheet.text("Cho phép", bold, BODY, LIMIT, y);
        sheet.text("Kết quả", bold, BODY, RESULT, y);
        y += 5;
        sheet.line(MARGIN, y, RIGHT, y);
        y += LEADING;
        for (var measure : certificate.measures()) {
            turnPageUnless(LEADING);
            var reading = measure.reading();
            sheet.text(MeasureWords.of(reading.metric()), regular, BODY, MARGIN, y);
            sheet.text(
                    number(reading.value()) + " " + MeasureWords.unit(reading.unit()),
                    bold,
                    BODY,
                    VALUE,
                    y);
            sheet.text(allowed(measure), regular, BODY, LIMIT, y);
            sheet.text(result(measure), regular, BODY, RESULT, y);
            y += LEADING;
        }
        for (var metric : certificate.missing()) {
            turnPageUnless(LEADING);
            sheet.text(MeasureWords.of(metric), regular, BODY, MARGIN, y);
            sheet.text("chưa đo", bold, BODY, VALUE, y);
            y += LEADING;
        }
    }

    private static String result(Measure measure) {
        var limit = measure.limit();
        if (limit.least().isEmpty() && limit.most().isEmpty()) {
            return "–";
        }
        return measure.passed() ? "Đạt" : "KHÔNG ĐẠT";
    }

    private static String allowed(Measure measure) {
        var least = measure.limit().least();
        var most = measure.limit().most();
        if (least.isEmpty() && most.isEmpty()) {
            return "ghi lại";
        }
        if (least.isEmpty()) {
            return "đến " + number(most.getAsDouble());
        }
        return most.isEmpty()
                ? "từ " + number(least.getAsDouble())
                : number(least.getAsDouble()) + " – " + number(most.getAsDouble());
    }

    private static String number(double value) {
        if (value == Math.rint(value)) {
            return String.valueOf((long) value);
        }
        double size = Math.abs(value);
        var format = size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f";
        return String.format(Locale.of("vi", "VN"), format, value);
    }

    /// The curve as a line with dots; the limits of its readings as a dashed one.
    private void plot(Curve curve) throws IOException {
        turnPageUnless(PLOT_HEIGHT + 50);
        y += 14;
        sheet.text(MeasureWords.of(curve.name()), bold, BODY, MARGIN, y);
        sheet.text(
                "— đo được    - - mức tối thiểu",
                regular,
                BODY,
                RIGHT - regular.width("— đo được    - - mức tối thiểu", BODY),
                y);
        float top = y + 10;
        float left = MARGIN + 30;
        float width = RIGHT - left;
        double most = curve.points().stream().mapToDouble(Curve.Point::x).max().orElse(1);
        for (int i = 0; i <= 4; i++) {
            float level = top + PLOT_HEIGHT * i / 4;
            sheet.hair(left, level, RIGHT, level);
            sheet.text(number(1 - i / 4.0), regular, 8, MARGIN, level + 3);
        }
        float beforeX = 0;
        float beforeY = 0;
        float limitX = 0;
        float limitY = 0;
        boolean limited = false;
        for (int i = 0; i < curve.points().size(); i++) {
            var point = curve.points().get(i);
            float px = left + (float) (point.x() / most) * width;
            float py = top + PLOT_HEIGHT * (float) (1 - Math.clamp(point.y(), 0.0, 1.05));
            sheet.dot(px, py);
            if (i > 0) {
                sheet.line(beforeX, beforeY, px, py);
            }
            beforeX = px;
            beforeY = py;
            var least = least(curve, point);
            if (least.isPresent()) {
                float ly = top + PLOT_HEIGHT * (float) (1 - least.getAsDouble());
                if (limited) {
                    sheet.dashed(limitX, limitY, px, ly);
                }
                limitX = px;
                limitY = ly;
                limited = true;
            }
            if (curve.points().size() <= 12) {
                sheet.text(number(point.x()), regular, 8, px - 8, top + PLOT_HEIGHT + 12);
            }
        }
        sheet.text(MeasureWords.unit(curve.unit()), regular, 8, RIGHT - 60, top + PLOT_HEIGHT + 24);
        y = top + PLOT_HEIGHT + 34;
    }

    /// The limit of the reading that stands for a point: `ctf-3` for 3 of the curve `ctf`.
    private OptionalDouble least(Curve curve, Curve.Point point) {
        var name = curve.name() + "-" + (int) point.x();
        return point.x() != Math.rint(point.x())
                ? OptionalDouble.empty()
                : certificate.measures().stream()
                        .filter(m -> m.reading().metric().equals(name))
                        .map(m -> m.limit().least())
                        .findFirst()
                        .orElse(OptionalDouble.empty());
    }

    private void notes(Digest digest) throws IOException {
        y += 10;
        var sources =
                certificate.measures().stream()
                        .map(m -> m.limit().source())
                        .filter(s -> !s.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; "));
        line("Mức so sánh", sources);
        line("Lưu ý", "Đây không phải chứng nhận của FBI hay BSI.");
        line("Ảnh gốc", certificate.pictures().size() + " ảnh, mã băm trong bản ký số");
        certificate.before().ifPresent(this::before);
        line("Mã băm của bản ký số (SHA-256)", digest.hex());
    }

    private void before(Digest digest) {
        try {
            line("Mã băm của giấy trước", digest.hex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Goes on overleaf when fewer than `points` are left.
    private void turnPageUnless(float points) throws IOException {
        if (y + points > BOTTOM) {
            sheet.close();
            sheet = new Sheet(document, PDRectangle.A4);
            y = MARGIN + BODY;
            begin();
        }
    }
}
