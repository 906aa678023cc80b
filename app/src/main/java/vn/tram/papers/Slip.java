package vn.tram.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.tram.identity.Names;
import vn.tram.identity.PersonalNumbers;
import vn.tram.task.UiThread;

/// The appointment slip (*giấy hẹn*), A5, black, nothing under 10 points, no photo and no prints.
///
/// A likeness of form CC02 of Circular 17/2024/TT-BCA, whose exact text must come from the
/// circular. The same data give the same bytes. The first slip of a run takes a second or two while
/// fonts and classes load: make one from sample data off the UI thread at start, and throw it away.
public final class Slip {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> WEEKDAYS =
            List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật");

    private static final float MARGIN = 12 * Sheet.POINTS_PER_MM;
    private static final float RIGHT = PDRectangle.A5.getWidth() - MARGIN;
    private static final float BOTTOM = PDRectangle.A5.getHeight() - MARGIN;
    private static final float BODY = 10.5f;
    private static final float LEADING = 16;
    private static final float QR_SIDE = 28 * Sheet.POINTS_PER_MM;
    private static final float SIGNATURES = 92;

    private final PDDocument document;
    private final Typeface regular;
    private final Typeface bold;
    private final SlipData data;
    private Sheet sheet;
    private float y;

    private Slip(PDDocument document, SlipData data) throws IOException {
        this.document = document;
        this.data = data;
        this.regular = Typeface.in(document, "NotoSans-Regular.ttf");
        this.bold = Typeface.in(document, "NotoSans-Bold.ttf");
        this.sheet = new Sheet(document, PDRectangle.A5);
        this.y = MARGIN;
    }

    /// The slip as PDF. Takes a few hundred milliseconds, refuses the JavaFX thread.
    public static byte[] pdf(SlipData data) {
        UiThread.refuse("making a slip");
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle("Giấy hẹn " + data.number());
            // else the file's identifier is made from the time
            document.setDocumentId(data.session().value().getMostSignificantBits());
            new Slip(document, data).draw();
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF in memory, from bundled fonts", e);
        }
    }

    private void draw() throws IOException {
        begin();
        head();
        title();
        person();
        appointment();
        for (var note : data.notes()) {
            paragraph(note);
        }
        signatures();
        sheet.close();
    }

    private void begin() throws IOException {
        if (data.training()) {
            sheet.watermark("ĐÀO TẠO", bold);
        }
    }

    private void head() throws IOException {
        var nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        float nationLeft = RIGHT - bold.width(nation, 10);
        float left = MARGIN;
        float leftEnd = nationLeft - 8;
        float base = y + 10;
        float end = sheet.centred(capitals(data.authority()), bold, 10, left, leftEnd, base, 13);
        end = sheet.centred(capitals(data.office()), regular, 10, left, leftEnd, end, 13);
        sheet.text(nation, bold, 10, nationLeft, base);
        sheet.centred("Độc lập - Tự do - Hạnh phúc", bold, 10, nationLeft, RIGHT, base + 13, 13);
        y = Math.max(end, base + 26);
    }

    private static String capitals(String text) {
        return text.toUpperCase(Locale.of("vi"));
    }

    private void title() throws IOException {
        y = sheet.centred("GIẤY HẸN TRẢ KẾT QUẢ", bold, 15, MARGIN, RIGHT, y + 22, 18);
        var number = "Thủ tục về căn cước · Số: " + data.number();
        y = sheet.centred(number, regular, 10, MARGIN, RIGHT, y, 13);
    }

    private void person() throws IOException {
        float top = y + 12;
        var code = new SlipCode(data.session(), data.station(), data.due());
        sheet.symbol(code.symbol(), RIGHT - QR_SIDE, top, QR_SIDE);
        float qrEnd =
                sheet.centred(
                        "Tra cứu hồ sơ",
                        regular,
                        10,
                        RIGHT - QR_SIDE,
                        RIGHT,
                        top + QR_SIDE + 18,
                        13);
        float width = RIGHT - QR_SIDE - 18 - MARGIN;
        y = top + BODY;
        item("Họ, chữ đệm và tên", Names.shown(data.name()), width);
        item("Ngày sinh", DAY.format(data.birth()), width);
        item("Giới tính", data.sex().equals("F") ? "Nữ" : "Nam", width);
        item("Số định danh", PersonalNumbers.masked(data.personalNumber()), width);
        for (int i = 0; i < data.services().size(); i++) {
            item(i == 0 ? "Thủ tục" : "Kèm theo", data.services().get(i), width);
        }
        y = Math.max(y, qrEnd);
    }

    /// A label, then the value in bold behind it; a value that does not fit starts under the label.
    private void item(String label, String value, float width) throws IOException {
        sheet.text(label + ":", regular, BODY, MARGIN, y);
        float indent = regular.width(label + ": ", BODY);
        if (indent + bold.width(value, BODY) <= width) {
            sheet.text(value, bold, BODY, MARGIN + indent, y);
        } else {
            for (var line : bold.lines(value, BODY, width)) {
                y += LEADING - 2;
                sheet.text(line, bold, BODY, MARGIN, y);
            }
        }
        y += LEADING + 2;
    }

    private void appointment() throws IOException {
        var place = regular.lines("Tại: " + data.pickup(), BODY, RIGHT - MARGIN - 20);
        float height = 34 + place.size() * LEADING;
        y += 2;
        sheet.frame(MARGIN, y, RIGHT - MARGIN, height);
        sheet.text("Hẹn trả: " + spoken(data.due()), bold, 13, MARGIN + 10, y + 22);
        float base = y + 40;
        for (var line : place) {
            sheet.text(line, regular, BODY, MARGIN + 10, base);
            base += LEADING;
        }
        y += height + 20;
    }

    private static String spoken(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().ordinal()) + ", ngày " + DAY.format(day);
    }

    private void paragraph(String text) throws IOException {
        for (var line : regular.lines(text, BODY, RIGHT - MARGIN)) {
            turnPageUnless(LEADING);
            sheet.text(line, regular, BODY, MARGIN, y);
            y += LEADING;
        }
        y += 4;
    }

    private void signatures() throws IOException {
        turnPageUnless(SIGNATURES);
        float middle = (MARGIN + RIGHT) / 2;
        y += 8;
        sheet.centred("Người đề nghị", bold, BODY, MARGIN, middle - 10, y, LEADING);
        sheet.centred("(ký, ghi rõ họ tên)", regular, 10, MARGIN, middle - 10, y + 14, 13);
        sheet.centred("Cán bộ thu nhận", bold, BODY, middle + 10, RIGHT, y, LEADING);
        sheet.centred("(ký, ghi rõ họ tên)", regular, 10, middle + 10, RIGHT, y + 14, 13);
        sheet.centred(data.officer(), regular, BODY, middle + 10, RIGHT, y + 66, LEADING);
    }

    /// Goes on overleaf when fewer than `points` are left.
    private void turnPageUnless(float points) throws IOException {
        if (y + points > BOTTOM) {
            sheet.close();
            sheet = new Sheet(document, PDRectangle.A5);
            y = MARGIN + BODY;
            begin();
        }
    }
}
