package vn.tram.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// The one ZIP layout a batch may have, so that a reader can rebuild it and compare: entries
/// STORED, sizes and CRC-32 in the local header, no data descriptor, no extra field, no comment, no
/// ZIP64, no split archive, ASCII names, the date 1980-01-01 00:00.
///
/// `java.util.zip` writes data descriptors and extra fields as it sees fit, and reads archives
/// whose headers contradict each other; hence these few lines of our own. Source: PKWARE APPNOTE
/// 6.3.10, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end of central directory).
final class CanonicalZip {
    /// Largest archive: sizes and offsets stay positive in 32 bits.
    static final long MAX_BYTES = Integer.MAX_VALUE;

    static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int END_SIGNATURE = 0x06054b50;
    static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;

    /// Version 2.0 of the specification, the least that every reader knows; host system 0.
    private static final short VERSION = 20;

    /// 1980-01-01 in MS-DOS form: the first day it can tell.
    private static final short DATE = 0x0021;

    private CanonicalZip() {}

    /// An entry as the headers tell it.
    ///
    /// @param offset of its local header
    /// @param crc CRC-32 of its content
    /// @param size bytes of its content
    record Entry(String name, long offset, int crc, long size) {
        Entry {
            if (offset < 0 || size < 0 || offset + size > MAX_BYTES) {
                throw new IllegalArgumentException("entry outside the format: " + size + " bytes");
            }
        }

        /// Bytes of local header and content.
        long length() {
            return LOCAL_BYTES + name.length() + size;
        }

        /// Where the content begins.
        long contentOffset() {
            return offset + LOCAL_BYTES + name.length();
        }
    }

    static byte[] localHeader(Entry entry) {
        var name = ascii(entry.name());
        return little(LOCAL_BYTES + name.length)
                .putInt(LOCAL_SIGNATURE)
                .putShort(VERSION)
                .putShort((short) 0) // flags
                .putShort((short) 0) // STORED
                .putShort((short) 0) // 00:00
                .putShort(DATE)
                .putInt(entry.crc())
                .putInt((int) entry.size())
                .putInt((int) entry.size())
                .putShort((short) name.length)
                .putShort((short) 0) // extra field
                .put(name)
                .array();
    }

    /// Everything after the last content: the central directory and its end record.
    static byte[] tail(List<Entry> entries) {
        var directory = new ByteArrayOutputStream();
        entries.forEach(entry -> directory.writeBytes(centralHeader(entry)));
        long start = entries.stream().mapToLong(Entry::length).sum();
        var end =
                little(END_BYTES)
                        .putInt(END_SIGNATURE)
                        .putShort((short) 0) // this disk
                        .putShort((short) 0) // disk of the directory
                        .putShort((short) entries.size())
                        .putShort((short) entries.size())
                        .putInt(directory.size())
                        .putInt((int) start)
                        .putShort((short) 0) // comment
                        .array();
        directory.writeBytes(end);
        return directory.toByteArray();
    }

    private static byte[] centralHeader(Entry entry) {
        var name = ascii(entry.name());
        return little(CENTRAL_BYTES + name.length)
                .putInt(CENTRAL_SIGNATURE)
                .putShort(VERSION)
                .putShort(VERSION)
                .putShort((short) 0) // flags
                .putShort((short) 0) // STORED
                .putShort((short) 0) // 00:00
                .putShort(DATE)
                .putInt(entry.crc())
                .putInt((int) entry.size())
                .putInt((int) entry.size())
                .putShort((short) name.length)
                .putShort((short) 0) // extra field
                .putShort((short) 0) // comment
                .putShort((short) 0) // disk
                .putShort((short) 0) // internal attributes
                .putInt(0) // external attributes
                .putInt((int) entry.offset())
                .put(name)
                .array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    static int crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    /// Writes entries one after another; holds none of them.
    static final class Writer {
        private final OutputStream out;
        private final List<Entry> entries = new ArrayList<>();
        private long length;

        Writer(OutputStream out) {
            this.out = out;
        }

        void add(String name, byte[] content) throws IOException {
            var entry = new Entry(name, length, crc(content), content.length);
            out.write(localHeader(entry));
            out.write(content);
            entries.add(entry);
            length += entry.length();
        }

        /// Bytes so far, without the directory.
        long length() {
            return length;
        }

        void finish() throws IOException {
            out.write(tail(entries));
        }
    }
}
