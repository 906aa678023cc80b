package vn.tram.imaging;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.ImageInputStreamImpl;

/// A file in memory for a decoder that cannot be trusted to end.
///
/// JJ2000 expects that reading and seeking beyond the end throw; the streams of `javax.imageio`
/// answer −1 and let it seek, and it then takes ones for bits for ever. Here both throw. Besides,
/// it may read no more than so many times the file and not after its time has run out: it fetches
/// every code-block from here just before it decodes it, so that no loop of its goes on for long
/// without passing by. Used by one thread.
///
/// All of this is unchecked: JJ2000 takes the end of the file for a shorter picture, and answers
/// other checked exceptions by trying to end the *thread*.
final class BoundedInput extends ImageInputStreamImpl {
    /// Headers and packets are read a few times at most.
    private static final long MOST_TIMES = 16;

    /// A few header fields of a tiny file, read again and again.
    private static final long ALLOWANCE = 1 << 16;

    private static final int ALL_ONES = 0xFF;

    /// Ends the decoding.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped(String why) {
            super(why);
        }
    }

    private final byte[] file;
    private final long deadline;
    private long left;

    BoundedInput(byte[] file, Duration patience) {
        this.file = file;
        this.left = MOST_TIMES * file.length + ALLOWANCE;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /// Called for the bits of packet headers, and for nothing else.
    @Override
    public int read() throws IOException {
        int at = (int) streamPos;
        int level = readUnsignedByte();
        if (level == ALL_ONES && at > 0 && (file[at - 1] & 0xFF) == ALL_ONES) {
            throw new Stopped("is damaged: 15 ones in a packet header");
        }
        return level;
    }

    @Override
    public byte readByte() throws IOException {
        return (byte) readUnsignedByte();
    }

    @Override
    public int readUnsignedByte() throws IOException {
        bitOffset = 0;
        if (streamPos >= file.length) {
            throw end();
        }
        spend(1);
        return file[(int) streamPos++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (streamPos >= file.length) {
            throw end();
        }
        int some = (int) Math.min(length, file.length - streamPos);
        spend(some);
        System.arraycopy(file, (int) streamPos, into, offset, some);
        streamPos += some;
        return some;
    }

    private void spend(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new Stopped("is damaged: it is read again and again");
        }
        if (System.nanoTime() - deadline > 0) {
            throw new Stopped("takes too long to decode");
        }
    }

    @Override
    public void seek(long position) throws IOException {
        if (position > file.length) {
            throw end();
        }
        super.seek(position);
    }

    @Override
    public int skipBytes(int count) throws IOException {
        seek(streamPos + count);
        return count;
    }

    @Override
    public long length() {
        return file.length;
    }

    private static Stopped end() {
        return new Stopped("the file ends before the picture does");
    }
}
