package vn.tram.export;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/// Whether a certificate is one of an authority, for signatures, at a time. The path has one step;
/// revocation is not looked up, for a station works without a network.
final class IssuedBy {
    private static final int DIGITAL_SIGNATURE = 0;

    /// What a signing certificate may be restricted to, where it is: any, e-mail protection (what
    /// `openssl cms` calls S/MIME signing), document signing (RFC 9336).
    private static final List<String> SIGNING_PURPOSES =
            List.of("2.5.29.37.0", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36");

    private IssuedBy() {}

    /// @return what is wrong, as a sentence; empty when nothing is
    static Optional<String> problem(X509Certificate certificate, X509Certificate ca, Instant at) {
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(ca, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertPath(List.of(certificate)),
                            parameters);
            // the path check above does not look at the anchor itself
            ca.checkValidity(Date.from(at));
        } catch (GeneralSecurityException e) {
            return Optional.of(
                    "the signer's certificate does not lead to the trusted authority at %s (%s)"
                            .formatted(at, e.getMessage()));
        }
        return mayNotSign(certificate)
                ? Optional.of("the signer's certificate is not for signatures")
                : Optional.empty();
    }

    private static boolean mayNotSign(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        if (usage == null || !usage[DIGITAL_SIGNATURE] || certificate.getBasicConstraints() >= 0) {
            return true;
        }
        try {
            var purposes = certificate.getExtendedKeyUsage();
            return purposes != null && purposes.stream().noneMatch(SIGNING_PURPOSES::contains);
        } catch (CertificateParsingException _) {
            return true; // a purpose that cannot be read permits nothing
        }
    }

    /// The station a certificate was issued to: the serialNumber attribute of its subject.
    static Optional<String> station(X509Certificate certificate) {
        var names =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                        .getRDNs(BCStyle.SERIALNUMBER);
        return names.length == 1
                ? Optional.of(IETFUtils.valueToString(names[0].getFirst().getValue()))
                : Optional.empty();
    }
}
