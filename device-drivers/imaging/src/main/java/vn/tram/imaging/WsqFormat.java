package vn.tram.imaging;

import java.util.Optional;
import org.jnbis.api.model.Bitmap;
import org.jnbis.internal.WsqDecoder;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;

/// WSQ, the FBI's wavelet compression of prints (IAFIS-IC-0110, version 3.1), gray. Decoded by
/// JNBIS.
///
/// A WSQ file states its resolution, if at all, in a comment of NIST's own (`NIST_COM … PPI 500`).
final class WsqFormat implements Format {
    private static final int START_OF_FRAME = 0xFFA2;
    private static final int START_OF_BLOCK = 0xFFA3;
    private static final int TRANSFORM_TABLE = 0xFFA4;
    private static final int QUANTIZATION_TABLE = 0xFFA5;
    private static final int HUFFMAN_TABLE = 0xFFA6;
    private static final int COMMENT = 0xFFA8;
    private static final int END = 0xFFA1;

    @Override
    public boolean claims(Bytes file) {
        return file.startWith("\u00ff\u00a0\u00ff");
    }

    @Override
    public Header header(Bytes file) throws BadPicture {
        Resolution resolution = new Resolution.Unknown();
        for (long at = 2; ; ) {
            int marker = file.u16(at);
            int length = file.u16(at + 2);
            if (length < 2) {
                throw new BadPicture("is damaged: a segment of " + length + " bytes");
            }
            file.check(at + 2, length);
            switch (marker) {
                case START_OF_FRAME -> {
                    checkEnds(file);
                    return new Header(file.u16(at + 8), file.u16(at + 6), resolution);
                }
                case COMMENT -> resolution = ppi(file, at + 4, length - 2).orElse(resolution);
                case TRANSFORM_TABLE, QUANTIZATION_TABLE, HUFFMAN_TABLE -> {}
                case START_OF_BLOCK -> throw new BadPicture("has no frame header");
                default -> throw new BadPicture("is damaged: no marker at byte " + at);
            }
            at += 2 + length;
        }
    }

    /// The decoder takes what lies beyond the end for zeros: a cut file would be half a print.
    private static void checkEnds(Bytes file) throws BadPicture {
        for (long at = file.length() - 2L; at >= Math.max(0, file.length() - 16L); at--) {
            if (file.u16(at) == END) {
                return;
            }
        }
        throw new BadPicture("the file ends before the picture does");
    }

    private static Optional<Resolution> ppi(Bytes file, long at, int length) throws BadPicture {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) file.u8(at + i));
        }
        if (!text.toString().startsWith("NIST_COM")) {
            return Optional.empty();
        }
        return text.toString()
                .lines()
                .filter(l -> l.matches("PPI \\d{2,5}"))
                .map(l -> Double.parseDouble(l.substring(4)))
                .map(ppi -> Header.perInch(ppi, ppi))
                .findFirst();
    }

    /// JNBIS meets damage with whatever unchecked exception its arrays throw.
    @Override
    public Pixels pixels(Bytes file, Header header) throws BadPicture {
        Bitmap bitmap;
        try {
            bitmap = new WsqDecoder().decode(file.array());
        } catch (RuntimeException e) {
            throw new BadPicture("is damaged", e);
        }
        if ((long) bitmap.getWidth() * bitmap.getHeight() != bitmap.getPixels().length) {
            throw new BadPicture("is damaged: pixels are missing");
        }
        return Gray8.of(bitmap.getWidth(), bitmap.getHeight(), bitmap.getPixels());
    }
}
