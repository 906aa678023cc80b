package vn.tram.security;

import java.security.GeneralSecurityException;
import java.security.Signature;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;

/// The station's signature over a file, kept beside it: ECDSA P-256 with SHA-256, DER, as `openssl
/// dgst -sha256 -verify` reads it.
public final class DetachedSignature {
    private DetachedSignature() {}

    /// @throws StationFault `TK-612`
    public static byte[] of(byte[] content, StationKeys keys) throws StationFault {
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.signingKey());
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new StationFault(Code.TK_612, "signing a file", e);
        }
    }
}
