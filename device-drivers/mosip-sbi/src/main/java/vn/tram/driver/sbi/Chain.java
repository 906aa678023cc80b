package vn.tram.driver.sbi;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;

/// Whether a signing certificate leads to one that this station believes (PKIX, RFC 5280).
/// Revocation is not looked up: a station is often without a network.
///
/// A service sends the signer's certificate only, as a rule, so an issuer in between must lie in
/// the trust folder as well; every certificate there is believed by itself, even a device's own.
final class Chain {
    /// NIST SP 800-131A: shorter RSA keys must not sign.
    private static final int LEAST_KEY_BITS = 2048;

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final List<X509Certificate> trusted;

    Chain(List<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /// @param path the signer first, then what the service sent to lead to its issuer
    /// @param what was signed, for the fault
    void check(List<X509Certificate> path, String what) throws FaultException {
        var signer = path.getFirst();
        checkItself(signer, what);
        if (trusted.contains(signer)) {
            return;
        }
        if (trusted.isEmpty()) {
            throw doubt("the trust folder is empty: nobody's " + what + " is believed", null);
        }
        try {
            var target = new X509CertSelector();
            target.setCertificate(signer);
            var parameters = new PKIXBuilderParameters(anchors(), target);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(path)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (CertPathBuilderException e) {
            throw doubt("nobody in the trust folder vouches for the signer of the " + what, e);
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has PKIX", e);
        }
    }

    private Set<TrustAnchor> anchors() {
        return trusted.stream()
                .map(c -> new TrustAnchor(c, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void checkItself(X509Certificate signer, String what) throws FaultException {
        try {
            signer.checkValidity();
        } catch (CertificateExpiredException e) {
            throw doubt("the certificate that signs the " + what + " has expired", e);
        } catch (CertificateNotYetValidException e) {
            throw doubt("the certificate that signs the " + what + " is not valid yet", e);
        }
        var usage = signer.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw doubt("the certificate of the " + what + " is not one for signing", null);
        }
        boolean strong =
                signer.getPublicKey() instanceof RSAPublicKey key
                        && key.getModulus().bitLength() >= LEAST_KEY_BITS;
        if (!strong) {
            throw doubt(
                    "the "
                            + what
                            + " is not signed with RSA of at least "
                            + LEAST_KEY_BITS
                            + " bits",
                    null);
        }
    }

    private static FaultException doubt(String why, @Nullable GeneralSecurityException cause) {
        var fault = new Fault.Untrusted(Fault.Doubt.CERTIFICATE, why);
        return cause == null ? new FaultException(fault) : new FaultException(fault, cause);
    }
}
