package vn.tram.imaging;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import jj2000.j2k.NotImplementedError;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;

/// JPEG 2000 (ISO/IEC 15444-1), as JP2 file or bare codestream, gray or RGB.
///
/// Decoding is by JJ2000, on the Java platform; it gets the codestream alone, with its tile-parts
/// measured. Encoding is by the OpenJPEG inside OpenCV: fed with our own pixels it is safe.
final class Jpeg2000Format implements Format {
    private static final String FILE = "\0\0\0\fjP  \r\n\u0087\n";
    private static final String CODESTREAM = "\u00ff\u004f\u00ff\u0051";
    private static final int SIZE = 0xFF51;
    private static final int CODING = 0xFF52;
    private static final int QUANTIZATION = 0xFF5C;
    private static final int COMMENT = 0xFF64;
    private static final int START_OF_TILE = 0xFF90;
    private static final int START_OF_DATA = 0xFF93;
    private static final int END = 0xFFD9;

    /// More tiles than any picture of ours needs; each costs the decoder memory before any pixel.
    private static final long MOST_TILES = 4096;

    private static final int MOST_LAYERS = 64;
    private static final int MOST_LEVELS = 10;

    /// Exponent of two of the smallest precinct's side.
    private static final int LEAST_PRECINCT = 5;

    /// For the largest picture on a slow, busy machine.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final J2KImageReaderSpi READER = new J2KImageReaderSpi();

    /// What OpenCV takes for *lossless*: a thousand thousandths of the size.
    private static final int LOSSLESS = 1000;

    @Override
    public boolean claims(Bytes file) {
        return file.startWith(FILE) || file.startWith(CODESTREAM);
    }

    @Override
    public Header header(Bytes file) throws BadPicture {
        if (file.startWith(CODESTREAM)) {
            return codestreamHeader(file, 0, file.length(), new Resolution.Unknown());
        }
        Resolution resolution = new Resolution.Unknown();
        for (long at = 0; ; ) {
            var box = Box.at(file, at, file.length());
            if (box.type.equals("jp2h")) {
                resolution = resolution(file, box);
            } else if (box.type.equals("jp2c")) {
                return codestreamHeader(file, box.content, box.end, resolution);
            }
            at = box.end;
        }
    }

    private static Header codestreamHeader(Bytes file, long start, long end, Resolution resolution)
            throws BadPicture {
        if (file.u32(start) != 0xFF4FFF51L) {
            throw new BadPicture("a codestream starts with its size");
        }
        long width = file.u32(start + 8) - file.u32(start + 16);
        long height = file.u32(start + 12) - file.u32(start + 20);
        long tileWidth = file.u32(start + 24);
        long tileHeight = file.u32(start + 28);
        int components = file.u16(start + 40);
        if (components != 1 && components != 3) {
            throw new BadPicture("has " + components + " components; 1 and 3 are read");
        }
        for (int i = 0; i < components; i++) {
            long component = start + 42 + 3L * i;
            boolean plain = file.u8(component + 1) == 1 && file.u8(component + 2) == 1;
            if (!plain || file.u8(component) > 15) {
                throw new BadPicture("has subsampled, signed or deep components");
            }
        }
        if (tileWidth < 1
                || tileHeight < 1
                || (width + tileWidth) / tileWidth * ((height + tileHeight) / tileHeight)
                        > MOST_TILES) {
            throw new BadPicture("has more than " + MOST_TILES + " tiles");
        }
        checkMainHeader(file, start + 2, end);
        return new Header(width, height, resolution);
    }

    /// The main header may hold only what every encoder writes, in one layer of moderate depth: the
    /// decoder goes on for ever over some of the rest.
    private static void checkMainHeader(Bytes file, long firstMarker, long end) throws BadPicture {
        long at = firstMarker;
        for (int marker = file.u16(at); marker != START_OF_TILE; marker = file.u16(at)) {
            switch (marker) {
                case SIZE, QUANTIZATION, COMMENT -> {}
                case CODING -> checkCoding(file, at + 2);
                default -> throw new BadPicture("uses a part of JPEG 2000 that is not read");
            }
            at += 2 + Math.max(2, file.u16(at + 2));
        }
        checkTileParts(file, at, end);
    }

    private static void checkCoding(Bytes file, long at) throws BadPicture {
        int style = file.u8(at + 2);
        boolean plain =
                (style & ~1) == 0 // no SOP, no EPH
                        && file.u8(at + 3) <= 4
                        && file.u16(at + 4) >= 1
                        && file.u16(at + 4) <= MOST_LAYERS
                        && file.u8(at + 6) <= 1
                        && file.u8(at + 7) <= MOST_LEVELS
                        && file.u8(at + 8) <= 4
                        && file.u8(at + 9) <= 4
                        && (file.u8(at + 10) & ~0x3F) == 0
                        && file.u8(at + 11) <= 1;
        for (int level = 0; plain && (style & 1) == 1 && level <= file.u8(at + 7); level++) {
            int precinct = file.u8(at + 12 + level);
            plain = (precinct & 15) >= LEAST_PRECINCT && precinct >> 4 >= LEAST_PRECINCT;
        }
        if (!plain) {
            throw new BadPicture("is coded in a way that is not read");
        }
    }

    private static void checkTileParts(Bytes file, long first, long end) throws BadPicture {
        long at = first;
        while (file.u16(at) == START_OF_TILE) {
            if (file.u16(at + 12) != START_OF_DATA) {
                throw new BadPicture("uses a part of JPEG 2000 that is not read");
            }
            long length = file.u32(at + 6);
            at = length == 0 ? end - 2 : at + length;
            if (length != 0 && length < 14 || at > end - 2) {
                throw new BadPicture("the file ends before the picture does");
            }
        }
        if (file.u16(at) != END) {
            throw new BadPicture("the file ends before the picture does");
        }
    }

    /// The capture resolution, in whole powers of ten per metre.
    private static Resolution resolution(Bytes file, Box header) throws BadPicture {
        for (long at = header.content; at < header.end; ) {
            var box = Box.at(file, at, header.end);
            if (box.type.equals("res ")) {
                var inner = Box.at(file, box.content, box.end);
                long c = inner.content;
                file.check(c, 10);
                double y = file.u16(c) / (double) file.u16(c + 2);
                double x = file.u16(c + 4) / (double) file.u16(c + 6);
                return Header.perMetre(
                        x * Math.pow(10, (byte) file.u8(c + 9)),
                        y * Math.pow(10, (byte) file.u8(c + 8)));
            }
            at = box.end;
        }
        return new Resolution.Unknown();
    }

    private record Box(String type, long content, long end) {
        static Box at(Bytes file, long at, long limit) throws BadPicture {
            long length = file.u32(at);
            var type = file.tag(at + 4);
            long content = at + 8;
            if (length == 1) {
                if (file.u32(at + 8) != 0) {
                    throw new BadPicture("a box is longer than the file");
                }
                length = file.u32(at + 12);
                content = at + 16;
            }
            long end = length == 0 ? limit : at + length;
            if (end < content || end > limit) {
                throw new BadPicture("a box is longer than the file");
            }
            return new Box(type, content, end);
        }
    }

    @Override
    public Pixels pixels(Bytes file, Header header) throws IOException {
        try (var log = new DecoderLog();
                var in = new BoundedInput(codestream(file), PATIENCE)) {
            var pixels = JavaImages.decode(in, READER, List.of());
            log.refuseDamage();
            return pixels;
        } catch (NotImplementedError e) {
            throw new BadPicture("uses a part of JPEG 2000 that is not read", e);
        }
    }

    private static byte[] codestream(Bytes file) throws BadPicture {
        if (file.startWith(CODESTREAM)) {
            return file.array();
        }
        var box = Box.at(file, 0, file.length());
        while (!box.type.equals("jp2c")) {
            box = Box.at(file, box.end, file.length());
        }
        return Arrays.copyOfRange(file.array(), (int) box.content, (int) box.end);
    }

    static byte[] encode(Pixels pixels) {
        return encode(pixels, LOSSLESS);
    }

    /// The finest that takes no more bytes; a tenth less is asked for until it does.
    static byte[] encodeWithin(Pixels pixels, int mostBytes) {
        double raw = 3.0 * pixels.width() * pixels.height();
        int share = (int) Math.min(LOSSLESS, Math.floor(LOSSLESS * mostBytes / raw));
        while (share >= 1) {
            var file = encode(pixels, share);
            if (file.length <= mostBytes) {
                return file;
            }
            share = Math.min(share - 1, share * 9 / 10);
        }
        throw new IllegalArgumentException(
                "no JPEG 2000 of " + pixels + " in " + mostBytes + " bytes");
    }

    /// @param share of the pixels' own bytes, in thousandths
    private static byte[] encode(Pixels pixels, int share) {
        var mat = Mats.of(pixels);
        var out = new MatOfByte();
        var parameters = new MatOfInt(Imgcodecs.IMWRITE_JPEG2000_COMPRESSION_X1000, share);
        try {
            if (!Imgcodecs.imencode(".jp2", mat, out, parameters)) {
                throw new IllegalStateException("OpenCV does not write JPEG 2000");
            }
            return out.toArray();
        } finally {
            mat.release();
            out.release();
            parameters.release();
        }
    }
}
