package vn.tram.task;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that are there whole or not at all, whatever dies in between, and that are gone when they
/// are said to be gone. Each method is durable when it returns; a write blocks for about one or two
/// flushes of the disk.
///
/// Two writers of one target at a time are the caller's mistake.
public final class WholeFile {
    /// What the name of an unfinished file ends in. A start may delete what is called so.
    public static final String PART = ".part";

    private static final FileAttribute<?>[] ANYBODY = {};
    private static final FileAttribute<?>[] OWNER_ALONE = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    private static final FileAttribute<?>[] OWNERS_FOLDER = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };

    private WholeFile() {}

    /// What writes the content.
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Replaces `target` with what `body` writes. On an exception `target` is as it was before.
    public static void write(Path target, Body body) throws IOException {
        write(target, body, ANYBODY);
    }

    /// Replaces `target` with `content`. On an exception `target` is as it was before.
    public static void write(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content), ANYBODY);
    }

    /// As [#write(Path, byte[])], and nobody but the file's owner may read it (POSIX mode 0600;
    /// elsewhere the folder's rights hold).
    public static void writeSecret(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content), posix(target) ? OWNER_ALONE : ANYBODY);
    }

    private static void write(Path target, Body body, FileAttribute<?>[] attributes)
            throws IOException {
        // the same folder: a move across disks is a copy
        var part = target.resolveSibling(target.getFileName() + PART);
        Files.deleteIfExists(part);
        try {
            try (var channel = FileChannel.open(part, Set.of(CREATE_NEW, WRITE), attributes)) {
                var out = Channels.newOutputStream(channel);
                body.writeTo(out);
                out.flush();
                channel.force(true); // the bytes before the name
            }
            Files.move(part, target, ATOMIC_MOVE);
            forceFolder(folderOf(target));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Deletes a file, or nothing where there is none.
    public static void delete(Path target) throws IOException {
        if (Files.deleteIfExists(target)) {
            forceFolder(folderOf(target));
        }
    }

    /// Overwrites a short file with zeros and deletes it; nothing where there is none. Flash
    /// storage and file systems that copy on write may keep the old blocks: not promised away.
    public static void destroy(Path target) throws IOException {
        if (Files.notExists(target)) {
            return;
        }
        try (var channel = FileChannel.open(target, WRITE)) {
            var zeros = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (zeros.hasRemaining()) {
                channel.write(zeros, zeros.position());
            }
            channel.force(true);
        }
        delete(target);
    }

    /// Makes a folder, and those above it, that only its owner may enter (POSIX mode 0700); one
    /// that is there stays as it is.
    public static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder, posix(folder) ? OWNERS_FOLDER : ANYBODY);
        forceFolder(folderOf(folder));
    }

    /// Makes the names in a folder durable. Only POSIX systems can and need to.
    public static void forceFolder(Path folder) throws IOException {
        if (posix(folder)) {
            try (var channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    private static Path folderOf(Path target) {
        var folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("the root of a file system is no file");
        }
        return folder;
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
