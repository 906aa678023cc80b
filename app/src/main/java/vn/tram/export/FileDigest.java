package vn.tram.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import vn.tram.domain.Digest;

/// The SHA-256 of a file of any size.
final class FileDigest {
    private FileDigest() {}

    static Digest of(Path file) throws IOException {
        var sha = Digest.sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            Files.copy(file, out);
        }
        return new Digest(HexFormat.of().formatHex(sha.digest()));
    }
}
