package vn.tram.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.tram.image.Position;

/// What the disk itself takes for the bytes of one attempt: a new file, written and forced. As many
/// files lie there as [StoreAttemptBenchmark] lets lie before they go: on blocks that were just
/// given back a file is written faster than on others.
@State(Scope.Thread)
public class BareWriteBenchmark {
    /// A folder on the measured disk.
    @Param("")
    public String disk = "";

    private byte[] bytes;
    private Path folder;
    private int files;

    @Setup
    public void prepare() throws IOException, InterruptedException {
        bytes = Scene.captured(Position.RIGHT_FOUR).pixels().toBytes();
        folder = new Site(Path.of(""), Path.of(disk)).newFolder();
    }

    @Setup(Level.Invocation)
    public void delete() throws IOException {
        if (files == StoreAttemptBenchmark.MOST_ATTEMPTS) {
            for (; files > 0; files--) {
                Files.delete(file(files));
            }
        }
        files++;
    }

    private Path file(int number) {
        return folder.resolve("attempt-" + number);
    }

    @Benchmark
    public void write() throws IOException {
        try (var channel =
                FileChannel.open(
                        file(files), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    @TearDown
    public void clear() throws IOException {
        Site.delete(folder);
    }
}
