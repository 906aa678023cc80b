package vn.tram.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import vn.tram.domain.Mode;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;

/// The station's own signing key and the certificates it trusts, read from a state folder.
///
/// The registry's two certificates are read again at each call, so that one which expires or is
/// replaced while the station runs is noticed.
public final class StationKeys {
    static final String FOLDER = "keys";
    static final String CA = "ca.crt";
    static final String CERTIFICATE = "station.crt";
    static final String STORE = "station.p12";
    static final String PASSWORD = "station.secret";
    static final String ALIAS = "station";

    /// Bit of X.509 keyUsage, as `X509Certificate.getKeyUsage` counts them.
    private static final int DIGITAL_SIGNATURE = 0;

    private static final int KEY_AGREEMENT = 4;

    private final Path registry;
    private final InstantSource clock;
    private final X509Certificate ca;
    private final X509Certificate certificate;
    private final PrivateKey signingKey;
    private final String station;

    private StationKeys(
            Path registry,
            InstantSource clock,
            X509Certificate ca,
            X509Certificate certificate,
            PrivateKey signingKey)
            throws GeneralSecurityException {
        this.registry = registry;
        this.clock = clock;
        this.ca = ca;
        this.certificate = certificate;
        this.signingKey = signingKey;
        this.station = serialNumberOf(certificate);
    }

    /// Reads the keys of a state folder, judged by the system's clock.
    ///
    /// @throws StationFault `TK-610` when the station's key or certificate or the CA is missing,
    ///   unreadable, expired or does not belong together
    public static StationKeys load(Path state) throws StationFault {
        return load(state, InstantSource.system());
    }

    /// Reads the keys of a state folder.
    ///
    /// @param clock what certificates are held against, now and later
    /// @throws StationFault `TK-610`
    public static StationKeys load(Path state, InstantSource clock) throws StationFault {
        UiThread.refuse("StationKeys.load");
        var folder = state.resolve(FOLDER);
        try {
            var ca = Pem.certificate(folder.resolve(CA));
            var certificate = Pem.certificate(folder.resolve(CERTIFICATE));
            requireTrusted(certificate, DIGITAL_SIGNATURE, ca, clock);
            var password = Files.readString(folder.resolve(PASSWORD)).strip().toCharArray();
            var store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(folder.resolve(STORE))) {
                store.load(in, password);
            }
            if (!certificate.equals(store.getCertificate(ALIAS))
                    || !(store.getKey(ALIAS, password) instanceof PrivateKey key)) {
                throw new GeneralSecurityException(STORE + " holds another station's key");
            }
            var registry =
                    StateFolder.modeOf(state) == Mode.TRAINING ? RegistryKeys.TRAINING : "trust";
            return new StationKeys(state.resolve(registry), clock, ca, certificate, key);
        } catch (IOException | GeneralSecurityException e) {
            throw new StationFault(Code.TK_610, "the station's keys in " + folder, e);
        }
    }

    /// The station's signing certificate, issued by [#ca].
    public X509Certificate certificate() {
        return certificate;
    }

    /// The end of the signing certificate's validity.
    public Instant certificateUntil() {
        return certificate.getNotAfter().toInstant();
    }

    /// The end of the sealing certificate's validity.
    ///
    /// @throws StationFault `TK-611`
    public Instant sealingUntil() throws StationFault {
        return sealing().getNotAfter().toInstant();
    }

    /// The one authority that station and registry are trusted from.
    public X509Certificate ca() {
        return ca;
    }

    /// EC P-256, for the station's signatures and nothing else.
    public PrivateKey signingKey() {
        return signingKey;
    }

    /// The station's id: the serialNumber attribute of the certificate's subject, such as `0427`.
    public String station() {
        return station;
    }

    /// The registry's certificate that dossiers are encrypted to.
    ///
    /// @throws StationFault `TK-611` when it is missing, unreadable, not valid now, not for key
    ///   agreement or not from [#ca]
    public X509Certificate sealing() throws StationFault {
        UiThread.refuse("StationKeys.sealing");
        try {
            var sealing = Pem.certificate(registry.resolve(RegistryKeys.SEAL + ".crt"));
            requireTrusted(sealing, KEY_AGREEMENT, ca, clock);
            return sealing;
        } catch (IOException | GeneralSecurityException e) {
            throw new StationFault(Code.TK_611, "the sealing certificate in " + registry, e);
        }
    }

    /// The registry's certificate that receipts are signed with. Compare with it: another
    /// certificate of the same authority, such as a station's, must not sign receipts.
    ///
    /// @throws StationFault `TK-610` when it is missing, unreadable, not valid now, not for
    ///   signatures or not from [#ca]
    public X509Certificate receipts() throws StationFault {
        UiThread.refuse("StationKeys.receipts");
        try {
            var receipts = Pem.certificate(registry.resolve(RegistryKeys.RECEIPT + ".crt"));
            requireTrusted(receipts, DIGITAL_SIGNATURE, ca, clock);
            return receipts;
        } catch (IOException | GeneralSecurityException e) {
            throw new StationFault(Code.TK_610, "the receipt certificate in " + registry, e);
        }
    }

    /// PKIX path of length one from `ca`, valid now, with the use. Revocation is not looked up: a
    /// station works without a network.
    private static void requireTrusted(
            X509Certificate certificate, int use, X509Certificate ca, InstantSource clock)
            throws GeneralSecurityException {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(ca, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        ca.checkValidity(Date.from(clock.instant()));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
        var usage = certificate.getKeyUsage();
        if (usage == null || !usage[use]) {
            throw new GeneralSecurityException("the certificate is not for this use");
        }
    }

    private static String serialNumberOf(X509Certificate certificate)
            throws GeneralSecurityException {
        var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var numbers = subject.getRDNs(BCStyle.SERIALNUMBER);
        if (numbers.length != 1) {
            throw new GeneralSecurityException("the subject has no serialNumber");
        }
        return IETFUtils.valueToString(numbers[0].getFirst().getValue());
    }

    @Override
    public String toString() {
        return "StationKeys[" + station + "]";
    }
}
