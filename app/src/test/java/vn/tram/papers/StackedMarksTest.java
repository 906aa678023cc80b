package vn.tram.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.domain.SessionId;

/// Vietnamese stacks a tone over a circumflex or breve: on capitals that is the tallest ink of any
/// line. It must be on the paper whole, and the words must come out of the file as they went in.
class StackedMarksTest {
    private static final int DPI = 300;
    private static final double PER_POINT = DPI / 72.0;

    /// Height of Noto Sans' capitals without marks, em (`sCapHeight` 714 of 1000).
    private static final double CAPITAL = 0.714;

    /// What two stacked marks add at least, em: less is one mark, or a cut one.
    private static final double MARKS = 0.2;

    /// One dot of the rendering at the smallest size, em, and its rounding.
    private static final double DOT = 0.035;

    private static final String STACKED = "ẤẦẨẪẮẰẲẴẾỀỂỄỐỒỔỖ";

    /// One line of text as it lies on a page.
    private record Letter(int page, TextPosition at) {
        boolean stacked() {
            return STACKED.contains(Normalizer.normalize(at.getUnicode(), Normalizer.Form.NFC));
        }

        /// How far its outline rises over the base line, em.
        double outline() throws IOException {
            var path = ((PDVectorFont) at.getFont()).getNormalizedPath(at.getCharacterCodes()[0]);
            return path.getBounds2D().getMaxY() / 1000;
        }

        /// How far black ink rises over its base line, em.
        double ink(BufferedImage drawn) {
            int left = (int) Math.floor(at.getX() * PER_POINT);
            int right = (int) Math.ceil(at.getEndX() * PER_POINT);
            int base = (int) Math.round(at.getY() * PER_POINT);
            int highest = base - (int) (1.2 * at.getFontSizeInPt() * PER_POINT);
            for (int y = highest; y < base; y++) {
                for (int x = left; x < right; x++) {
                    if ((drawn.getRGB(x, y) & 0xFF) < 128) {
                        return (base - y) / PER_POINT / at.getFontSizeInPt();
                    }
                }
            }
            return 0;
        }
    }

    private static SlipData slip(String words, boolean training) {
        return new SlipData(
                SessionId.of("6c1f0f4e-8a52-4f0e-9d0b-3a7f5c2e1b90"),
                "0427",
                "0427-261123-000047",
                "Công an tỉnh " + words,
                "Công an xã " + words,
                words,
                LocalDate.of(1999, 2, 15),
                "F",
                "001199000123",
                List.of("Căn cước – " + words),
                LocalDate.of(2026, 12, 2),
                "Công an xã " + words,
                List.of(words + " đang bị thương: mời ông/bà đến thu bổ sung khi lành."),
                "Cán bộ " + words,
                training);
    }

    private static List<Letter> letters(byte[] pdf) throws IOException {
        var all = new ArrayList<Letter>();
        var stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition text) {
                        all.add(new Letter(getCurrentPageNo() - 1, text));
                    }
                };
        try (var document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return all;
    }

    private static List<BufferedImage> pages(byte[] pdf) throws IOException {
        var pages = new ArrayList<BufferedImage>();
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(renderer.renderImageWithDPI(i, DPI));
            }
        }
        return pages;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void marksOverCapitalsAreOnThePaperWhole(boolean training) throws IOException {
        var pdf = Slip.pdf(slip("ẤẦẨẪ ẮẰẲẴ ẾỀỂỄ ỐỒỔỖ", training));
        var pages = pages(pdf);
        var stacked = letters(pdf).stream().filter(Letter::stacked).toList();
        // name, authority, office, service, place, note, officer; GIẤY and KẾT in the title
        assertThat(stacked).hasSize(7 * STACKED.length() + 2);
        for (var letter : stacked) {
            double ink = letter.ink(pages.get(letter.page()));
            assertThat(ink)
                    .as("%s at %s pt", letter.at().getUnicode(), letter.at().getFontSizeInPt())
                    .isGreaterThan(CAPITAL + MARKS)
                    .isGreaterThan(letter.outline() - DOT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ẫ Ỗ Ẳ Ữ Ợ Ỵ",
                "TRƯƠNG NGUYỄN HOÀNG PHƯỢNG TRƯỜNG NGHIÊNG KHUỶU NGOẰNG",
                "CÔNG TẰNG TÔN NỮ HUYỀN NGUYỆT ÁNH DƯƠNG QUỲNH NHƯ HIỂN"
            })
    void theLongestNamesComeOutAsTheyWentIn(String name) throws IOException {
        var pdf = Slip.pdf(slip(name, false));
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(name, "Căn cước – " + name, "Tại: Công an xã " + name)
                    .contains(name + " đang bị thương", "Cán bộ " + name)
                    .doesNotContain("?");
        }
    }
}
