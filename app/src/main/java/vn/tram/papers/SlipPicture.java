package vn.tram.papers;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.tram.image.Gray8;
import vn.tram.task.UiThread;

/// How a slip looks, for the screen.
public final class SlipPicture {
    private SlipPicture() {}

    /// The first page in gray. Takes some hundred milliseconds, refuses the JavaFX thread.
    ///
    /// @param pdf as [Slip#pdf] made it
    /// @param dpi dots per inch; an A5 page at 150 is 874 by 1240 pixels
    public static Gray8 of(byte[] pdf, int dpi) {
        UiThread.refuse("drawing a slip");
        try (var document = Loader.loadPDF(pdf)) {
            var drawn = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
            return gray(drawn);
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF of our own, in memory", e);
        }
    }

    private static Gray8 gray(BufferedImage drawn) {
        var samples = ((DataBufferByte) drawn.getRaster().getDataBuffer()).getData();
        return Gray8.of(drawn.getWidth(), drawn.getHeight(), samples);
    }
}
