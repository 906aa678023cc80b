package vn.tram.driver.sbi.simulator;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// Throw-away keys: a root, a provider under it, and devices under the provider, as MOSIP orders
/// them. Made anew for each simulator; no private key leaves the process.
public final class Certificates {
    /// Device keys are changed every 30 days or so.
    private static final Duration VALID = Duration.ofDays(30);

    private static final int BITS = 2048;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signer root;
    private final Signer provider;

    /// A key and its certificate.
    record Signer(PrivateKey key, X509Certificate certificate) {}

    /// How a certificate is to be.
    ///
    /// @param usage of RFC 5280, 4.2.1.3
    record Order(String name, int bits, int usage, Instant from, Instant until) {
        static Order device(String name) {
            var now = Instant.now();
            return new Order(
                    name, BITS, KeyUsage.digitalSignature, now.minusSeconds(600), now.plus(VALID));
        }

        Order valid(Instant since, Instant to) {
            return new Order(name, bits, usage, since, to);
        }

        Order of(int otherBits, int otherUsage) {
            return new Order(name, otherBits, otherUsage, from, until);
        }
    }

    private Certificates(Signer root, Signer provider) {
        this.root = root;
        this.provider = provider;
    }

    /// Makes a root and a provider; takes some tenths of a second.
    public static Certificates make() {
        var root = authority("Tram SBI simulator root", null);
        return new Certificates(root, authority("Tram SBI simulator provider", root));
    }

    private static Signer authority(String name, @Nullable Signer issuer) {
        return issue(Order.device(name).of(BITS, KeyUsage.keyCertSign | KeyUsage.cRLSign), issuer);
    }

    /// A device's key under the provider.
    Signer device(Order order) {
        return issue(order, provider);
    }

    /// Lays the certificates of root and provider, as PEM, into a station's trust folder.
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("sbi-simulator-root.crt"), root.certificate);
        write(folder.resolve("sbi-simulator-provider.crt"), provider.certificate);
    }

    private static void write(Path file, X509Certificate certificate) throws IOException {
        try {
            var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n"
                            + lines.encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate just made has no encoding", e);
        }
    }

    private static Signer issue(Order order, @Nullable Signer issuer) {
        try {
            var pair = keys(order.bits);
            var name = new X500Name("CN=" + order.name);
            var builder =
                    new X509v3CertificateBuilder(
                            issuer == null ? name : issuerName(issuer),
                            new BigInteger(120, RANDOM),
                            time(order.from),
                            time(order.until),
                            name,
                            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            boolean authority = (order.usage & KeyUsage.keyCertSign) != 0;
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(order.usage));
            var signer =
                    new JcaContentSignerBuilder("SHA256withRSA")
                            .build(issuer == null ? pair.getPrivate() : issuer.key);
            return new Signer(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("a certificate could not be made", e);
        }
    }

    private static X500Name issuerName(Signer issuer) {
        return X500Name.getInstance(issuer.certificate.getSubjectX500Principal().getEncoded());
    }

    private static Time time(Instant instant) {
        var text =
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(instant);
        return new Time(new ASN1GeneralizedTime(text));
    }

    private static KeyPair keys(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits, RANDOM);
        return generator.generateKeyPair();
    }
}
