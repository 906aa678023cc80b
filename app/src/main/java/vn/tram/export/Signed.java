package vn.tram.export;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Digest;

/// The one CMS SignedData a batch and a receipt may have: CAdES-BASELINE-B (ETSI EN 319 122-1,
/// 6.3), DER, one signer, SHA-256 with ECDSA P-256, the signer's certificate and its authority's,
/// five signed attributes, no unsigned ones.
///
/// What a signature does not cover (versions, the outer algorithm list, the authority's
/// certificate) is fixed by [#assemble], from which a reader rebuilds the structure and compares.
final class Signed {
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier ECDSA_SHA256 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private Signed() {}

    /// A signature beside the content.
    static byte[] detached(byte[] content, Signatory signatory, Instant at)
            throws GeneralSecurityException {
        return sign(content, null, signatory, at);
    }

    /// A signature around the content.
    static byte[] enclosing(byte[] content, Signatory signatory, Instant at)
            throws GeneralSecurityException {
        return sign(content, content, signatory, at);
    }

    private static byte[] sign(
            byte[] content, byte @Nullable [] enclosed, Signatory signatory, Instant at)
            throws GeneralSecurityException {
        try {
            var attributes = attributes(content, signatory.certificate(), at);
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signatory.key());
            signature.update(attributes.getEncoded(ASN1Encoding.DER));
            var certificate = Certificate.getInstance(signatory.certificate().getEncoded());
            var ca = Certificate.getInstance(signatory.ca().getEncoded());
            return assemble(certificate, ca, attributes, signature.sign(), enclosed)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding in memory cannot fail", e);
        }
    }

    private static ASN1Set attributes(byte[] content, X509Certificate certificate, Instant at)
            throws CertificateEncodingException {
        var protection =
                new CMSAlgorithmProtection(SHA256, CMSAlgorithmProtection.SIGNATURE, ECDSA_SHA256);
        return new DERSet(
                new Attribute[] {
                    attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data),
                    attribute(CMSAttributes.signingTime, new Time(Date.from(at))),
                    attribute(
                            CMSAttributes.messageDigest,
                            new DEROctetString(sha256().digest(content))),
                    attribute(
                            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                            signingCertificate(certificate)),
                    attribute(CMSAttributes.cmsAlgorithmProtect, protection)
                });
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    /// Binds the signature to this very certificate (RFC 5035).
    static SigningCertificateV2 signingCertificate(X509Certificate certificate)
            throws CertificateEncodingException {
        var holder = Certificate.getInstance(certificate.getEncoded());
        return new SigningCertificateV2(
                new ESSCertIDv2(
                        sha256().digest(certificate.getEncoded()),
                        new IssuerSerial(
                                new GeneralNames(new GeneralName(holder.getIssuer())),
                                holder.getSerialNumber())));
    }

    static ContentInfo assemble(
            Certificate certificate,
            Certificate ca,
            ASN1Set attributes,
            byte[] signature,
            byte @Nullable [] enclosed) {
        var signer =
                new SignerInfo(
                        new SignerIdentifier(
                                new IssuerAndSerialNumber(
                                        certificate.getIssuer(),
                                        certificate.getSerialNumber().getValue())),
                        SHA256,
                        attributes,
                        ECDSA_SHA256,
                        new DEROctetString(signature),
                        (ASN1Set) null);
        var content =
                new ContentInfo(
                        CMSObjectIdentifiers.data,
                        enclosed == null ? null : new DEROctetString(enclosed));
        var data =
                new SignedData(
                        new DERSet(SHA256),
                        content,
                        new DERSet(new Certificate[] {certificate, ca}),
                        null,
                        new DERSet(signer));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data);
    }

    private static MessageDigest sha256() {
        return Digest.sha256();
    }
}
