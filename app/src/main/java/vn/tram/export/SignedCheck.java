package vn.tram.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/// Reads what [Signed] wrote, and only that.
///
/// @param content what was signed
/// @param certificate of the signer; proven to have signed only when `problems` is empty
/// @param problems sentences; empty when structure, signature and certificate hold
record SignedCheck(
        byte[] content, X509Certificate certificate, Instant signedAt, List<String> problems) {
    /// Checks a signature beside `content`.
    ///
    /// @throws Unreadable when it is not even CMS of our form
    static SignedCheck detached(byte[] der, byte[] content, X509Certificate ca) throws Unreadable {
        return check(der, content, ca);
    }

    /// Checks a signature around its content.
    ///
    /// @throws Unreadable when it is not even CMS of our form
    static SignedCheck enclosing(byte[] der, X509Certificate ca) throws Unreadable {
        return check(der, null, ca);
    }

    private static SignedCheck check(byte[] der, byte @Nullable [] detached, X509Certificate ca)
            throws Unreadable {
        Der.requireShallow(der);
        try {
            var data = signedData(der);
            var enclosed = enclosed(data);
            if ((detached == null) != enclosed.isPresent()) {
                throw new Unreadable(
                        detached == null
                                ? "the signature has no content in it"
                                : "the signature has content of its own");
            }
            var content = detached == null ? enclosed.orElseThrow() : detached;
            return check(der, data, detached == null, content, ca);
        } catch (IOException
                | CertificateException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | ArrayIndexOutOfBoundsException
                | DateTimeException e) {
            // Bouncy Castle answers hostile ASN.1 with any of these
            throw new Unreadable("the signature is not CMS SignedData of the batch format", e);
        }
    }

    private static SignedCheck check(
            byte[] der, SignedData data, boolean enclosing, byte[] content, X509Certificate ca)
            throws IOException, CertificateException, Unreadable {
        var signer = only(data);
        var attributes = new AttributeTable(signer.getAuthenticatedAttributes());
        var pair = certificates(data, signer);
        var certificate = x509(pair.getFirst());
        var signedAt = signedAt(attributes);
        var problems = new ArrayList<String>();

        var rebuilt =
                Signed.assemble(
                        pair.getFirst(),
                        pair.getLast(),
                        new DERSet(signer.getAuthenticatedAttributes().toArray()),
                        signer.getEncryptedDigest().getOctets(),
                        enclosing ? content : null);
        if (!Arrays.equals(der, rebuilt.getEncoded(ASN1Encoding.DER))) {
            problems.add("the signature file is not in the one form it may have");
        }
        if (!holds(der, enclosing, content, certificate)) {
            problems.add("the signature does not hold");
        }
        if (!namesCertificate(attributes, certificate)) {
            problems.add("the signature does not name its signer's certificate");
        }
        if (!x509(pair.getLast()).equals(ca)) {
            problems.add("the signature comes with another authority than the trusted one");
        }
        IssuedBy.problem(certificate, ca, signedAt).ifPresent(problems::add);
        return new SignedCheck(content, certificate, signedAt, List.copyOf(problems));
    }

    private static SignedData signedData(byte[] der) throws IOException, Unreadable {
        var info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(der));
        if (info == null || info.getContent() == null) {
            throw new Unreadable("the signature is empty");
        }
        return SignedData.getInstance(info.getContent());
    }

    private static Optional<byte[]> enclosed(SignedData data) {
        var content = data.getEncapContentInfo().getContent();
        return content == null
                ? Optional.empty()
                : Optional.of(ASN1OctetString.getInstance(content).getOctets());
    }

    private static SignerInfo only(SignedData data) throws Unreadable {
        if (data.getSignerInfos().size() != 1) {
            throw new Unreadable("the signature has not exactly one signer");
        }
        var signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        if (signer.getAuthenticatedAttributes() == null) {
            throw new Unreadable("the signature has no signed attributes");
        }
        return signer;
    }

    /// The signer's certificate and the other one.
    private static List<Certificate> certificates(SignedData data, SignerInfo signer)
            throws Unreadable {
        var all = data.getCertificates();
        if (all == null || all.size() != 2) {
            throw new Unreadable("the signature does not come with two certificates");
        }
        var first = Certificate.getInstance(all.getObjectAt(0));
        var second = Certificate.getInstance(all.getObjectAt(1));
        if (isOf(first, signer)) {
            return List.of(first, second);
        }
        if (isOf(second, signer)) {
            return List.of(second, first);
        }
        throw new Unreadable("the signature does not come with its signer's certificate");
    }

    private static boolean isOf(Certificate certificate, SignerInfo signer) {
        var id = IssuerAndSerialNumber.getInstance(signer.getSID().getId());
        return certificate.getIssuer().equals(id.getName())
                && certificate.getSerialNumber().equals(id.getSerialNumber());
    }

    private static Instant signedAt(AttributeTable attributes) throws Unreadable {
        var time = attributes.get(CMSAttributes.signingTime);
        if (time == null || time.getAttrValues().size() != 1) {
            throw new Unreadable("the signature does not tell its time");
        }
        return Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
    }

    private static boolean namesCertificate(AttributeTable attributes, X509Certificate certificate)
            throws CertificateException {
        var named = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        return named != null
                && named.getAttrValues().size() == 1
                && named.getAttrValues()
                        .getObjectAt(0)
                        .toASN1Primitive()
                        .equals(Signed.signingCertificate(certificate).toASN1Primitive());
    }

    /// Whether the key of `certificate` signed attributes that hold the digest of `content`.
    private static boolean holds(
            byte[] der, boolean enclosing, byte[] content, X509Certificate certificate) {
        try {
            var cms =
                    enclosing
                            ? new CMSSignedData(der)
                            : new CMSSignedData(new CMSProcessableByteArray(content), der);
            return cms.getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next()
                    .verify(
                            new JcaSimpleSignerInfoVerifierBuilder()
                                    .build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException _) {
            return false; // whatever cannot be verified does not hold
        }
    }

    private static X509Certificate x509(Certificate certificate)
            throws IOException, CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    }
}
