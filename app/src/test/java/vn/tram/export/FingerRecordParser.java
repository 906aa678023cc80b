package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a finger image record by the byte layout of ISO/IEC 19794-4:2005, clause 8; shares no code
/// with what writes it.
public final class FingerRecordParser {
    public record Header(
            int device,
            int level,
            int scaleUnits,
            int scanX,
            int scanY,
            int imageX,
            int imageY,
            int depth,
            int compression) {}

    public record View(
            int position,
            int views,
            int number,
            int quality,
            int impression,
            int width,
            int height,
            Image image) {}

    /// Image data as they lie in the record.
    public static final class Image {
        private final byte[] bytes;

        Image(byte[] bytes) {
            this.bytes = bytes;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    public record Parsed(Header header, List<View> views) {}

    private FingerRecordParser() {}

    public static Parsed parse(byte[] record) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(record));
        assertThat(in.readInt()).isEqualTo(0x46495200); // FIR
        assertThat(in.readInt()).isEqualTo(0x30313000); // 010
        long length = (long) in.readUnsignedShort() << 32 | in.readInt() & 0xFFFFFFFFL;
        assertThat(length).isEqualTo(record.length);
        int device = in.readUnsignedShort();
        int level = in.readUnsignedShort();
        int count = in.readUnsignedByte();
        var header =
                new Header(
                        device,
                        level,
                        in.readUnsignedByte(),
                        in.readUnsignedShort(),
                        in.readUnsignedShort(),
                        in.readUnsignedShort(),
                        in.readUnsignedShort(),
                        in.readUnsignedByte(),
                        in.readUnsignedByte());
        assertThat(in.readUnsignedShort()).as("reserved").isZero();
        var views = new ArrayList<View>();
        for (int i = 0; i < count; i++) {
            views.add(view(in));
        }
        assertThat(in.available()).as("after the last view").isZero();
        return new Parsed(header, views);
    }

    private static View view(DataInputStream in) throws IOException {
        int length = in.readInt();
        int position = in.readUnsignedByte();
        int views = in.readUnsignedByte();
        int number = in.readUnsignedByte();
        int quality = in.readUnsignedByte();
        int impression = in.readUnsignedByte();
        int width = in.readUnsignedShort();
        int height = in.readUnsignedShort();
        assertThat(in.readUnsignedByte()).as("reserved").isZero();
        var image = new byte[length - 14];
        in.readFully(image);
        return new View(
                position, views, number, quality, impression, width, height, new Image(image));
    }
}
