package vn.tram.imaging;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;

/// TIFF 6.0, the first page: not compressed, PackBits, LZW or Deflate; gray, palette or RGB.
final class TiffFormat implements Format {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int STRIPS_AT = 273;
    private static final int SAMPLES = 277;
    private static final int STRIP_LENGTHS = 279;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int UNIT = 296;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILES_AT = 324;
    private static final int TILE_LENGTHS = 325;

    private static final Set<Long> COMPRESSIONS = Set.of(1L, 5L, 8L, 32773L, 32946L);
    private static final long WHITE_IS_ZERO = 0;
    private static final long PALETTE = 3;

    /// Bytes of a value of each TIFF type, by its number.
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    @Override
    public boolean claims(Bytes file) {
        return file.startWith("II*\0") || file.startWith("MM\0*");
    }

    @Override
    public Header header(Bytes bytes) throws BadPicture {
        var file = bytes.in(bytes.startWith("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var fields = fields(file, file.u32(4));
        long width = first(file, fields, WIDTH, 0);
        long height = first(file, fields, HEIGHT, 0);
        long bits = first(file, fields, BITS, 1);
        long samples = first(file, fields, SAMPLES, 1);
        long photometric = first(file, fields, PHOTOMETRIC, -1);
        if (!COMPRESSIONS.contains(first(file, fields, COMPRESSION, 1))
                || !(bits == 1 || bits == 4 || bits == 8 || bits == 16)
                || samples < 1
                || samples > 4
                || photometric < WHITE_IS_ZERO
                || photometric > PALETTE) {
            throw new BadPicture("is a kind of TIFF that is not read");
        }
        checkTileSize(file, fields);
        checkData(file, fields);
        return new Header(width, height, resolution(file, fields));
    }

    private record FieldAt(int type, long count, long at) {}

    /// The directory's fields, each known to lie within the file.
    private static Map<Integer, FieldAt> fields(Bytes file, long directory) throws BadPicture {
        var fields = new HashMap<Integer, FieldAt>();
        int count = file.u16(directory);
        for (int i = 0; i < count; i++) {
            long entry = directory + 2 + 12L * i;
            int type = file.u16(entry + 2);
            long values = file.u32(entry + 4);
            if (type < 1 || type >= TYPE_SIZES.length) {
                throw new BadPicture("is damaged: a TIFF field of type " + type);
            }
            long length = values * TYPE_SIZES[type];
            long at = length <= 4 ? entry + 8 : file.u32(entry + 8);
            file.check(at, length);
            fields.put(file.u16(entry), new FieldAt(type, values, at));
        }
        return fields;
    }

    private static long first(Bytes file, Map<Integer, FieldAt> fields, int tag, long otherwise)
            throws BadPicture {
        var field = fields.get(tag);
        return field == null || field.count == 0 ? otherwise : value(file, field, 0);
    }

    private static long value(Bytes file, FieldAt field, int index) throws BadPicture {
        return switch (field.type) {
            case 1 -> file.u8(field.at + index);
            case 3 -> file.u16(field.at + 2L * index);
            case 4 -> file.u32(field.at + 4L * index);
            default -> throw new BadPicture("is damaged: a TIFF number of type " + field.type);
        };
    }

    private static void checkTileSize(Bytes file, Map<Integer, FieldAt> fields) throws BadPicture {
        long width = first(file, fields, TILE_WIDTH, 1);
        long height = first(file, fields, TILE_HEIGHT, 1);
        if (width < 1 || height < 1 || width > Images.MOST_PIXELS / height) {
            throw new BadPicture("is damaged: tiles of " + width + " x " + height);
        }
    }

    private static void checkData(Bytes file, Map<Integer, FieldAt> fields) throws BadPicture {
        boolean tiled = fields.containsKey(TILES_AT);
        var at = fields.get(tiled ? TILES_AT : STRIPS_AT);
        var lengths = fields.get(tiled ? TILE_LENGTHS : STRIP_LENGTHS);
        if (at == null || lengths == null || at.count != lengths.count) {
            throw new BadPicture("does not say where its pixels are");
        }
        for (int i = 0; i < at.count; i++) {
            file.check(value(file, at, i), value(file, lengths, i));
        }
    }

    private static Resolution resolution(Bytes file, Map<Integer, FieldAt> fields)
            throws BadPicture {
        double x = ratio(file, fields.get(X_RESOLUTION));
        double y = ratio(file, fields.get(Y_RESOLUTION));
        return switch ((int) first(file, fields, UNIT, 2)) {
            case 2 -> Header.perInch(x, y);
            case 3 -> Header.perCentimetre(x, y);
            default -> new Resolution.Unknown();
        };
    }

    private static double ratio(Bytes file, @Nullable FieldAt field) throws BadPicture {
        if (field == null || field.type != 5 || field.count < 1) {
            return 0;
        }
        long denominator = file.u32(field.at + 4);
        return denominator == 0 ? 0 : file.u32(field.at) / (double) denominator;
    }

    @Override
    public Pixels pixels(Bytes file, Header header) throws IOException {
        return JavaImages.decode(file.array(), Readers.TIFF, List.of());
    }
}
