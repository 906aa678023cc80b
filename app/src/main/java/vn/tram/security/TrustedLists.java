package vn.tram.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.roster.ListSignature;

/// Signatures of lists, believed of those whose certificates lie in a folder: a signer's own, or
/// that of the authority that issued it. Read at each list.
public final class TrustedLists implements ListSignature {
    /// RFC 5280, 4.2.1.3.
    private static final int DIGITAL_SIGNATURE = 0;

    private final Path folder;

    /// @param folder of certificates (`*.crt`, PEM); nobody is believed when it is missing
    public TrustedLists(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean holds(byte[] content, byte[] signature) throws StationFault {
        var trusted = trusted();
        try {
            var cms = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            var signers = cms.getSignerInfos().getSigners();
            if (signers.isEmpty()) {
                return false;
            }
            for (var signer : signers) {
                if (!holds(cms, signer, trusted)) {
                    return false;
                }
            }
            return true;
        } catch (CMSException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | ArrayIndexOutOfBoundsException _) {
            return false; // Bouncy Castle answers hostile ASN.1 with any of these
        }
    }

    private static boolean holds(
            CMSSignedData cms, SignerInformation signer, List<X509Certificate> trusted)
            throws CMSException {
        @SuppressWarnings("unchecked") // the signer's own selector selects certificates
        var own = (Selector<X509CertificateHolder>) signer.getSID();
        for (var holder : cms.getCertificates().getMatches(own)) {
            try {
                var certificate = new JcaX509CertificateConverter().getCertificate(holder);
                certificate.checkValidity(new Date());
                var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(certificate);
                if (maySign(certificate)
                        && trusted.stream().anyMatch(t -> believes(t, certificate))
                        && signer.verify(verifier)) {
                    return true;
                }
            } catch (GeneralSecurityException | OperatorCreationException _) {
                return false; // whatever cannot be verified does not hold
            }
        }
        return false;
    }

    private static boolean maySign(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE];
    }

    private static boolean believes(X509Certificate trusted, X509Certificate certificate) {
        if (trusted.equals(certificate)) {
            return true;
        }
        if (trusted.getBasicConstraints() < 0
                || !trusted.getSubjectX500Principal()
                        .equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            trusted.checkValidity();
            certificate.verify(trusted.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false; // not issued by this one, or not any more
        }
    }

    private List<X509Certificate> trusted() throws StationFault {
        var trusted = new ArrayList<X509Certificate>();
        if (Files.notExists(folder)) {
            return trusted;
        }
        try (var files = Files.newDirectoryStream(folder, "*.crt")) {
            for (var file : files) {
                trusted.add(Pem.certificate(file));
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StationFault(Code.TK_610, "the signers of lists in " + folder, e);
        }
        return trusted;
    }
}
