package vn.tram.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The newest picture of an MJPEG stream. A thread of its own reads as fast as the stream comes and
/// keeps one picture; who asks gets that one, once. Nothing queues, and pictures nobody asks for
/// are never decoded.
public final class MjpegStream implements AutoCloseable {
    /// What came of the stream.
    public sealed interface Next {
        /// A picture that was not returned before, still encoded.
        record Shown(StreamPart part) implements Next {}

        /// Nothing new within the patience.
        record Silent() implements Next {}

        /// The stream has ended, or was closed.
        ///
        /// @param lastWords text that came instead of a picture before the end, if any
        record Ended(Optional<String> lastWords) implements Next {}

        /// The stream is not one of pictures.
        record Broken(String why) implements Next {}
    }

    private final InputStream in;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable StreamPart newest;
    private @Nullable Next end;

    private MjpegStream(InputStream in) {
        this.in = in;
    }

    /// Starts reading.
    ///
    /// @param in closed by [#close()]; closing it must wake a blocked read
    /// @param contentType as for [MultipartReader]
    public static MjpegStream start(InputStream in, String contentType) {
        var stream = new MjpegStream(in);
        Thread.ofPlatform().daemon().name("mjpeg").start(() -> stream.read(contentType));
        return stream;
    }

    private void read(String contentType) {
        Optional<String> lastWords = Optional.empty();
        try {
            var parts = new MultipartReader(in, contentType);
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                if (part.get().isJpeg()) {
                    show(part.get());
                } else {
                    lastWords = Optional.of(part.get().text());
                }
            }
            end(new Next.Ended(lastWords));
        } catch (BadStream e) {
            end(new Next.Broken(String.valueOf(e.getMessage())));
        } catch (IOException _) { // the connection is gone: an end like any other
            end(new Next.Ended(lastWords));
        }
    }

    private void show(StreamPart part) {
        lock.lock();
        try {
            newest = part;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(Next how) {
        lock.lock();
        try {
            if (end == null) {
                end = how;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Blocks until a picture newer than the last one returned, the end, or for `patience`. The
    /// newest picture is returned before the end is told.
    public Next next(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (newest == null && end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            var picture = newest;
            newest = null;
            if (picture != null) {
                return new Next.Shown(picture);
            }
            return end != null ? end : new Next.Silent();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the stream and wakes who waits. Idempotent, any thread, never throws.
    @Override
    public void close() {
        end(new Next.Ended(Optional.empty()));
        try {
            in.close();
        } catch (IOException _) {
            // gone already, which is what was wanted
        }
    }
}
