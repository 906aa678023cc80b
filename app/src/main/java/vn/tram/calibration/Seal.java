package vn.tram.calibration;

import java.time.Instant;
import java.util.Optional;

/// Port: the station's signature around a document.
public interface Seal {
    /// @throws SealFailed when the key cannot sign
    byte[] sealed(byte[] content, Instant at) throws SealFailed;

    /// The content, when this station signed it and nothing was changed since.
    Optional<byte[]> opened(byte[] file);

    /// The station's key cannot sign.
    final class SealFailed extends Exception {
        private static final long serialVersionUID = 1L;

        public SealFailed(Throwable cause) {
            super("the station's key cannot sign", cause);
        }
    }
}
