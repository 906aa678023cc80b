package vn.tram.export;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;

/// CMS AuthEnvelopedData (RFC 5083), DER: AES-256-GCM under a fresh key, which is wrapped by AES-256
/// under what ECDH on P-256 with a fresh key agrees on (`dhSinglePass-stdDH-sha256kdf-scheme`, RFC
/// 5753).
final class Envelope {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    /// The platform's AES-GCM uses the processor's; Bouncy Castle's own is several times slower.
    private static final String FAST_AES = "SunJCE";

    private Envelope() {}

    /// Encrypts `content` to the holder of the certificate's key, and to nobody else.
    ///
    /// @param recipient EC P-256, for key agreement
    static byte[] around(byte[] content, X509Certificate recipient)
            throws GeneralSecurityException {
        try {
            var keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            var ephemeral = keys.generateKeyPair();
            var generator = new CMSAuthEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(
                    new JceKeyAgreeRecipientInfoGenerator(
                                    CMSAlgorithm.ECDH_SHA256KDF,
                                    ephemeral.getPrivate(),
                                    ephemeral.getPublic(),
                                    CMSAlgorithm.AES256_WRAP)
                            .setProvider(BOUNCY_CASTLE)
                            .addRecipient(recipient));
            var encryptor =
                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                            .setProvider(FAST_AES)
                            .build();
            return generator
                    .generate(
                            new CMSProcessableByteArray(content), (OutputAEADEncryptor) encryptor)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException e) {
            throw new GeneralSecurityException("encrypting a dossier", e);
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        }
    }
}
