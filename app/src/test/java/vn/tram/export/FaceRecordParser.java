package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/// Reads a face record with one image by the byte layout of ISO/IEC 19794-5:2005, clause 5; shares
/// no code with what writes it.
final class FaceRecordParser {
    record Face(
            int gender,
            int eyeColour,
            int hairColour,
            int features,
            int expression,
            int imageType,
            int dataType,
            int width,
            int height,
            int colourSpace,
            int sourceType,
            int deviceType,
            int quality,
            FingerRecordParser.Image image) {}

    private FaceRecordParser() {}

    static Face parse(byte[] record) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(record));
        assertThat(in.readInt()).isEqualTo(0x46414300); // FAC
        assertThat(in.readInt()).isEqualTo(0x30313000); // 010
        assertThat(in.readInt()).as("length of the record").isEqualTo(record.length);
        assertThat(in.readUnsignedShort()).as("images").isEqualTo(1);
        assertThat(in.readInt()).as("length of the block").isEqualTo(record.length - 14);
        assertThat(in.readUnsignedShort()).as("feature points").isZero();
        int gender = in.readUnsignedByte();
        int eyes = in.readUnsignedByte();
        int hair = in.readUnsignedByte();
        int features = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int expression = in.readUnsignedShort();
        assertThat(in.readNBytes(6)).as("pose and its uncertainty").containsOnly(0);
        return new Face(
                gender,
                eyes,
                hair,
                features,
                expression,
                in.readUnsignedByte(),
                in.readUnsignedByte(),
                in.readUnsignedShort(),
                in.readUnsignedShort(),
                in.readUnsignedByte(),
                in.readUnsignedByte(),
                in.readUnsignedShort(),
                in.readUnsignedShort(),
                new FingerRecordParser.Image(in.readAllBytes()));
    }
}
