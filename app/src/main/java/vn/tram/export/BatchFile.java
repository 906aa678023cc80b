package vn.tram.export;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import vn.tram.domain.Digest;

/// A batch as its bytes tell it: read once from front to back, each header compared with the one
/// the format demands, contents digested and not kept, but for the three small ones.
///
/// Nothing is unpacked and nothing is believed: sizes are bounded before memory is taken for them,
/// and offsets in the directory are compared, never followed.
///
/// @param digest of the whole file
/// @param entries in order
/// @param digests of the contents, by name
/// @param kept contents of index, manifest and signature, by name
/// @param problems what is wrong without making the rest unreadable
record BatchFile(
        Digest digest,
        List<CanonicalZip.Entry> entries,
        Map<String, Digest> digests,
        Map<String, byte[]> kept,
        List<String> problems) {
    private static final int BUFFER = 64 << 10;

    /// Longest name in the format: `dossiers/<36>.p7m`.
    private static final int MAX_NAME = 49;

    /// @throws Unreadable when the form breaks so that what follows cannot be told
    /// @throws IOException when the file cannot be read
    static BatchFile read(Path file) throws IOException, Unreadable {
        if (Files.size(file) > BatchFormat.MAX_BATCH_BYTES) {
            throw new Unreadable("the file is larger than a batch may be");
        }
        var whole = Digest.sha256();
        try (var in =
                new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER), whole)) {
            return new Reading(in, whole).all();
        } catch (EOFException e) {
            throw new Unreadable("the file ends too early", e);
        }
    }

    List<CanonicalZip.Entry> dossiers() {
        return entries.stream().filter(e -> BatchFormat.isDossierName(e.name())).toList();
    }

    /// Content of index, manifest or signature.
    byte[] kept(String name) {
        return Objects.requireNonNull(kept.get(name));
    }

    /// Digest of the content of an entry.
    Digest digest(String name) {
        return Objects.requireNonNull(digests.get(name));
    }

    /// One pass over a stream.
    private static final class Reading {
        private final InputStream in;
        private final MessageDigest whole;
        private final byte[] buffer = new byte[BUFFER];
        private final List<CanonicalZip.Entry> entries = new ArrayList<>();
        private final Map<String, Digest> digests = new HashMap<>();
        private final Map<String, byte[]> kept = new HashMap<>();
        private final List<String> problems = new ArrayList<>();
        private long position;

        private Reading(InputStream in, MessageDigest whole) {
            this.in = in;
            this.whole = whole;
        }

        private BatchFile all() throws IOException, Unreadable {
            var signature = exactly(Integer.BYTES);
            while (little(signature).getInt() == CanonicalZip.LOCAL_SIGNATURE) {
                entry(signature);
                signature = exactly(Integer.BYTES);
            }
            order();
            tail(signature);
            var digest = new Digest(HexFormat.of().formatHex(whole.digest()));
            return new BatchFile(digest, entries, digests, kept, problems);
        }

        private void entry(byte[] signature) throws IOException, Unreadable {
            var rest = exactly(CanonicalZip.LOCAL_BYTES - Integer.BYTES);
            var header = little(rest);
            int crc = header.getInt(10);
            int size = header.getInt(14);
            int nameLength = Short.toUnsignedInt(header.getShort(22));
            if (nameLength > MAX_NAME) {
                throw strange("a name that is too long");
            }
            var nameBytes = exactly(nameLength);
            var name = new String(nameBytes, StandardCharsets.US_ASCII);
            if (size < 0 || size > largest(name)) {
                throw strange("a size out of bounds");
            }
            if (position + (long) size > CanonicalZip.MAX_BYTES) {
                throw strange("a size out of bounds");
            }
            var entry = new CanonicalZip.Entry(name, position, crc, size);
            var found = new byte[CanonicalZip.LOCAL_BYTES + nameLength];
            System.arraycopy(signature, 0, found, 0, signature.length);
            System.arraycopy(rest, 0, found, signature.length, rest.length);
            System.arraycopy(nameBytes, 0, found, CanonicalZip.LOCAL_BYTES, nameLength);
            if (!Arrays.equals(found, CanonicalZip.localHeader(entry))) {
                throw strange("a header outside the format");
            }
            entries.add(entry);
            content(entry);
            position += entry.length();
        }

        /// The most bytes the content of that name may have.
        private int largest(String name) throws Unreadable {
            if (BatchFormat.isDossierName(name)) {
                return BatchFormat.MAX_DOSSIER_BYTES;
            }
            return switch (name) {
                case BatchFormat.MIMETYPE -> BatchFormat.MIMETYPE_CONTENT.length;
                case BatchFormat.INDEX, BatchFormat.MANIFEST -> BatchFormat.MAX_INDEX_BYTES;
                case BatchFormat.SIGNATURE -> BatchFormat.MAX_SIGNATURE_BYTES;
                default -> throw strange("a name outside the format");
            };
        }

        private Unreadable strange(String what) {
            return new Unreadable("entry " + (entries.size() + 1) + " has " + what);
        }

        private void content(CanonicalZip.Entry entry) throws IOException, Unreadable {
            if (entries.size() > BatchFormat.MAX_DOSSIERS + 4) {
                throw new Unreadable("the file has more entries than a batch may have");
            }
            boolean keep = !BatchFormat.isDossierName(entry.name());
            var content = keep ? exactly((int) entry.size()) : new byte[0];
            var sha = Digest.sha256();
            var crc = new CRC32();
            if (keep) {
                sha.update(content);
                crc.update(content);
                kept.put(entry.name(), content);
            } else {
                stream(entry.size(), sha, crc);
            }
            digests.put(entry.name(), new Digest(HexFormat.of().formatHex(sha.digest())));
            if ((int) crc.getValue() != entry.crc()) {
                problems.add("the content of " + entry.name() + " does not match its CRC-32");
            }
        }

        private void stream(long size, MessageDigest sha, CRC32 crc) throws IOException {
            for (long left = size; left > 0; ) {
                int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (got < 0) {
                    throw new EOFException();
                }
                sha.update(buffer, 0, got);
                crc.update(buffer, 0, got);
                left -= got;
            }
        }

        /// `mimetype`, dossiers, index, manifest, signature: each once.
        private void order() throws Unreadable {
            int count = entries.size();
            var names = entries.stream().map(CanonicalZip.Entry::name).toList();
            boolean inOrder =
                    count >= 5
                            && names.getFirst().equals(BatchFormat.MIMETYPE)
                            && names.subList(1, count - 3).stream()
                                    .allMatch(BatchFormat::isDossierName)
                            && names.subList(count - 3, count)
                                    .equals(
                                            List.of(
                                                    BatchFormat.INDEX,
                                                    BatchFormat.MANIFEST,
                                                    BatchFormat.SIGNATURE));
            if (!inOrder || new HashSet<>(names).size() != count) {
                throw new Unreadable("the entries are not those of a batch, in their order");
            }
            if (!Arrays.equals(kept.get(BatchFormat.MIMETYPE), BatchFormat.MIMETYPE_CONTENT)) {
                problems.add("mimetype is not that of an ASiC-E container");
            }
        }

        private void tail(byte[] signature) throws IOException, Unreadable {
            var expected = CanonicalZip.tail(entries);
            var rest = in.readNBytes(expected.length - signature.length);
            if (!Arrays.equals(signature, 0, signature.length, expected, 0, signature.length)
                    || !Arrays.equals(
                            rest, 0, rest.length, expected, signature.length, expected.length)) {
                throw new Unreadable("the directory at the end does not match the entries");
            }
            if (in.read() >= 0) {
                throw new Unreadable("there is something after the end");
            }
        }

        private byte[] exactly(int count) throws IOException {
            var bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new EOFException();
            }
            return bytes;
        }

        private static ByteBuffer little(byte[] bytes) {
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
