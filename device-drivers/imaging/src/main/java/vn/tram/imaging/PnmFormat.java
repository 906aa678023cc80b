package vn.tram.imaging;

import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;
import vn.tram.image.Rgb8;

/// Netpbm's PBM, PGM and PPM in their raw forms (P4, P5, P6) and plain forms (P1, P2, P3). They
/// state no resolution.
final class PnmFormat implements Format {
    @Override
    public boolean claims(Bytes file) {
        return file.length() > 2
                && file.array()[0] == 'P'
                && file.array()[1] >= '1'
                && file.array()[1] <= '6'
                && Character.isWhitespace(file.array()[2]);
    }

    @Override
    public Header header(Bytes file) throws BadPicture {
        var in = new Reader(file);
        return new Header(in.number(), in.number(), new Resolution.Unknown());
    }

    @Override
    public Pixels pixels(Bytes file, Header header) throws BadPicture {
        var in = new Reader(file);
        int width = in.number();
        int height = in.number();
        int kind = file.array()[1] - '0';
        boolean bits = kind == 1 || kind == 4;
        int most = bits ? 1 : in.number();
        if (most < 1 || most > 65535) {
            throw new BadPicture("a PNM's highest level is 1 to 65535, not " + most);
        }
        int bands = kind == 3 || kind == 6 ? 3 : 1;
        int count = width * height * bands;
        long fewestBits = kind == 4 ? 1 : 8; // a plain sample takes at least its digit
        file.check(in.at, ((long) count * fewestBits + 7) / 8);
        var samples =
                switch (kind) {
                    case 4 -> in.packedBits(width, height);
                    case 5, 6 -> in.rawSamples(count, most);
                    default -> in.plainSamples(count, most, bits);
                };
        return bands == 1 ? Gray8.wrap(width, height, samples) : Rgb8.wrap(width, height, samples);
    }

    /// Reads on from behind the first two bytes.
    private static final class Reader {
        private final Bytes file;
        private long at = 2;

        Reader(Bytes file) {
            this.file = file;
        }

        /// The next decimal number, and the one blank behind it.
        int number() throws BadPicture {
            skipBlanks();
            long value = 0;
            int digits = 0;
            for (; isDigit(file.u8(at)); at++, digits++) {
                value = value * 10 + file.u8(at) - '0';
                if (value > Images.MOST_PIXELS) {
                    throw new BadPicture("a number in the header is too large");
                }
            }
            if (digits == 0) {
                throw new BadPicture("a number is missing at byte " + at);
            }
            at++;
            return (int) value;
        }

        private void skipBlanks() throws BadPicture {
            for (; ; at++) {
                int c = file.u8(at);
                if (c == '#') {
                    while (file.u8(at) != '\n') {
                        at++;
                    }
                } else if (!Character.isWhitespace(c)) {
                    return;
                }
            }
        }

        byte[] rawSamples(int count, int most) throws BadPicture {
            var samples = new byte[count];
            int size = most > 255 ? 2 : 1;
            file.check(at, (long) count * size);
            for (int i = 0; i < count; i++, at += size) {
                samples[i] = scaled(size == 2 ? file.u16(at) : file.u8(at), most);
            }
            return samples;
        }

        byte[] packedBits(int width, int height) throws BadPicture {
            var samples = new byte[width * height];
            int stride = (width + 7) / 8;
            file.check(at, (long) stride * height);
            for (int y = 0, i = 0; y < height; y++, at += stride) {
                for (int x = 0; x < width; x++, i++) {
                    boolean black = (file.u8(at + x / 8) >> 7 - x % 8 & 1) == 1;
                    samples[i] = (byte) (black ? 0 : 255);
                }
            }
            return samples;
        }

        byte[] plainSamples(int count, int most, boolean bits) throws BadPicture {
            var samples = new byte[count];
            for (int i = 0; i < count; i++) {
                samples[i] = bits ? plainBit() : scaled(lastNumber(), most);
            }
            return samples;
        }

        /// Bits of a plain PBM need no blanks between them.
        private byte plainBit() throws BadPicture {
            skipBlanks();
            int digit = file.u8(at++);
            if (digit != '0' && digit != '1') {
                throw new BadPicture("a bit is 0 or 1");
            }
            return (byte) (digit == '1' ? 0 : 255);
        }

        /// The file may end right behind its last number.
        private int lastNumber() throws BadPicture {
            skipBlanks();
            int value = 0;
            int digits = 0;
            for (; at < file.length() && isDigit(file.u8(at)); at++, digits++) {
                value = Math.min(65536, value * 10 + file.u8(at) - '0');
            }
            if (digits == 0) {
                throw new BadPicture("a number is missing at byte " + at);
            }
            return value;
        }

        private static byte scaled(int sample, int most) throws BadPicture {
            if (sample > most) {
                throw new BadPicture("a level lies above the highest");
            }
            if (most == 65535) {
                return (byte) (sample >> 8);
            }
            return (byte) (most == 255 ? sample : (int) ((long) sample * 255 / most));
        }

        private static boolean isDigit(int c) {
            return c >= '0' && c <= '9';
        }
    }
}
