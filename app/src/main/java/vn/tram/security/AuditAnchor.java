package vn.tram.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import vn.tram.domain.Digest;
import vn.tram.task.WholeFile;

/// A head of the audit log that the station signed: `audit/head`, one JSON object. The signature is
/// ECDSA P-256 with SHA-256 (DER, Base64) over the object without its field `signature`, canonical
/// as in [AuditEntry].
record AuditAnchor(String station, long sequence, String hash, String time, String signature) {
    static final Path FILE = Path.of("audit", "head");
    private static final String ALGORITHM = "SHA256withECDSA";

    private record Unsigned(String station, long sequence, String hash, String time) {
        byte[] bytes() {
            return AuditEntry.JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        }
    }

    static AuditAnchor sign(AuditHead head, Instant at, StationKeys keys)
            throws GeneralSecurityException {
        var content =
                new Unsigned(keys.station(), head.sequence(), head.hash().hex(), at.toString());
        var signer = Signature.getInstance(ALGORITHM);
        signer.initSign(keys.signingKey());
        signer.update(content.bytes());
        return new AuditAnchor(
                content.station,
                content.sequence,
                content.hash,
                content.time,
                Base64.getEncoder().encodeToString(signer.sign()));
    }

    /// Reads the anchor of a state folder.
    ///
    /// @throws GeneralSecurityException when the station did not sign it
    static AuditAnchor read(Path state, X509Certificate station)
            throws IOException, GeneralSecurityException {
        try {
            var anchor =
                    AuditEntry.JSON.readValue(
                            Files.readAllBytes(state.resolve(FILE)), AuditAnchor.class);
            var content = new Unsigned(anchor.station, anchor.sequence, anchor.hash, anchor.time);
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(station);
            verifier.update(content.bytes());
            if (!verifier.verify(Base64.getDecoder().decode(anchor.signature))) {
                throw new GeneralSecurityException("the audit log's head is not the station's");
            }
            return anchor;
        } catch (JacksonException | IllegalArgumentException e) { // the latter: Base64
            throw new GeneralSecurityException("the audit log's head is damaged", e);
        }
    }

    void write(Path state) throws IOException {
        WholeFile.writeSecret(state.resolve(FILE), AuditEntry.JSON.writeValueAsBytes(this));
    }

    AuditHead head() {
        return new AuditHead(sequence, new Digest(hash));
    }
}
