package vn.tram.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/// A disk under H2 that is full after so many bytes more, with the words Linux has for it. Public
/// because H2 makes instances of it.
public final class ShortDisk extends FilePathWrapper {
    // H2 makes an instance for every path
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

    void leave(long bytes) {
        LEFT.set(bytes);
    }

    @Override
    public String getScheme() {
        return "short";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new ShortFile(super.open(mode));
    }

    private static final class ShortFile extends FileBase {
        private final FileChannel file;

        private ShortFile(FileChannel file) {
            this.file = file;
        }

        /// Takes from what is left; a file that is written over in place takes none.
        private void take(int bytes, long end) throws IOException {
            if (end > file.size() && LEFT.addAndGet(-bytes) < 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            take(source.remaining(), position + source.remaining());
            return file.write(source, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            take(source.remaining(), file.position() + source.remaining());
            return file.write(source);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
