package vn.tram.export;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// Who signs: a key, its certificate and the authority that issued it.
///
/// @param key EC P-256; may live in a token, so it is only ever used through the platform's
///   `Signature`
public record Signatory(PrivateKey key, X509Certificate certificate, X509Certificate ca) {
    @Override
    public String toString() {
        return "Signatory[" + certificate.getSubjectX500Principal() + "]";
    }
}
