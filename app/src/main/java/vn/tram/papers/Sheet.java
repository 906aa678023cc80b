package vn.tram.papers;

import com.google.zxing.common.BitMatrix;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/// One page, drawn from the top down: `y` is points from the upper edge to a text's base line or a
/// box's upper side.
final class Sheet implements AutoCloseable {
    static final float POINTS_PER_MM = 72 / 25.4f;

    private static final float WATERMARK_GRAY = 0.92f;
    private static final float WATERMARK_SIZE = 34;
    private static final double WATERMARK_ANGLE = Math.toRadians(30);

    private final PDPageContentStream content;
    private final float width;
    private final float height;

    Sheet(PDDocument document, PDRectangle size) throws IOException {
        var page = new PDPage(size);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        width = size.getWidth();
        height = size.getHeight();
    }

    /// Tiles `text` in light gray over the whole page; drawn first, everything else stands on it.
    void watermark(String text, Typeface face) throws IOException {
        content.setNonStrokingColor(WATERMARK_GRAY);
        float across = face.width(text, WATERMARK_SIZE) * 1.15f;
        int row = 0;
        for (float y = 0; y < height + across; y += WATERMARK_SIZE * 2.6f, row++) {
            for (float x = row % 2 * -across / 2; x < width; x += across) {
                content.beginText();
                content.setFont(face.font(), WATERMARK_SIZE);
                content.setTextMatrix(Matrix.getRotateInstance(WATERMARK_ANGLE, x, height - y));
                content.showText(face.printable(text));
                content.endText();
            }
        }
        content.setNonStrokingColor(0f);
    }

    void text(String text, Typeface face, float size, float x, float y) throws IOException {
        content.beginText();
        content.setFont(face.font(), size);
        content.newLineAtOffset(x, height - y);
        content.showText(face.printable(text));
        content.endText();
    }

    /// Centred between `left` and `right`, on as many lines as it needs.
    ///
    /// @return where the next line goes
    float centred(
            String text, Typeface face, float size, float left, float right, float y, float leading)
            throws IOException {
        float next = y;
        for (var line : face.lines(text, size, right - left)) {
            text(line, face, size, (left + right - face.width(line, size)) / 2, next);
            next += leading;
        }
        return next;
    }

    void frame(float x, float y, float boxWidth, float boxHeight) throws IOException {
        content.setLineWidth(1);
        content.addRect(x, height - y - boxHeight, boxWidth, boxHeight);
        content.stroke();
    }

    void line(float fromX, float fromY, float toX, float toY) throws IOException {
        content.setLineWidth(1);
        stroke(fromX, fromY, toX, toY);
    }

    /// A thin gray line, as behind a plot.
    void hair(float fromX, float fromY, float toX, float toY) throws IOException {
        content.setLineWidth(0.4f);
        content.setStrokingColor(0.6f);
        stroke(fromX, fromY, toX, toY);
        content.setStrokingColor(0f);
    }

    void dashed(float fromX, float fromY, float toX, float toY) throws IOException {
        content.setLineWidth(1);
        content.setLineDashPattern(new float[] {4, 3}, 0);
        stroke(fromX, fromY, toX, toY);
        content.setLineDashPattern(new float[] {}, 0);
    }

    private void stroke(float fromX, float fromY, float toX, float toY) throws IOException {
        content.moveTo(fromX, height - fromY);
        content.lineTo(toX, height - toY);
        content.stroke();
    }

    /// A small filled square about a place of a plot.
    void dot(float x, float y) throws IOException {
        content.addRect(x - 2, height - y - 2, 4, 4);
        content.fill();
    }

    /// A QR symbol with a white quiet zone of four modules around it (ISO/IEC 18004, 5.3.8).
    ///
    /// @param side of the symbol itself, points
    void symbol(BitMatrix symbol, float x, float y, float side) throws IOException {
        float module = side / symbol.getWidth();
        float quiet = 4 * module;
        content.setNonStrokingColor(1f);
        content.addRect(x - quiet, height - y - side - quiet, side + 2 * quiet, side + 2 * quiet);
        content.fill();
        content.setNonStrokingColor(0f);
        for (int row = 0; row < symbol.getHeight(); row++) {
            for (int column = 0; column < symbol.getWidth(); column++) {
                if (symbol.get(column, row)) {
                    content.addRect(
                            x + column * module, height - y - (row + 1) * module, module, module);
                }
            }
        }
        content.fill();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
