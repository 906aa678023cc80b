package vn.tram.driver.sbi;

import java.util.Arrays;
import java.util.Optional;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

/// Reads the one picture of a biometric record: ISO/IEC 19794-4:2011 (finger, `FIR`, version `020`)
/// or 19794-5:2011 (face, `FAC`, version `030`).
///
/// Every length is held against the bytes there are and against each other, and the picture's own
/// size against the record's, before pixels are made.
final class RecordReader {
    /// A finger's picture is at most 2.5 x 2.5 inches at 1000 ppi.
    private static final int MOST_FINGER_PIXELS = 6_250_000;

    /// ISO/IEC 19794-4:2011, table *scale units*.
    private static final int PER_INCH = 1;

    private static final int PER_CENTIMETRE = 2;
    private static final double CENTIMETRES_PER_INCH = 2.54;

    /// Table *image compression algorithm*: uncompressed, one byte a pixel.
    private static final int RAW = 0;

    private static final int QUALITY_BYTES = 5;
    private static final int CERTIFICATION_BYTES = 3;
    private static final int LANDMARK_BYTES = 8;

    private final byte[] bytes;
    private final String what;
    private int at;

    private RecordReader(byte[] bytes, String what) {
        this.bytes = bytes;
        this.what = what;
    }

    /// A finger and where on the hand the record says it belongs.
    record Finger(Optional<Position> position, Gray8 pixels, Resolution.Ppi resolution) {}

    static Finger finger(byte[] bytes) throws FaultException {
        var in = new RecordReader(bytes, "finger record");
        in.expect("FIR\0", "020\0");
        in.expectLength(bytes.length, in.u32());
        in.expectOne(in.u16());
        boolean certified = in.u8() == 1;
        in.skip(1); // number of distinct positions
        in.representation();
        in.skip(QUALITY_BYTES * in.u8());
        if (certified) {
            in.skip(CERTIFICATION_BYTES * in.u8());
        }
        var position = Position.ofCode(in.u8()).filter(Position::isFinger);
        in.skip(1); // which view
        int units = in.u8();
        in.skip(4); // the scan's own rate: the image's counts
        var resolution = in.resolution(units, in.u16(), in.u16());
        int depth = in.u8();
        int compression = in.u8();
        in.skip(1); // impression type
        int width = in.u16();
        int height = in.u16();
        if (depth != 8) {
            throw in.garbled("8 bits a pixel", Integer.toString(depth));
        }
        if (width < 1 || height < 1 || width * (long) height > MOST_FINGER_PIXELS) {
            throw in.garbled("the size of a finger", width + " x " + height);
        }
        var data = in.data();
        var pixels =
                compression == RAW ? in.raw(data, width, height) : in.decoded(data, width, height);
        return new Finger(position, pixels.toGray(), resolution);
    }

    static Rgb8 face(byte[] bytes) throws FaultException {
        var in = new RecordReader(bytes, "face record");
        in.expect("FAC\0", "030\0");
        in.expectLength(bytes.length, in.u32());
        in.expectOne(in.u16());
        in.skip(3); // certification flag, temporal semantics
        in.representation();
        in.skip(QUALITY_BYTES * in.u8());
        int landmarks = in.u16();
        in.skip(15 + LANDMARK_BYTES * landmarks); // gender to pose, as far as anybody fills it
        in.skip(2); // face image type, image data type
        int width = in.u16();
        int height = in.u16();
        in.skip(5); // sampling rate, processing, cross reference, colour space
        if (width < 1 || height < 1 || width * (long) height > Images.MOST_PIXELS) {
            throw in.garbled("the size of a portrait", width + " x " + height);
        }
        return in.decoded(in.data(), width, height).toRgb();
    }

    private void expect(String format, String version) throws FaultException {
        var signature = text(4) + text(4);
        if (!signature.equals(format + version)) {
            throw garbled(format.strip() + " " + version.strip(), "another format or version");
        }
    }

    private void expectLength(long have, long said) throws FaultException {
        if (have != said) {
            throw garbled("a length of " + have, Long.toString(said));
        }
    }

    private void expectOne(int representations) throws FaultException {
        if (representations != 1) {
            throw garbled("one picture", Integer.toString(representations));
        }
    }

    /// A representation that goes to the record's end, with the time and make of the device.
    private void representation() throws FaultException {
        int start = at;
        long length = u32();
        if (length != bytes.length - (long) start) {
            throw garbled("a representation to the end", length + " bytes");
        }
        skip(14);
    }

    private Resolution.Ppi resolution(int units, int x, int y) throws FaultException {
        if (x < 1 || y < 1 || units != PER_INCH && units != PER_CENTIMETRE) {
            throw garbled("a resolution", x + " x " + y + " in unit " + units);
        }
        double scale = units == PER_INCH ? 1 : CENTIMETRES_PER_INCH;
        return new Resolution.Ppi(x * scale, y * scale);
    }

    private byte[] data() throws FaultException {
        long length = u32();
        if (length > bytes.length - at) {
            throw garbled("image data within the record", length + " bytes");
        }
        return Arrays.copyOfRange(bytes, at, at + (int) length);
    }

    private Pixels raw(byte[] data, int width, int height) throws FaultException {
        if (data.length != width * height) {
            throw garbled(width * height + " bytes of pixels", Integer.toString(data.length));
        }
        return Gray8.wrap(width, height, data);
    }

    /// The picture's own first bytes tell its format; the record's code for it is often wrong.
    private Pixels decoded(byte[] data, int width, int height) throws FaultException {
        return switch (Images.decode(data, width, height)) {
            case Decoding.Decoded(var pixels, _) -> pixels;
            case Decoding.Unreadable(var why) -> throw garbled("a picture", "one that " + why);
        };
    }

    private int u8() throws FaultException {
        if (at >= bytes.length) {
            throw garbled("more bytes", "the end after " + at);
        }
        return bytes[at++] & 0xFF;
    }

    private int u16() throws FaultException {
        return u8() << 8 | u8();
    }

    private long u32() throws FaultException {
        return (long) u16() << 16 | u16();
    }

    private String text(int length) throws FaultException {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) u8());
        }
        return text.toString();
    }

    private void skip(int count) throws FaultException {
        if (count > bytes.length - at) {
            throw garbled("more bytes", "the end after " + bytes.length);
        }
        at += count;
    }

    private FaultException garbled(String expected, String got) {
        return new FaultException(new Fault.Garbled(what + ": " + expected, got));
    }
}
