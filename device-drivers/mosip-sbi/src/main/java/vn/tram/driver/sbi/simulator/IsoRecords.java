package vn.tram.driver.sbi.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.imaging.Images;

/// Writes biometric records as MOSIP asks for them: ISO/IEC 19794-4:2011 and 19794-5:2011, one
/// lossless JPEG 2000 picture in each.
final class IsoRecords {
    private static final int PPI = 500;
    private static final int JPEG_2000_LOSSLESS = 5;
    private static final int FACE_JPEG_2000_LOSSLESS = 2;

    /// ISO/IEC 19794-4:2011, table *impression type*: live scan, plain.
    private static final int LIVE_PLAIN = 0;

    private IsoRecords() {}

    /// @param misdeed one of the record's, or any other for a right one
    static byte[] finger(Position finger, Pixels pixels, int score, Misdeed misdeed) {
        var image = image(pixels.toGray(), misdeed);
        int width = width(pixels, misdeed);
        int position =
                misdeed == Misdeed.RECORD_OF_ANOTHER ? finger.code() % 10 + 1 : finger.code();
        var body = new Bytes();
        body.time().u8(0).u16(0).u16(0); // technology, vendor, type: not told
        body.u8(1).u8(score).u16(0).u16(0); // one quality block
        body.u8(position).u8(0).u8(1).u16(PPI).u16(PPI).u16(PPI).u16(PPI);
        body.u8(8).u8(JPEG_2000_LOSSLESS).u8(LIVE_PLAIN).u16(width).u16(height(pixels, misdeed));
        body.u32(image.length).bytes(image);
        var head = new Bytes().text("FIR\0" + "020\0");
        return record(head, new Bytes().u16(1).u8(0).u8(1), body, misdeed);
    }

    static byte[] face(Pixels pixels, int score, Misdeed misdeed) {
        var image = image(pixels, misdeed);
        var body = new Bytes();
        body.time().u8(0).u16(0).u16(0);
        body.u8(1).u8(score).u16(0).u16(0);
        body.u16(0).u8(0).u8(0).u8(0).u8(0).u8(0).u16(0).u16(0); // no landmarks, nothing told
        body.u16(0).u8(0).u16(0).u8(0); // pose and its uncertainty
        body.u8(1).u8(FACE_JPEG_2000_LOSSLESS);
        body.u16(width(pixels, misdeed)).u16(height(pixels, misdeed));
        body.u8(0).u16(0).u8(0).u8(1); // 24-bit RGB
        body.u32(image.length).bytes(image);
        var head = new Bytes().text("FAC\0" + "030\0");
        return record(head, new Bytes().u16(1).u8(0).u16(0), body, misdeed);
    }

    /// Head, length of all, the rest of the general header, length of the representation, itself.
    private static byte[] record(Bytes head, Bytes rest, Bytes body, Misdeed misdeed) {
        int length = head.size() + 4 + rest.size() + 4 + body.size();
        int said = misdeed == Misdeed.WRONG_LENGTH ? length + 1 : length;
        head.u32(said).bytes(rest.toByteArray());
        return head.u32(4 + body.size()).bytes(body.toByteArray()).toByteArray();
    }

    private static byte[] image(Pixels pixels, Misdeed misdeed) {
        return switch (misdeed) {
            case BOMB -> bomb();
            case NO_PICTURE -> new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
            default -> Images.jpeg2000(pixels);
        };
    }

    private static int width(Pixels pixels, Misdeed misdeed) {
        return misdeed == Misdeed.OTHER_SIZE ? pixels.width() + 1 : pixels.width();
    }

    private static int height(Pixels pixels, Misdeed misdeed) {
        return misdeed == Misdeed.OTHER_SIZE ? pixels.height() - 1 : pixels.height();
    }

    /// A codestream of 60000 x 60000 pixels, right in every marker and without any data.
    private static byte[] bomb() {
        var bytes = ByteBuffer.allocate(80);
        bytes.putInt(0xFF4FFF51).putShort((short) 41).putShort((short) 0);
        bytes.putInt(60_000).putInt(60_000).putInt(0).putInt(0);
        bytes.putInt(60_000).putInt(60_000).putInt(0).putInt(0);
        bytes.putShort((short) 1).put((byte) 7).put((byte) 1).put((byte) 1);
        bytes.putShort((short) 0xFF52).putShort((short) 12).putShort((short) 0);
        bytes.putShort((short) 1).put(new byte[] {0, 5, 4, 4, 0, 1});
        bytes.putShort((short) 0xFF90).putShort((short) 10).putShort((short) 0).putInt(0);
        bytes.putShort((short) 1).putInt(0xFF93FFD9);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /// Big-endian fields one after the other.
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes u8(int value) {
            write(value);
            return this;
        }

        Bytes u16(int value) {
            return u8(value >> 8).u8(value);
        }

        Bytes u32(int value) {
            return u16(value >> 16).u16(value);
        }

        Bytes bytes(byte[] more) {
            writeBytes(more);
            return this;
        }

        Bytes text(String text) {
            return bytes(text.getBytes(ISO_8859_1));
        }

        /// Year to millisecond, in UTC.
        Bytes time() {
            var now = ZonedDateTime.now(ZoneOffset.UTC);
            u16(now.getYear()).u8(now.getMonthValue()).u8(now.getDayOfMonth());
            u8(now.getHour()).u8(now.getMinute()).u8(now.getSecond());
            return u16(now.getNano() / 1_000_000);
        }
    }
}
