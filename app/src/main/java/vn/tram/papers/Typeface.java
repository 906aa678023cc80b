package vn.tram.papers;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A bundled font inside one document, embedded with the glyphs that are used.
final class Typeface {
    /// Stands for what the font cannot show, so that one odd letter does not cost a citizen the
    /// slip.
    private static final int UNKNOWN = '?';

    private static final float PER_EM = 1000;

    private final PDType0Font font;
    private final CmapLookup glyphs;

    private Typeface(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    /// @param file in `vn/tram/fonts`
    static Typeface in(PDDocument document, String file) throws IOException {
        var stream =
                Objects.requireNonNull(
                        Typeface.class.getResourceAsStream("/vn/tram/fonts/" + file), file);
        try (stream) {
            var parsed = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            return new Typeface(
                    PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
        }
    }

    PDType0Font font() {
        return font;
    }

    /// Width in points.
    float width(String text, float size) throws IOException {
        return font.getStringWidth(printable(text)) * size / PER_EM;
    }

    /// NFC (the font places composed letters right, loose marks not), without what it cannot show.
    String printable(String text) {
        var nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        var kept = new StringBuilder();
        nfc.codePoints()
                .map(c -> glyphs.getGlyphId(c) == 0 ? UNKNOWN : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// Breaks at spaces so that each line is at most `width` points; a longer word stands alone.
    List<String> lines(String text, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
