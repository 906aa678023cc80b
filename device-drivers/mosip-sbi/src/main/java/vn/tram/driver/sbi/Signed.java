package vn.tram.driver.sbi;

import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;

/// A signed JSON object: a compact JWS (RFC 7515) with RS256 and the signer's certificate in its
/// header, the only kind the interface knows.
///
/// @param signer whose signature holds and who is trusted
record Signed(JsonNode payload, X509Certificate signer) {
    /// Longer chains than device, provider, country and one more are not built.
    private static final int MOST_CERTIFICATES = 8;

    private static final int MOST_HEADER_CHARS = 64 << 10;

    /// Whether a text looks signed; what a service sends of an unregistered device is not.
    static boolean looksSigned(String text) {
        return text.indexOf('.') >= 0;
    }

    /// Reads and believes.
    ///
    /// @param what was signed, for the fault
    static Signed read(String text, String what, Chain chain) throws FaultException {
        var parts = parts(text, what);
        var header = header(parts[0], what);
        var certificates = certificates(header, what);
        if (!(certificates.getFirst().getPublicKey() instanceof RSAPublicKey key)) {
            throw broken("the " + what + " comes with a certificate without an RSA key", null);
        }
        if (!verifies(parts, key, what)) {
            throw broken("the signature of the " + what + " is not that of its content", null);
        }
        chain.check(certificates, what);
        return new Signed(Json.read(parts[1].decode(), what), certificates.getFirst());
    }

    /// The payload before anything is believed: to choose by, never to act on.
    static JsonNode unverified(String text, String what) throws FaultException {
        return looksSigned(text)
                ? Json.read(parts(text, what)[1].decode(), what)
                : Json.read(new Base64URL(text).decode(), what);
    }

    private static Base64URL[] parts(String text, String what) throws FaultException {
        try {
            var parts = JOSEObject.split(text);
            if (parts.length != 3) {
                throw new FaultException(
                        new Fault.Garbled(what + " in three parts", parts.length + " parts"));
            }
            return parts;
        } catch (ParseException e) {
            throw new FaultException(new Fault.Garbled(what + " in three parts", "other text"), e);
        }
    }

    private static JWSHeader header(Base64URL part, String what) throws FaultException {
        if (part.toString().length() > MOST_HEADER_CHARS) {
            throw new FaultException(new Fault.Garbled("header of the " + what, "a huge one"));
        }
        try {
            switch (Header.parse(part)) {
                case PlainHeader _ -> throw broken("the " + what + " says 'alg: none'", null);
                case JWEHeader _ ->
                        throw new FaultException(new Fault.Garbled(what + " signed", "encrypted"));
                case JWSHeader signed -> {
                    if (!JWSAlgorithm.RS256.equals(signed.getAlgorithm())) {
                        throw broken(
                                "the " + what + " is signed with another algorithm than RS256",
                                null);
                    }
                    return signed;
                }
                case Header _ ->
                        throw new FaultException(new Fault.Garbled(what + " signed", "unsigned"));
            }
        } catch (ParseException | IllegalArgumentException e) {
            throw new FaultException(
                    new Fault.Garbled("header of the " + what, "an unreadable one"), e);
        }
    }

    private static List<X509Certificate> certificates(JWSHeader header, String what)
            throws FaultException {
        var encoded = header.getX509CertChain();
        if (encoded == null || encoded.isEmpty()) {
            throw broken("the " + what + " comes without the signer's certificate", null);
        }
        var certificates = new ArrayList<X509Certificate>();
        for (var one : encoded.subList(0, Math.min(encoded.size(), MOST_CERTIFICATES))) {
            var certificate = X509CertUtils.parse(one.decode());
            if (certificate == null) {
                throw broken("the certificate of the " + what + " cannot be read", null);
            }
            certificates.add(certificate);
        }
        return certificates;
    }

    private static boolean verifies(Base64URL[] parts, RSAPublicKey key, String what)
            throws FaultException {
        try {
            return new JWSObject(parts[0], parts[1], parts[2]).verify(new RSASSAVerifier(key));
        } catch (ParseException | JOSEException e) {
            throw broken("the " + what + " carries no signature that can be checked", e);
        }
    }

    private static FaultException broken(String why, @Nullable Exception cause) {
        var fault = new Fault.Untrusted(Fault.Doubt.SIGNATURE, why);
        return cause == null ? new FaultException(fault) : new FaultException(fault, cause);
    }
}
