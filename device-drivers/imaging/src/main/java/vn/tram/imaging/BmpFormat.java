package vn.tram.imaging;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;

/// Windows bitmaps, not compressed, with the header of Windows 3 or later.
final class BmpFormat implements Format {
    private static final int INFO_HEADER = 14;
    private static final int SMALLEST_INFO_HEADER = 40;
    private static final Set<Integer> DEPTHS = Set.of(1, 4, 8, 24, 32);
    private static final int PLAIN = 0;
    private static final int BIT_FIELDS = 3;

    @Override
    public boolean claims(Bytes file) {
        return file.startWith("BM");
    }

    @Override
    public Header header(Bytes bigEndian) throws BadPicture {
        var file = bigEndian.in(ByteOrder.LITTLE_ENDIAN);
        long pixelsAt = file.u32(10);
        long infoLength = file.u32(INFO_HEADER);
        long width = file.s32(INFO_HEADER + 4);
        long height = Math.abs((long) file.s32(INFO_HEADER + 8)); // negative: first row on top
        int depth = file.u16(INFO_HEADER + 14);
        long compression = file.u32(INFO_HEADER + 16);
        long palette = file.u32(INFO_HEADER + 32);
        if (infoLength < SMALLEST_INFO_HEADER
                || !DEPTHS.contains(depth)
                || !(compression == PLAIN || compression == BIT_FIELDS && depth == 32)
                || palette > 256) {
            throw new BadPicture("is a kind of BMP that is not read");
        }
        file.check(INFO_HEADER, infoLength);
        if (width > 0 && width <= Images.MOST_PIXELS && height <= Images.MOST_PIXELS) {
            long row = (width * depth + 31) / 32 * 4;
            file.check(pixelsAt, row * height);
        }
        return new Header(width, height, resolution(file));
    }

    private static Resolution resolution(Bytes file) throws BadPicture {
        return Header.perMetre(file.s32(INFO_HEADER + 24), file.s32(INFO_HEADER + 28));
    }

    @Override
    public Pixels pixels(Bytes file, Header header) throws IOException {
        return JavaImages.decode(file.array(), Readers.BMP, List.of());
    }
}
