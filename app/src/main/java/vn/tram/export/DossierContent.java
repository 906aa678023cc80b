package vn.tram.export;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.Field;
import vn.tram.domain.Session;
import vn.tram.export.BiometricRecords.FaceFacts;
import vn.tram.export.DossierJson.Listed;
import vn.tram.export.DossierJson.Origin;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

/// What is inside a dossier before it is signed and encrypted: a canonical ZIP of two JSON parts
/// and the biometric records. The same session gives the same bytes.
public final class DossierContent {
    static final String SESSION = "session.json";
    static final String READINGS = "readings.json";
    static final String CARDS = "face-cards.json";

    private final byte[] zip;

    private DossierContent(byte[] zip) {
        this.zip = zip;
    }

    /// Puts the parts together.
    ///
    /// @param pictures of the attempts that count
    /// @param certificates digests of the devices' calibration certificates, where they have one
    static DossierContent of(
            Session session,
            List<EncodedPictures> pictures,
            Origin origin,
            Map<Attempt.Device, Digest> certificates) {
        var files = new LinkedHashMap<String, byte[]>();
        var listed = new ArrayList<Listed>();
        int record = 0;
        for (var group : byResolution(prints(pictures)).values()) {
            var name = "fingers-" + ++record + ".fir";
            var positions = group.stream().map(EncodedPrint::position).sorted().toList();
            files.put(name, BiometricRecords.fingers(group));
            listed.add(listed(name, "application/octet-stream", files, positions));
        }
        for (var one : faces(pictures)) {
            files.put("face.fac", face(session, one));
            listed.add(
                    listed("face.fac", "application/octet-stream", files, List.of(Position.FACE)));
            cards(one, files, listed);
        }
        var documents = of(Position.DOCUMENT, pictures);
        for (int i = 0; i < documents.size(); i++) {
            var name = "document-" + (i + 1) + ".png";
            files.put(name, documents.get(i).document().orElseThrow());
            listed.add(listed(name, "image/png", files, List.of(Position.DOCUMENT)));
        }
        var attempts = pictures.stream().map(EncodedPictures::attempt).toList();
        var readings = DossierJson.readings(session, attempts);
        var all = new LinkedHashMap<String, byte[]>();
        all.put(READINGS, readings);
        listed.addFirst(listed(READINGS, "application/json", all, List.of()));
        all.putAll(files);
        all.putFirst(SESSION, DossierJson.session(session, origin, certificates, listed));
        return new DossierContent(zip(all));
    }

    /// Not a copy: this package alone sees it, and only reads it.
    byte[] zip() {
        return zip;
    }

    /// Length in bytes.
    public int size() {
        return zip.length;
    }

    private static Listed listed(
            String name, String mediaType, Map<String, byte[]> files, List<Position> positions) {
        var content = files.getOrDefault(name, new byte[0]);
        return new Listed(name, mediaType, Digest.of(content).hex(), positions);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        var writer = new CanonicalZip.Writer(out);
        try {
            for (var file : files.entrySet()) {
                writer.add(file.getKey(), file.getValue());
            }
            writer.finish();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /// The face of the session; more than one is the caller's mistake.
    private static List<EncodedPictures> faces(List<EncodedPictures> pictures) {
        var faces = of(Position.FACE, pictures);
        if (faces.size() > 1) {
            throw new IllegalArgumentException("a session keeps one face");
        }
        return faces;
    }

    private static byte[] face(Session session, EncodedPictures one) {
        var sex = session.citizen().flatMap(c -> c.value(Field.SEX)).orElse("");
        var video = one.attempt().device().address().startsWith("camera:");
        return BiometricRecords.face(one.face().orElseThrow(), new FaceFacts(sex, video));
    }

    private static void cards(
            EncodedPictures face, Map<String, byte[]> files, List<Listed> listed) {
        for (var card : face.cards()) {
            files.put(card.name(), card.file());
            listed.add(listed(card.name(), card.mediaType(), files, List.of(Position.FACE)));
        }
        if (!face.cards().isEmpty()) {
            files.put(CARDS, DossierJson.cards(face));
            listed.add(listed(CARDS, "application/json", files, List.of(Position.FACE)));
        }
    }

    private static List<EncodedPictures> of(Position position, List<EncodedPictures> pictures) {
        return pictures.stream().filter(one -> one.attempt().position() == position).toList();
    }

    /// Every slap, every finger cut out of one, every finger captured alone. A finger that was
    /// captured alone counts as that, and is not cut out of its slap too.
    private static List<EncodedPrint> prints(List<EncodedPictures> pictures) {
        var alone =
                pictures.stream().map(one -> one.attempt().position()).collect(toUnmodifiableSet());
        return pictures.stream()
                .flatMap(one ->
                        one.prints().stream()
                                .filter(print ->
                                        print.position() == one.attempt().position()
                                                || !alone.contains(print.position())))
                .toList();
    }

    private static Map<Resolution.Ppi, List<EncodedPrint>> byResolution(
            Collection<EncodedPrint> prints) {
        var groups =
                new TreeMap<Resolution.Ppi, List<EncodedPrint>>(
                        Comparator.comparingDouble(Resolution.Ppi::x)
                                .thenComparingDouble(Resolution.Ppi::y));
        for (var print : prints) {
            groups.computeIfAbsent(print.resolution(), _ -> new ArrayList<>()).add(print);
        }
        return groups;
    }

    @Override
    public String toString() {
        return "DossierContent[" + zip.length + " bytes]";
    }
}
