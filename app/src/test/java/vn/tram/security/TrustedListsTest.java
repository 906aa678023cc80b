package vn.tram.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedListsTest {
    private static final byte[] LIST =
            "hamlet,name\nThôn 1,Lê Mẫu\n".getBytes(StandardCharsets.UTF_8);

    /// A key with its certificate.
    private record Party(KeyPair keys, X509Certificate certificate) {}

    @TempDir Path folder;
    private Party authority;
    private Party signer;
    private TrustedLists lists;

    @BeforeEach
    void parties() throws Exception {
        authority = party("CN=authority", null, true, Duration.ofDays(30));
        signer = party("CN=commune", authority, false, Duration.ofDays(30));
        lists = new TrustedLists(folder.resolve("rosters"));
    }

    private static Party party(String name, @Nullable Party issuer, boolean ca, Duration valid)
            throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        var keys = generator.generateKeyPair();
        var by = issuer == null ? new X500Name(name) : subject(issuer.certificate());
        var start = Instant.now().minus(Duration.ofDays(60));
        var builder =
                new JcaX509v3CertificateBuilder(
                        by,
                        BigInteger.valueOf(System.nanoTime()),
                        Date.from(start),
                        Date.from(Instant.now().plus(valid)),
                        new X500Name(name),
                        keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(ca ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
        var signing = (issuer == null ? keys : issuer.keys()).getPrivate();
        var holder = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing));
        return new Party(keys, new JcaX509CertificateConverter().getCertificate(holder));
    }

    private static X500Name subject(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static byte[] signed(byte[] content, Party party, boolean enclosing) throws Exception {
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(party.keys().getPrivate()),
                                party.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(party.certificate())));
        return generator.generate(new CMSProcessableByteArray(content), enclosing).getEncoded();
    }

    private void trust(X509Certificate certificate) throws Exception {
        Files.createDirectories(folder.resolve("rosters"));
        Files.write(folder.resolve("rosters/one.crt"), Pem.of(certificate));
    }

    @Test
    void aListIsBelievedOfItsSignerOrOfWhoIssuedItsCertificate() throws Exception {
        var signature = signed(LIST, signer, false);
        assertThat(lists.holds(LIST, signature)).as("nobody is trusted").isFalse();
        trust(authority.certificate());
        assertThat(lists.holds(LIST, signature)).isTrue();
        trust(signer.certificate());
        assertThat(lists.holds(LIST, signature)).isTrue();
        trust(party("CN=authority", null, true, Duration.ofDays(30)).certificate());
        assertThat(lists.holds(LIST, signature)).as("of the same name, another key").isFalse();
    }

    @Test
    void anotherListAnotherSignerOrAnEndedCertificateIsNotBelieved() throws Exception {
        trust(authority.certificate());
        var other = "hamlet,name\nThôn 1,Lê Mầu\n".getBytes(StandardCharsets.UTF_8);
        assertThat(lists.holds(other, signed(LIST, signer, false))).isFalse();
        assertThat(lists.holds(other, signed(LIST, signer, true)))
                .as("its own content does not stand for the list's")
                .isFalse();
        var stranger = party("CN=commune", null, false, Duration.ofDays(30));
        assertThat(lists.holds(LIST, signed(LIST, stranger, false))).isFalse();
        var ended = party("CN=commune", authority, false, Duration.ofDays(-1));
        assertThat(lists.holds(LIST, signed(LIST, ended, false))).isFalse();
        assertThat(lists.holds(LIST, signed(LIST, authority, false)))
                .as("an authority's key is not for lists")
                .isFalse();
    }

    @Test
    void whatIsNoSignatureDoesNotHold() throws Exception {
        trust(authority.certificate());
        var signature = signed(LIST, signer, false);
        for (int length = 0; length < signature.length; length += 37) {
            assertThat(lists.holds(LIST, java.util.Arrays.copyOf(signature, length))).isFalse();
        }
        for (int at = 0; at < signature.length; at += 5) {
            var flipped = signature.clone();
            flipped[at] ^= 0x40;
            assertThatCode(() -> lists.holds(LIST, flipped)).doesNotThrowAnyException();
        }
    }
}
