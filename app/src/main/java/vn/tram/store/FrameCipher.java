package vn.tram.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import vn.tram.domain.SessionId;
import vn.tram.image.Position;

/// Encrypts the frames of one session: AES-256-GCM (NIST SP 800-38D), a fresh random 96-bit nonce
/// each, bound to session, position and attempt.
///
/// The key is HKDF-SHA256 (RFC 5869) of the session's key file, salted with random bytes out of the
/// session's row: neither the state folder without the database's password nor the database without
/// the key file is enough.
///
/// Layout: nonce, 12 bytes; ciphertext; tag, 16 bytes.
final class FrameCipher {
    /// Bytes of a key file and of a salt.
    static final int SECRET = 32;

    private static final int NONCE = 12;
    private static final int TAG = 16;

    /// Bytes handed to the cipher at a time. The hardware's AES is used only once the JIT has
    /// compiled the cipher's loop, and that counts calls: a 2.4 MB frame took 25 ms for the first
    /// hundreds of frames when given whole, 1 ms from the third on in portions of 1 KiB (measured
    /// on Temurin 25.0.3, 2026-11-22).
    private static final int PORTION = 1024;

    private static final String ALWAYS_THERE = "every Java platform has AES-GCM";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final SessionId session;

    /// @param keyFile content of the session's key file
    /// @param salt hexadecimal, out of the session's row
    FrameCipher(SessionId session, byte[] keyFile, String salt) {
        this.session = session;
        try {
            key =
                    KDF.getInstance("HKDF-SHA256")
                            .deriveKey(
                                    "AES",
                                    HKDFParameterSpec.ofExtract()
                                            .addIKM(keyFile)
                                            .addSalt(HexFormat.of().parseHex(salt))
                                            .thenExpand("tram frame 1".getBytes(US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
        }
    }

    static byte[] secret() {
        var secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /// Encrypts what is written to it; its `close` writes the tag and leaves `out` open.
    OutputStream encrypting(Position position, int attempt, OutputStream out) throws IOException {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, position, attempt);
            out.write(nonce);
            return new Encrypting(cipher, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALWAYS_THERE, e);
        }
    }

    /// As the platform's `CipherOutputStream`, which swallows what goes wrong at its end.
    private static final class Encrypting extends OutputStream {
        private static final int BUFFER = 256 << 10;

        private final Cipher cipher;
        private final OutputStream out;
        private final byte[] buffer = new byte[BUFFER];
        private int filled;
        private boolean closed;

        Encrypting(Cipher cipher, OutputStream out) {
            this.cipher = cipher;
            this.out = out;
        }

        @Override
        public void write(int plain) throws IOException {
            write(new byte[] {(byte) plain}, 0, 1);
        }

        @Override
        public void write(byte[] plain, int offset, int length) throws IOException {
            try {
                for (int done = 0; done < length; done += PORTION) {
                    int count = Math.min(PORTION, length - done);
                    if (cipher.getOutputSize(count) > BUFFER - filled) {
                        drain();
                    }
                    filled += cipher.update(plain, offset + done, count, buffer, filled);
                }
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(ALWAYS_THERE, e);
            }
        }

        private void drain() throws IOException {
            out.write(buffer, 0, filled);
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            drain();
            try {
                filled = cipher.doFinal(buffer, 0);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(ALWAYS_THERE, e);
            }
            drain();
        }
    }

    /// @throws AEADBadTagException when it is not what was encrypted for that attempt
    byte[] decrypt(Position position, int attempt, byte[] encrypted) throws AEADBadTagException {
        if (encrypted.length < NONCE + TAG) {
            throw new AEADBadTagException("cut off after " + encrypted.length + " bytes");
        }
        var nonce = Arrays.copyOf(encrypted, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, position, attempt)
                    .doFinal(encrypted, NONCE, encrypted.length - NONCE);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALWAYS_THERE, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Position position, int attempt)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD((session + " " + position.code() + " " + attempt).getBytes(US_ASCII));
        return cipher;
    }
}
