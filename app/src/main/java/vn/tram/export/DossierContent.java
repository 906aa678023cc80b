package vn.tram.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.Field;
import vn.tram.domain.Session;
import vn.tram.enroll.Sealer.Kept;
import vn.tram.export.BiometricRecords.FaceFacts;
import vn.tram.export.DossierJson.Listed;
import vn.tram.export.DossierJson.Origin;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;
import vn.tram.task.Lane;

/// What is inside a dossier before it is signed and encrypted: a canonical ZIP of two JSON parts
/// and the biometric records. The same session gives the same bytes.
public final class DossierContent {
    static final String SESSION = "session.json";
    static final String READINGS = "readings.json";

    private final byte[] zip;

    private DossierContent(byte[] zip) {
        this.zip = zip;
    }

    /// Encodes all pictures, several at once, and puts the parts together. Blocks.
    static DossierContent of(Session session, List<Kept> kept, Origin origin)
            throws InterruptedException {
        var files = new LinkedHashMap<String, byte[]>();
        var listed = new ArrayList<Listed>();
        try (var lane = Lane.parallel("dossier")) {
            var face = faces(session, kept, lane);
            var documents = documents(kept, lane);
            var prints = prints(kept, lane);
            int record = 0;
            for (var group : byResolution(prints).values()) {
                var name = "fingers-" + ++record + ".fir";
                var positions = group.stream().map(EncodedPrint::position).sorted().toList();
                files.put(name, BiometricRecords.fingers(group));
                listed.add(listed(name, "application/octet-stream", files, positions));
            }
            for (var picture : face) {
                files.put("face.fac", done(picture));
                listed.add(
                        listed(
                                "face.fac",
                                "application/octet-stream",
                                files,
                                List.of(Position.FACE)));
            }
            for (int i = 0; i < documents.size(); i++) {
                var name = "document-" + (i + 1) + ".png";
                files.put(name, done(documents.get(i)));
                listed.add(listed(name, "image/png", files, List.of(Position.DOCUMENT)));
            }
        }
        var attempts = kept.stream().map(Kept::attempt).toList();
        var readings = DossierJson.readings(session, attempts);
        var all = new LinkedHashMap<String, byte[]>();
        all.put(READINGS, readings);
        listed.addFirst(listed(READINGS, "application/json", all, List.of()));
        all.putAll(files);
        all.putFirst(SESSION, DossierJson.session(session, origin, listed));
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
    private static List<Future<byte[]>> faces(Session session, List<Kept> kept, Lane lane) {
        var sex = session.citizen().flatMap(c -> c.value(Field.SEX)).orElse("");
        var faces = of(Position.FACE, kept);
        if (faces.size() > 1) {
            throw new IllegalArgumentException("a session keeps one face");
        }
        return faces.stream()
                .map(one -> {
                    var video = one.attempt().device().address().startsWith("camera:");
                    return lane.submit(() ->
                            BiometricRecords.face(one.frame().pixels(), new FaceFacts(sex, video)));
                })
                .toList();
    }

    private static List<Future<byte[]>> documents(List<Kept> kept, Lane lane) {
        return of(Position.DOCUMENT, kept).stream()
                .map(one ->
                        lane.submit(
                                () -> Images.png(one.frame().pixels(), one.frame().resolution())))
                .toList();
    }

    private static List<Kept> of(Position position, List<Kept> kept) {
        return kept.stream().filter(one -> one.attempt().position() == position).toList();
    }

    /// Every slap, every finger cut out of one, every finger captured alone. A finger that was
    /// captured alone counts as that, and is not cut out of its slap too.
    private static List<EncodedPrint> prints(List<Kept> kept, Lane lane)
            throws InterruptedException {
        var positions = kept.stream().map(one -> one.attempt().position()).toList();
        var work = new ArrayList<Future<EncodedPrint>>();
        for (var one : kept) {
            var position = one.attempt().position();
            if (position.isSlap() || position.isFinger()) {
                work.add(lane.submit(whole(one)));
            }
            if (position.isSlap()) {
                for (var finger : one.attempt().expected()) {
                    if (!positions.contains(finger) && one.attempt().of(finger).isPresent()) {
                        work.add(lane.submit(cut(one, finger)));
                    }
                }
            }
        }
        var prints = new ArrayList<EncodedPrint>();
        for (var print : work) {
            prints.add(done(print));
        }
        return prints;
    }

    private static Callable<EncodedPrint> whole(Kept one) {
        var attempt = one.attempt();
        return () ->
                EncodedPrint.of(
                        attempt.position(),
                        one.frame().pixels().toGray(),
                        ppi(one),
                        leastScore(attempt));
    }

    private static Callable<EncodedPrint> cut(Kept one, Position finger) {
        var judgement = one.attempt().of(finger).orElseThrow();
        return () ->
                EncodedPrint.of(
                        finger,
                        judgement.box().cutFrom(one.frame().pixels().toGray()),
                        ppi(one),
                        judgement.score());
    }

    private static Resolution.Ppi ppi(Kept one) {
        return switch (one.frame().resolution()) {
            case Resolution.Ppi ppi -> ppi;
            case Resolution.Unknown _ ->
                    throw new IllegalArgumentException(
                            "a print of unknown resolution: " + one.attempt().position());
        };
    }

    /// The least score of what was expected; empty when one is missing or was not judged.
    private static OptionalInt leastScore(Attempt attempt) {
        int least = 100;
        for (var finger : attempt.expected()) {
            var score = attempt.of(finger).map(j -> j.score()).orElse(OptionalInt.empty());
            if (score.isEmpty()) {
                return OptionalInt.empty();
            }
            least = Math.min(least, score.getAsInt());
        }
        return attempt.expected().isEmpty() ? OptionalInt.empty() : OptionalInt.of(least);
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

    private static <T> T done(Future<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("encoding a dossier's picture", e.getCause());
        }
    }

    @Override
    public String toString() {
        return "DossierContent[" + zip.length + " bytes]";
    }
}
