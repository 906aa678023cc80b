package vn.tram.driver.sbi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The chain that ties a session's captures to one another: each biometric's hash covers the one
/// before it.
///
/// `hash = upper hex(SHA-256(unhex(previous) || SHA-256(bioValue)))`, as MOSIP's own service and
/// client compute it; the prose of the specification could also mean the hexadecimal texts.
public final class HashChain {
    /// SHA-256 of nothing: what the first biometric follows.
    public static final String START =
            "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private HashChain() {}

    /// @param previous in hexadecimal, 64 digits
    /// @param bioValue the record, not its text
    public static String next(String previous, byte[] bioValue) {
        var outer = sha256();
        outer.update(HEX.parseHex(previous));
        outer.update(sha256().digest(bioValue));
        return HEX.formatHex(outer.digest());
    }

    /// Whether a text can be a hash of the chain.
    public static boolean isHash(String text) {
        return text.matches("[0-9A-Fa-f]{64}");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
