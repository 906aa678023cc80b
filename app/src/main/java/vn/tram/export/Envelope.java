package vn.tram.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;

/// CMS AuthEnvelopedData (RFC 5083), DER: AES-256-GCM under a fresh key, which is wrapped by
/// AES-256 under what ECDH on P-256 with a fresh key agrees on
/// (`dhSinglePass-stdDH-sha256kdf-scheme`, RFC 5753).
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
                    .generate(new InPieces(content), (OutputAEADEncryptor) encryptor)
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException e) {
            throw new GeneralSecurityException("encrypting a dossier", e);
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        }
    }

    /// Content that is handed to the cipher piece by piece. One call with ten megabytes stays in
    /// the interpreter's loop, some hundred times slower than the processor's AES: the platform
    /// uses that only in methods it called often enough to compile.
    private static final class InPieces implements CMSTypedData {
        private static final int PIECE = 2048;
        private final byte[] content;

        InPieces(byte[] content) {
            this.content = content;
        }

        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            for (int at = 0; at < content.length; at += PIECE) {
                out.write(content, at, Math.min(PIECE, content.length - at));
            }
        }

        @Override
        public Object getContent() {
            return content.clone();
        }
    }
}
