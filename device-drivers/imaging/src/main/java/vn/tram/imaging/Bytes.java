package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteOrder;

/// A file's bytes, read at any place; a place beyond the end is a [BadPicture], never a crash.
final class Bytes {
    private final byte[] all;
    private final ByteOrder order;

    Bytes(byte[] all, ByteOrder order) {
        this.all = all;
        this.order = order;
    }

    Bytes in(ByteOrder other) {
        return new Bytes(all, other);
    }

    byte[] array() {
        return all;
    }

    int length() {
        return all.length;
    }

    /// Whether the bytes at the start are these, written as ISO 8859-1.
    boolean startWith(String signature) {
        return all.length >= signature.length() && text(0, signature.length()).equals(signature);
    }

    private String text(int at, int length) {
        return new String(all, at, length, ISO_8859_1);
    }

    /// Four letters, such as the name of a chunk.
    String tag(long at) throws BadPicture {
        check(at, 4);
        return text((int) at, 4);
    }

    int u8(long at) throws BadPicture {
        check(at, 1);
        return all[(int) at] & 0xFF;
    }

    int u16(long at) throws BadPicture {
        int first = u8(at);
        int second = u8(at + 1);
        return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
    }

    long u32(long at) throws BadPicture {
        long first = u16(at);
        long second = u16(at + 2);
        return order == ByteOrder.BIG_ENDIAN ? first << 16 | second : second << 16 | first;
    }

    int s32(long at) throws BadPicture {
        return (int) u32(at);
    }

    /// @throws BadPicture when there are not that many bytes from there on
    void check(long at, long length) throws BadPicture {
        if (at < 0 || length < 0 || at > all.length - length) {
            throw new BadPicture("the file ends too early, at byte " + all.length);
        }
    }
}
