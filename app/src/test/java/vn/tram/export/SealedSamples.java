package vn.tram.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.SessionId;
import vn.tram.enroll.StationFault;

/// Dossiers put together by hand from the documented parts, so that each can be wrong in its own
/// way.
public final class SealedSamples {
    private final TestStation station;

    public SealedSamples(TestStation station) {
        this.station = station;
    }

    /// A complete dossier of a session.
    public Dossier complete(long number) throws Exception {
        var session = new SessionId(new UUID(7, number));
        return seal(session, parts(session, "0427"));
    }

    /// The files of a complete dossier, `session.json` first.
    public static SequencedMap<String, byte[]> parts(SessionId session, String station) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("readings.json", utf8("{\"format\":\"tram-dossier/3\",\"attempts\":[]}"));
        files.put("fingers-1.fir", utf8("FIR\0" + "010\0" + "rest"));
        files.put("face.fac", utf8("FAC\0" + "010\0" + "rest"));
        return listed(session, station, files);
    }

    /// Puts a `session.json` that lists `files` before them.
    public static SequencedMap<String, byte[]> listed(
            SessionId session, String station, Map<String, byte[]> files) {
        var list =
                files.entrySet().stream()
                        .map(f ->
                                "{\"name\":\"%s\",\"mediaType\":\"x/y\",\"sha256\":\"%s\",\"positions\":[]}"
                                        .formatted(f.getKey(), Digest.of(f.getValue())))
                        .collect(Collectors.joining(","));
        var json =
                "{\"format\":\"tram-dossier/3\",\"session\":\"%s\",\"station\":\"%s\",\"exceptions\":[],\"files\":[%s]}"
                        .formatted(session, station, list);
        var all = new LinkedHashMap<String, byte[]>();
        all.put("session.json", utf8(json));
        all.putAll(files);
        return all;
    }

    public Dossier seal(SessionId session, Map<String, byte[]> parts)
            throws IOException, GeneralSecurityException, StationFault {
        var signatory =
                new Signatory(
                        station.keys.signingKey(), station.keys.certificate(), station.keys.ca());
        return seal(session, parts, signatory);
    }

    public Dossier seal(SessionId session, Map<String, byte[]> parts, Signatory signatory)
            throws IOException, GeneralSecurityException, StationFault {
        var out = new ByteArrayOutputStream();
        var zip = new CanonicalZip.Writer(out);
        for (var part : parts.entrySet()) {
            zip.add(part.getKey(), part.getValue());
        }
        zip.finish();
        var signed = Signed.enclosing(out.toByteArray(), signatory, Samples.NOW);
        return new Dossier(session, Envelope.around(signed, station.keys.sealing()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
