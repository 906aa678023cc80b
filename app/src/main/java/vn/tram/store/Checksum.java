package vn.tram.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Notices a row that does not read back as it was written. H2 checks the frame of what it reads,
/// not the values: a flipped byte in the encrypted file would come out as sixteen bytes of noise in
/// the middle of a name. Against accident, not against somebody with the database's password.
final class Checksum {
    private Checksum() {}

    /// CRC-32C of the values' text with their lengths.
    static long of(@Nullable Object... values) {
        var crc = new CRC32C();
        for (var value : values) {
            var text = value == null ? new byte[0] : value.toString().getBytes(UTF_8);
            crc.update(value == null ? 0 : 1);
            for (int shift = 0; shift < 32; shift += 8) {
                crc.update(text.length >>> shift);
            }
            crc.update(text);
        }
        return crc.getValue();
    }
}
