package vn.tram.security;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A password as it is kept: Argon2id, version 0x13 (RFC 9106), salt and result in hexadecimal.
///
/// @param memoryKib KiB of memory one check takes
/// @param passes over that memory
/// @param lanes of parallelism
record Argon2id(String salt, String hash, int memoryKib, int passes, int lanes) {
    /// OWASP Password Storage Cheat Sheet, least configuration of Argon2id: 19 MiB, 2 passes, 1
    /// lane.
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;

    /// RFC 9106, 4: 128 bits of salt and 256 of tag.
    private static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;

    Argon2id {
        // an accounts file that was weakened by hand is not read, nor one that eats the memory
        if (memoryKib < MEMORY_KIB || memoryKib > 1 << 20 || passes < PASSES || passes > 64) {
            throw new IllegalArgumentException("Argon2id outside 19 MiB..1 GiB, 2..64 passes");
        }
        if (lanes < 1 || lanes > 16) {
            throw new IllegalArgumentException("Argon2id lanes outside 1..16");
        }
        if (!salt.matches("[0-9a-f]{32}") || !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Argon2id salt or hash of the wrong size");
        }
    }

    /// Hashes with a fresh salt. The caller wipes `password`.
    static Argon2id of(char[] password) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new Argon2id(
                HexFormat.of().formatHex(salt),
                HexFormat.of().formatHex(hash(password, salt, MEMORY_KIB, PASSES, LANES)),
                MEMORY_KIB,
                PASSES,
                LANES);
    }

    /// Whether it is this password; takes as long as hashing, compares in constant time.
    boolean matches(char[] password) {
        var format = HexFormat.of();
        var found = hash(password, format.parseHex(salt), memoryKib, passes, lanes);
        return MessageDigest.isEqual(found, format.parseHex(hash));
    }

    private static byte[] hash(char[] password, byte[] salt, int memory, int passes, int lanes) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        var bytes = utf8(password);
        var result = new byte[HASH_BYTES];
        generator.generateBytes(bytes, result);
        Arrays.fill(bytes, (byte) 0);
        return result;
    }

    /// UTF-8 of the composed form (NFC): the same Vietnamese letter typed by another keyboard is
    /// the same password. Only a password that needs composing passes through a `String`.
    private static byte[] utf8(char[] password) {
        var typed = CharBuffer.wrap(password);
        var composed =
                Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                        ? typed
                        : CharBuffer.wrap(Normalizer.normalize(typed, Normalizer.Form.NFC));
        var encoded = StandardCharsets.UTF_8.encode(composed);
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    @Override
    public String toString() {
        return "Argon2id[" + memoryKib + " KiB, " + passes + ", " + lanes + "]";
    }
}
