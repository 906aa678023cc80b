package vn.tram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// A real disk of a few megabytes, held in memory by the kernel, that can be full to its last page.
/// Where nobody lets us mount one (no Linux, no rights) the test is skipped.
public final class SmallDisk implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final int PAGE = 4096;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        ballast = folder.resolve("ballast");
    }

    /// @param folder an empty one, under which the disk appears
    public static SmallDisk mounted(Path folder, int megabytes)
            throws IOException, InterruptedException {
        boolean mounted;
        try {
            mounted = run("mount", "-t", "tmpfs", "-o", size(megabytes), "tmpfs", folder) == 0;
        } catch (IOException _) {
            mounted = false; // no such program
        }
        assumeTrue(mounted, "this machine mounts no disk for us");
        return new SmallDisk(folder);
    }

    private static String size(int megabytes) {
        return "size=" + megabytes + "m";
    }

    private static int run(Object... command) throws IOException, InterruptedException {
        var words = Arrays.stream(command).map(Object::toString).toList();
        var process =
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.getOutputStream().close(); // asks nobody for a password
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(words + " does not end");
        }
        return process.exitValue();
    }

    public Path folder() {
        return folder;
    }

    /// Bytes that are left.
    public long left() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /// Takes all the room but so many bytes, rounded up to pages.
    public void leave(long bytes) throws IOException {
        var page = ByteBuffer.allocate(PAGE);
        try (var channel =
                FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            while (left() >= bytes + PAGE) {
                channel.write(page.clear());
            }
        }
        assertThat(left()).isLessThan(bytes + PAGE);
    }

    /// Gives back what [#leave] took.
    public void makeRoom() throws IOException {
        Files.deleteIfExists(ballast);
    }

    /// Another size, of a disk that stays as it is.
    public void grow(int megabytes) throws IOException, InterruptedException {
        assertThat(run("mount", "-o", "remount," + size(megabytes), folder)).isZero();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        assertThat(run("umount", folder)).isZero();
    }
}
