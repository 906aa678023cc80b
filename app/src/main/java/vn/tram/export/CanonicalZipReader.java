package vn.tram.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Reads what [CanonicalZip.Writer] wrote to memory, and only that: rebuilds the headers and
/// compares.
final class CanonicalZipReader {
    private static final int MAX_ENTRIES = 1000;
    private static final int MAX_NAME = 100;

    private final byte[] zip;
    private final ByteBuffer numbers;

    private CanonicalZipReader(byte[] zip) {
        this.zip = zip;
        this.numbers = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// @return contents by name, in the order of the archive
    /// @throws Unreadable when the archive is not canonical
    static SequencedMap<String, byte[]> read(byte[] zip) throws Unreadable {
        return new CanonicalZipReader(zip).all();
    }

    private SequencedMap<String, byte[]> all() throws Unreadable {
        var contents = new LinkedHashMap<String, byte[]>();
        var entries = new ArrayList<CanonicalZip.Entry>();
        int at = 0;
        while (at + CanonicalZip.LOCAL_BYTES <= zip.length
                && numbers.getInt(at) == CanonicalZip.LOCAL_SIGNATURE) {
            var entry = entry(at);
            int start = (int) entry.contentOffset();
            var content = Arrays.copyOfRange(zip, start, start + (int) entry.size());
            if (CanonicalZip.crc(content) != entry.crc()) {
                throw new Unreadable(entry.name() + " does not match its CRC-32");
            }
            if (contents.put(entry.name(), content) != null || entries.size() == MAX_ENTRIES) {
                throw new Unreadable("the archive has an entry twice, or too many");
            }
            entries.add(entry);
            at += (int) entry.length();
        }
        if (!Arrays.equals(CanonicalZip.tail(entries), Arrays.copyOfRange(zip, at, zip.length))) {
            throw new Unreadable("the archive's directory does not match its entries");
        }
        return contents;
    }

    private CanonicalZip.Entry entry(int at) throws Unreadable {
        int crc = numbers.getInt(at + 14);
        int size = numbers.getInt(at + 18);
        int nameLength = Short.toUnsignedInt(numbers.getShort(at + 26));
        int nameAt = at + CanonicalZip.LOCAL_BYTES;
        if (nameLength > MAX_NAME || size < 0 || (long) nameAt + nameLength + size > zip.length) {
            throw new Unreadable("an entry of the archive is out of bounds");
        }
        var name = new String(zip, nameAt, nameLength, StandardCharsets.US_ASCII);
        var entry = new CanonicalZip.Entry(name, at, crc, size);
        var header = Arrays.copyOfRange(zip, at, nameAt + nameLength);
        if (!Arrays.equals(header, CanonicalZip.localHeader(entry))) {
            throw new Unreadable("a header of the archive is not canonical");
        }
        return entry;
    }
}
