package vn.tram.imaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Core;

/// One of the native libraries inside the OpenCV jar.
///
/// Its size and SHA-256 are written down in `opencv-natives.txt`, so that a copy unpacked earlier
/// can be trusted after reading it once.
///
/// @param size in bytes
/// @param sha256 lower-case hex
/// @param resource its place in the jar
record NativeLibrary(long size, String sha256, String resource) {
    private static final int CHUNK = 1 << 16;

    /// @throws OpenCvMissing when the jar holds none for this operating system and processor
    static NativeLibrary ofThisMachine() {
        var folder = folderOf(System.getProperty("os.name"), System.getProperty("os.arch"));
        return find(folder)
                .orElseThrow(() ->
                        new OpenCvMissing(
                                "OpenCV has no library for "
                                        + folder
                                        + "; name an installed one with -D"
                                        + OpenCv.INSTALLED_COPY,
                                null));
    }

    /// The jar's folder of an operating system and processor as Java names them.
    static String folderOf(String os, String arch) {
        var system = os.toLowerCase(Locale.ROOT);
        var family =
                system.startsWith("windows")
                        ? "windows"
                        : system.startsWith("mac") ? "osx" : system;
        var processor =
                switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "x86", "i386" -> "x86_32";
                    case "aarch64", "arm64" -> "ARMv8";
                    case "arm" -> "ARMv7";
                    default -> arch;
                };
        return family + "/" + processor;
    }

    private static Optional<NativeLibrary> find(String folder) {
        try (var list = NativeLibrary.class.getResourceAsStream("opencv-natives.txt")) {
            if (list == null) {
                throw new IllegalStateException("opencv-natives.txt is not in the program");
            }
            return new BufferedReader(new InputStreamReader(list, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(part -> new NativeLibrary(Long.parseLong(part[0]), part[1], part[2]))
                    .filter(library -> library.resource.contains("/" + folder + "/"))
                    .findFirst();
        } catch (IOException e) {
            throw new OpenCvMissing("the program's own jar cannot be read", e);
        }
    }

    /// The library as a file below `cache`: the one of an earlier start where it is whole, else
    /// unpacked now. Two starts at once do not disturb each other.
    ///
    /// @throws OpenCvMissing when it cannot be written, or the jar holds another one than it should
    Path unpackedIn(Path cache) {
        var file =
                cache.resolve(Core.NATIVE_LIBRARY_NAME + "-" + sha256.substring(0, 16))
                        .resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try {
            if (!isWhole(file)) {
                unpack(file);
            }
            return file;
        } catch (IOException e) {
            throw new OpenCvMissing("OpenCV cannot be unpacked to " + cache, e);
        }
    }

    private boolean isWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != size) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var digest = newDigest();
            var chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
            }
            return matches(digest);
        }
    }

    private void unpack(Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var part = Files.createTempFile(folder, "unpacking", ".part"); // readable by its owner only
        try {
            var digest = newDigest();
            try (InputStream packed = Core.class.getResourceAsStream("/" + resource)) {
                if (packed == null) {
                    throw new OpenCvMissing("the OpenCV jar does not hold " + resource, null);
                }
                try (var out = Files.newOutputStream(part)) {
                    new DigestInputStream(packed, digest).transferTo(out);
                }
            }
            if (!matches(digest)) {
                throw new OpenCvMissing(
                        resource + " in the OpenCV jar is not the one that was released", null);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private boolean matches(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
