package vn.tram.export;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.security.StationKeys;

/// A document inside the station's own signature: CMS SignedData, DER, the form of a receipt with
/// the station as signer.
public final class Enclosed {
    private Enclosed() {}

    /// @throws StationFault `TK-612` when the key cannot sign
    public static byte[] sealed(byte[] content, StationKeys keys, Instant at) throws StationFault {
        try {
            var station = new Signatory(keys.signingKey(), keys.certificate(), keys.ca());
            return Signed.enclosing(content, station, at);
        } catch (GeneralSecurityException e) {
            throw new StationFault(Code.TK_612, "a document of the station", e);
        }
    }

    /// The content, when a certificate of this station and authority signed it, an older one too,
    /// and nothing was changed since.
    public static Optional<byte[]> opened(byte[] file, StationKeys keys) {
        try {
            var check = SignedCheck.enclosing(file, keys.ca());
            boolean own = IssuedBy.station(check.certificate()).equals(Optional.of(keys.station()));
            return own && check.problems().isEmpty()
                    ? Optional.of(check.content())
                    : Optional.empty();
        } catch (Unreadable _) {
            return Optional.empty(); // not a signature at all: as good as none
        }
    }
}
