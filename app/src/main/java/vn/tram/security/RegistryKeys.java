package vn.tram.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;

/// The private half of the training registry: what opens dossiers and signs receipts. A station
/// never loads it; only the training registry does, and never for a production state folder.
///
/// @param ca what both certificates and the station's come from
public record RegistryKeys(
        X509Certificate ca,
        X509Certificate sealing,
        PrivateKey sealingKey,
        X509Certificate receipts,
        PrivateKey receiptKey) {
    /// Folder of the training registry in the state folder.
    static final String TRAINING = "training-registry";

    static final String SEAL = "seal";
    static final String RECEIPT = "receipt";

    /// Reads the training registry's keys.
    ///
    /// @throws StationFault `TK-610` when one is missing or unreadable
    public static RegistryKeys load(Path state) throws StationFault {
        UiThread.refuse("RegistryKeys.load");
        var folder = state.resolve(TRAINING);
        try {
            return new RegistryKeys(
                    Pem.certificate(state.resolve(StationKeys.FOLDER).resolve(StationKeys.CA)),
                    Pem.certificate(folder.resolve(SEAL + ".crt")),
                    Pem.key(folder.resolve(SEAL + ".key")),
                    Pem.certificate(folder.resolve(RECEIPT + ".crt")),
                    Pem.key(folder.resolve(RECEIPT + ".key")));
        } catch (IOException | CertificateException e) {
            throw new StationFault(Code.TK_610, "the training registry's keys in " + folder, e);
        }
    }

    @Override
    public String toString() {
        return "RegistryKeys[" + sealing.getSubjectX500Principal() + "]";
    }
}
