package vn.tram.driver.sbi.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSignerOption;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import tools.jackson.databind.JsonNode;
import vn.tram.driver.sbi.simulator.Certificates.Order;
import vn.tram.driver.sbi.simulator.Certificates.Signer;

/// Signs as the interface wants it, or in each way that must not be believed.
final class Signing {
    /// Keys shorter than allowed are a misdeed.
    private static final Set<JWSSignerOption> WEAK = Set.of(AllowWeakRSAKey.getInstance());

    private final Certificates certificates;
    private final Signer device;
    private final Map<Misdeed, Signer> others = new EnumMap<>(Misdeed.class);

    Signing(Certificates certificates) {
        this.certificates = certificates;
        this.device = certificates.device(Order.device("Tram SBI simulator device"));
    }

    /// A payload signed with the device's key: header `alg`, `typ` and `x5c`, no padding.
    String sign(JsonNode payload) {
        return jws(payload.toString(), device, device, JWSAlgorithm.RS256);
    }

    /// What is sent of a device that is not registered: the payload alone.
    static String unsigned(JsonNode payload) {
        return Base64URL.encode(payload.toString()).toString();
    }

    /// The same, misbehaving where the misdeed is one of signatures and certificates.
    String sign(JsonNode payload, Misdeed misdeed) {
        var text = payload.toString();
        return switch (misdeed) {
            case ALG_NONE -> none(text);
            case UNSIGNED -> unsigned(payload);
            case NO_CERTIFICATE -> withoutCertificate(text);
            case CHANGED -> changed(sign(payload), text);
            case OTHER_ALGORITHM -> jws(text, device, device, JWSAlgorithm.RS512);
            case OTHER_KEY -> jws(text, other(misdeed), device, JWSAlgorithm.RS256);
            case EXPIRED, NOT_YET_VALID, STRANGER, WRONG_KEY_USAGE, SHORT_KEY, OTHER_DEVICES_KEY ->
                    jws(text, other(misdeed), other(misdeed), JWSAlgorithm.RS256);
            default -> sign(payload);
        };
    }

    private synchronized Signer other(Misdeed misdeed) {
        return others.computeIfAbsent(misdeed, this::made);
    }

    private Signer made(Misdeed misdeed) {
        var order = Order.device("Tram SBI simulator another device");
        var now = Instant.now();
        var day = Duration.ofDays(1);
        return switch (misdeed) {
            case EXPIRED ->
                    certificates.device(
                            order.valid(now.minus(day.multipliedBy(31)), now.minus(day)));
            case NOT_YET_VALID ->
                    certificates.device(order.valid(now.plus(day), now.plus(day.multipliedBy(31))));
            case STRANGER -> Certificates.make().device(order);
            case WRONG_KEY_USAGE -> certificates.device(order.of(2048, KeyUsage.keyEncipherment));
            case SHORT_KEY -> certificates.device(order.of(1024, KeyUsage.digitalSignature));
            default -> certificates.device(order);
        };
    }

    private static String jws(String payload, Signer key, Signer shown, JWSAlgorithm algorithm) {
        try {
            var header =
                    new JWSHeader.Builder(algorithm)
                            .type(JOSEObjectType.JWT)
                            .x509CertChain(List.of(Base64.encode(shown.certificate().getEncoded())))
                            .build();
            return signed(header, payload, key);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate just made has no encoding", e);
        }
    }

    private String withoutCertificate(String payload) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build();
        return signed(header, payload, device);
    }

    private static String signed(JWSHeader header, String payload, Signer key) {
        try {
            var object = new JWSObject(header, new Payload(payload));
            object.sign(new RSASSASigner(key.key(), WEAK));
            return object.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("signing with an RSA key of our own failed", e);
        }
    }

    private static String none(String payload) {
        return Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}")
                + "."
                + Base64URL.encode(payload)
                + ".";
    }

    /// Another score under the same signature.
    private static String changed(String jws, String payload) {
        var parts = jws.split("\\.");
        var other = payload.replace("\"qualityScore\":\"", "\"qualityScore\":\"1");
        return parts[0] + "." + Base64URL.encode(other.getBytes(UTF_8)) + "." + parts[2];
    }
}
