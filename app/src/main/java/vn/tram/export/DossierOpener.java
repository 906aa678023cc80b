package vn.tram.export;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import vn.tram.domain.Digest;
import vn.tram.domain.SessionId;

/// The registry's side of a dossier: opens, checks the station's signature, and checks that what is
/// listed inside is there and nothing else. Safe for several threads.
public final class DossierOpener {
    /// What came of it.
    public sealed interface Outcome {
        /// @param parts by name, in order; holds everything about a person
        record Opened(X509Certificate station, Map<String, byte[]> parts) implements Outcome {
            /// Tells names alone.
            @Override
            public String toString() {
                return "Opened" + parts.keySet();
            }
        }

        /// @param why an English sentence without personal data
        record Unopened(String why) implements Outcome {}
    }

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final String SESSION = "session.json";
    private static final String READINGS = "readings.json";

    /// Where a finger record tells how many images it has.
    private static final int COUNT = 18;

    private final PrivateKey key;
    private final X509Certificate recipient;
    private final X509Certificate ca;

    /// @param key opens what was sealed to `recipient`
    /// @param ca what the station's certificate must come from
    public DossierOpener(PrivateKey key, X509Certificate recipient, X509Certificate ca) {
        this.key = key;
        this.recipient = recipient;
        this.ca = ca;
    }

    /// @param session and station as the batch's index names them
    public Outcome open(SessionId session, String station, byte[] dossier) {
        try {
            var signed = SignedCheck.enclosing(decrypt(dossier), ca);
            if (!signed.problems().isEmpty()) {
                throw new Unreadable("inside: " + String.join("; ", signed.problems()));
            }
            if (!IssuedBy.station(signed.certificate()).equals(Optional.of(station))) {
                throw new Unreadable("the dossier was signed by another station");
            }
            var parts = CanonicalZipReader.read(signed.content());
            requireComplete(session, station, parts);
            return new Outcome.Opened(signed.certificate(), parts);
        } catch (Unreadable e) {
            return new Outcome.Unopened(e.sentence());
        }
    }

    private byte[] decrypt(byte[] dossier) throws Unreadable {
        Der.requireShallow(dossier);
        try {
            var enveloped = new CMSAuthEnvelopedData(dossier);
            RecipientInformation mine =
                    enveloped.getRecipientInfos().get(new JceKeyAgreeRecipientId(recipient));
            if (mine == null) {
                throw new Unreadable("the dossier is not sealed to this registry");
            }
            return mine.getContent(
                    new JceKeyAgreeEnvelopedRecipient(key).setProvider(BOUNCY_CASTLE));
        } catch (CMSException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException e) {
            // Bouncy Castle answers hostile ASN.1 with any of these
            throw new Unreadable("the dossier does not open", e);
        }
    }

    private static void requireComplete(
            SessionId session, String station, Map<String, byte[]> parts) throws Unreadable {
        var json = json(parts);
        require(session.toString().equals(text(json, "session")), "is of another session");
        require(station.equals(text(json, "station")), "names another station");
        var names = new HashSet<>(List.of(SESSION));
        boolean biometric = false;
        for (var file : json.path("files")) {
            var name = text(file, "name");
            var content = parts.get(name);
            if (content == null || !names.add(name)) {
                throw new Unreadable("the dossier lacks a file that it lists");
            }
            require(
                    Digest.of(content).hex().equals(text(file, "sha256")),
                    "holds a file with another digest than listed");
            biometric |= isRecord(name, content);
            require(
                    !name.endsWith(".fir") || prints(content) == file.path("positions").size(),
                    "holds another number of prints than it lists");
        }
        require(names.equals(parts.keySet()), "holds a file that it does not list");
        require(names.contains(READINGS), "has no readings");
        require(
                biometric || !json.path("exceptions").isEmpty(),
                "has neither a biometric record nor an exception");
    }

    private static JsonNode json(Map<String, byte[]> parts) throws Unreadable {
        var content = parts.get(SESSION);
        if (content == null) {
            throw new Unreadable("the dossier has no " + SESSION);
        }
        try {
            return StrictJson.MAPPER.readTree(content);
        } catch (JacksonException e) {
            throw new Unreadable("the dossier's " + SESSION + " is no JSON", e);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }

    /// ISO/IEC 19794-4:2005, 7.1 and 19794-5:2005, 5.4: format identifier and version.
    private static boolean isRecord(String name, byte[] content) throws Unreadable {
        if (name.endsWith(".fir")) {
            require(startsWith(content, "FIR\0" + "010\0"), "has a finger record without its mark");
            return true;
        }
        if (name.endsWith(".fac")) {
            require(startsWith(content, "FAC\0" + "010\0"), "has a face record without its mark");
            return true;
        }
        return false;
    }

    /// How many finger images a record says that it has: ISO/IEC 19794-4:2005, 7.1, *number of
    /// finger images*.
    private static int prints(byte[] record) {
        return record.length > COUNT ? record[COUNT] & 0xFF : 0;
    }

    private static boolean startsWith(byte[] content, String mark) {
        var start = mark.getBytes(StandardCharsets.US_ASCII);
        return content.length >= start.length
                && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static void require(boolean holds, String otherwise) throws Unreadable {
        if (!holds) {
            throw new Unreadable("the dossier " + otherwise);
        }
    }
}
