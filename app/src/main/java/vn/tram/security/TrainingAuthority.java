package vn.tram.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.tram.task.WholeFile;

/// A throw-away certification authority for one training state folder: EC P-256, ECDSA with
/// SHA-256, everything valid for two years. Its private key lives as long as this object and is
/// written nowhere.
///
/// It issues one certificate for each use; no key has two.
public final class TrainingAuthority {
    /// What a certificate's key is for.
    public enum Use {
        /// The station signs dossiers, batches and the audit log's head.
        STATION_SIGNING(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
        /// The registry's key that dossiers are encrypted to.
        REGISTRY_SEALING(KeyUsage.keyAgreement),
        /// The registry signs receipts.
        REGISTRY_RECEIPTS(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);

        private final int bits;

        Use(int bits) {
            this.bits = bits;
        }
    }

    /// A new key with its certificate. Prints the subject alone.
    public record Issued(KeyPair keys, X509Certificate certificate) {
        @Override
        public String toString() {
            return "Issued[" + certificate.getSubjectX500Principal() + "]";
        }
    }

    /// Clocks of station and registry may differ by this much.
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private static final Period VALIDITY = Period.ofYears(2);
    private static final String ORGANIZATION = "Trạm training, not for production";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Instant from;
    private final Instant until;

    private TrainingAuthority(Instant now) throws GeneralSecurityException {
        from = now.minus(CLOCK_SLACK);
        until = now.atOffset(ZoneOffset.UTC).plus(VALIDITY).toInstant();
        name = subject("Trạm training CA", Long.toHexString(RANDOM.nextLong()));
        keys = newKeys();
        certificate = certify(name, keys.getPublic(), KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    /// A new authority with a key of its own.
    ///
    /// @param now its certificates are valid from ten minutes before for two years
    public static TrainingAuthority at(Instant now) {
        try {
            return new TrainingAuthority(now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has EC P-256", e);
        }
    }

    /// The authority's own certificate.
    public X509Certificate certificate() {
        return certificate;
    }

    /// A new key and its certificate.
    ///
    /// @param commonName such as `Trạm 0427`
    /// @param serialNumber the subject's serialNumber attribute, such as `0427`
    public Issued issue(Use use, String commonName, String serialNumber) {
        try {
            var fresh = newKeys();
            var subject = subject(commonName, serialNumber);
            return new Issued(fresh, certify(subject, fresh.getPublic(), use.bits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has EC P-256", e);
        }
    }

    /// Writes `keys/` and `training-registry/` of a new state folder, each file durable.
    ///
    /// @param station the station's id, such as `0427`
    void provision(Path state, String station) throws IOException {
        try {
            var signing = issue(Use.STATION_SIGNING, "Trạm " + station, station);
            var own = state.resolve(StationKeys.FOLDER);
            WholeFile.makeFolder(own);
            WholeFile.writeSecret(own.resolve(StationKeys.CA), Pem.of(certificate));
            WholeFile.writeSecret(
                    own.resolve(StationKeys.CERTIFICATE), Pem.of(signing.certificate));
            var password = randomPassword();
            WholeFile.writeSecret(
                    own.resolve(StationKeys.PASSWORD),
                    password.getBytes(StandardCharsets.US_ASCII));
            WholeFile.writeSecret(own.resolve(StationKeys.STORE), pkcs12(signing, password));

            var registry = state.resolve(RegistryKeys.TRAINING);
            WholeFile.makeFolder(registry);
            write(registry, RegistryKeys.SEAL, Use.REGISTRY_SEALING, "Training registry, sealing");
            write(
                    registry,
                    RegistryKeys.RECEIPT,
                    Use.REGISTRY_RECEIPTS,
                    "Training registry, receipts");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has X.509 and PKCS#12", e);
        }
    }

    private void write(Path folder, String file, Use use, String commonName)
            throws IOException, GeneralSecurityException {
        var issued = issue(use, commonName, file);
        WholeFile.writeSecret(folder.resolve(file + ".crt"), Pem.of(issued.certificate));
        WholeFile.writeSecret(folder.resolve(file + ".key"), Pem.of(issued.keys.getPrivate()));
    }

    private byte[] pkcs12(Issued issued, String password)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                StationKeys.ALIAS,
                issued.keys.getPrivate(),
                password.toCharArray(),
                new Certificate[] {issued.certificate, certificate});
        var out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private X509Certificate certify(X500Name subject, PublicKey key, int usage)
            throws GeneralSecurityException {
        boolean authority = (usage & KeyUsage.keyCertSign) != 0;
        var builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(127, RANDOM).setBit(126),
                        Date.from(from),
                        Date.from(until),
                        subject,
                        key);
        try {
            var identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.basicConstraints,
                    true,
                    authority ? new BasicConstraints(0) : new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(keys.getPublic()));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException("a certificate of our own making", e);
        }
    }

    private static X500Name subject(String commonName, String serialNumber) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, ORGANIZATION)
                .addRDN(BCStyle.CN, commonName)
                .addRDN(BCStyle.SERIALNUMBER, serialNumber)
                .build();
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    /// 192 random bits, 32 characters.
    private static String randomPassword() {
        var bits = new byte[24];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
