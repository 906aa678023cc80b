package vn.tram.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.SessionId;

class SlipTest {
    private static final SessionId SESSION = SessionId.of("6c1f0f4e-8a52-4f0e-9d0b-3a7f5c2e1b90");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 2);

    private static SlipData slip(String name, List<String> notes, boolean training) {
        return new SlipData(
                SESSION,
                "0427",
                "0427-261123-000047",
                "Công an tỉnh Mẫu",
                "Công an xã Mẫu",
                name,
                LocalDate.of(1999, 2, 15),
                "F",
                "001199000123",
                List.of("Căn cước – cấp đổi", "Định danh điện tử mức độ 2"),
                DUE,
                "Công an xã Mẫu, thôn 1. Giờ hành chính.",
                notes,
                "Cán bộ Mẫu A",
                training);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static BufferedImage rendered(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 150);
        }
    }

    private static Result decoded(BufferedImage page) throws Exception {
        var source = new BufferedImageLuminanceSource(page);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
    }

    @Test
    void vietnameseReadsBackAsWritten() throws IOException {
        var note = "Vân tay trỏ trái đang bị thương: mời ông/bà đến thu bổ sung khi lành. Ẫ Ỗ Ẳ";
        var text = text(Slip.pdf(slip("NGUYỄN THỊ MẪU", List.of(note), false)));
        assertThat(text)
                .contains("CÔNG AN TỈNH MẪU", "CÔNG AN XÃ MẪU")
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                .contains("GIẤY HẸN TRẢ KẾT QUẢ", "0427-261123-000047")
                .contains("NGUYỄN THỊ MẪU", "15/02/1999", "Nữ", "Căn cước – cấp đổi")
                .contains("Hẹn trả: thứ Tư, ngày 02/12/2026", "Cán bộ Mẫu A");
        assertThat(text.replaceAll("\\s+", " ")).contains(note);
    }

    @Test
    void decomposedNamesAreComposed() throws IOException {
        var apart = Normalizer.normalize("Đặng Thị Ẫ Ỗ Ẳ", Normalizer.Form.NFD);
        assertThat(text(Slip.pdf(slip(apart, List.of(), false)))).contains("ĐẶNG THỊ Ẫ Ỗ Ẳ");
    }

    @Test
    void theNumberIsMasked() throws IOException {
        var text = text(Slip.pdf(slip("NGUYỄN THỊ MẪU", List.of(), false)));
        assertThat(text).contains("•••• •••• 0123").doesNotContain("001199000123", "00119900");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theQrIsReadFromThePageAndTellsNothingOfThePerson(boolean training) throws Exception {
        var page = rendered(Slip.pdf(slip("NGUYỄN THỊ MẪU", List.of(), training)));
        var read = decoded(page);
        assertEquals("TRAM1|" + SESSION + "|0427|2026-12-02", read.getText());
        assertEquals(
                Optional.of(new SlipCode(SESSION, "0427", DUE)), SlipCode.read(read.getText()));
    }

    /// The finder patterns' centres lie 7 modules less than the symbol's side apart.
    @Test
    void theQrIsAtLeast25MillimetresWide() throws Exception {
        var points = decoded(rendered(Slip.pdf(slip("A", List.of(), false)))).getResultPoints();
        double centres = Math.abs(points[2].getX() - points[1].getX());
        int modules = new SlipCode(SESSION, "0427", DUE).symbol().getWidth();
        double side = centres * modules / (modules - 7) / 150 * 25.4;
        assertThat(side).isBetween(25.0, 29.0);
    }

    @Test
    void onlyTrainingSlipsWearTheWatermark() throws Exception {
        var training = Slip.pdf(slip("NGUYỄN THỊ MẪU", List.of(), true));
        var real = Slip.pdf(slip("NGUYỄN THỊ MẪU", List.of(), false));
        assertThat(text(training)).contains("ĐÀO TẠO");
        assertThat(text(real)).doesNotContain("ĐÀO TẠO");
        assertThatThrownBy(() -> decoded(new BufferedImage(99, 99, BufferedImage.TYPE_INT_RGB)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        var data = slip("NGUYỄN THỊ MẪU", List.of("Mang theo thẻ cũ."), true);
        assertArrayEquals(Slip.pdf(data), Slip.pdf(data));
    }

    @Test
    void nothingIsSmallerThanTenPointsAndAllOfItIsOnA5() throws IOException {
        var positions = positions(Slip.pdf(longest()));
        assertThat(positions).isNotEmpty();
        for (var position : positions) {
            assertThat(position.getFontSizeInPt()).isGreaterThanOrEqualTo(10);
            assertThat(position.getX()).isGreaterThan(28);
            assertThat(position.getEndX()).isLessThan(419.6f - 28);
            assertThat(position.getY()).isBetween(28f, 595.3f - 28);
        }
    }

    @Test
    void whatDoesNotFitGoesOverleaf() throws IOException {
        try (var document = Loader.loadPDF(Slip.pdf(longest()))) {
            assertEquals(2, document.getNumberOfPages());
        }
        try (var document = Loader.loadPDF(Slip.pdf(slip("A", List.of("b"), false)))) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void aLetterTheFontDoesNotHaveCostsNobodyTheSlip() throws IOException {
        assertThat(text(Slip.pdf(slip("Y 漢 MẪU", List.of(), false)))).contains("Y ? MẪU");
    }

    @Test
    void bothFontsAreEmbeddedAsSubsets() throws IOException {
        var pdf = Slip.pdf(slip("NGUYỄN THỊ MẪU", List.of(), true));
        assertThat(pdf.length).isLessThan(100_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertTrue(font.isEmbedded());
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSans-.*");
            }
        }
    }

    @Test
    void nothingOfThePersonIsPrintedByToString() {
        assertThat(slip("NGUYỄN THỊ MẪU", List.of(), true).toString())
                .doesNotContain("MẪU", "001199000123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TRAM2|6c1f0f4e-8a52-4f0e-9d0b-3a7f5c2e1b90|0427|2026-12-02",
                "TRAM1|not-a-session|0427|2026-12-02",
                "TRAM1|6c1f0f4e-8a52-4f0e-9d0b-3a7f5c2e1b90|0427|02/12/2026",
                "001199000123||Nguyễn Thị Mẫu|15021999|Nữ|Mẫu|20032021"
            })
    void anotherCodeIsNoSlips(String content) {
        assertEquals(Optional.empty(), SlipCode.read(content));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,7,2026-12-02", // Monday; the design's own example
        "2026-11-27,1,2026-11-30", // Friday
        "2026-11-28,1,2026-11-30", // Saturday
        "2026-12-31,1,2027-01-04", // New Year is a Friday
        "2027-04-29,2,2027-05-04", // 30 April is a Friday, 1 May a Saturday
    })
    void workingDaysLeaveOutWeekendsAndHolidays(LocalDate day, int count, LocalDate due) {
        var holidays =
                Set.of(
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 4, 30),
                        LocalDate.of(2027, 5, 1));
        assertEquals(due, WorkingDays.after(day, count, holidays));
    }

    private static SlipData longest() {
        var notes = new ArrayList<String>();
        for (int i = 1; i <= 12; i++) {
            notes.add(
                    i + ". Vân tay trỏ trái đang bị thương: mời ông/bà đến thu bổ sung khi lành.");
        }
        return slip("TRƯƠNG NGUYỄN HOÀNG PHƯỢNG TRƯỜNG NGHIÊNG KHUỶU NGOẰNG", notes, false);
    }

    private static List<TextPosition> positions(byte[] pdf) throws IOException {
        var all = new ArrayList<TextPosition>();
        var stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition text) {
                        all.add(text);
                    }
                };
        try (var document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return all;
    }
}
