package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tram.domain.Attempt;
import vn.tram.domain.CardFormat;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Judgement;
import vn.tram.domain.Mode;
import vn.tram.domain.Reading;
import vn.tram.domain.Session;
import vn.tram.enroll.Sealer.Kept;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;
import vn.tram.security.RegistryKeys;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;

class DossierSealerTest {
    private static final Instant NOW = Instant.now();
    private static final Digest SETTINGS = Digest.of(new byte[] {1});
    private static final EnrolledSession ENROLLED = new EnrolledSession(400, 240);
    private static final List<Kept> KEPT = ENROLLED.kept();
    private static final Session SESSION = ENROLLED.session(KEPT);

    @TempDir static Path folder;
    private static Path state;
    private static DossierSealer sealer;
    private static Dossier dossier;

    @BeforeAll
    static void seal() throws StationFault {
        state = StateFolder.openOrMakeTraining(folder.resolve("state"), "0427").path();
        sealer = sealer(state);
        dossier = sealer.seal(SESSION, KEPT);
    }

    @Test
    void opensslTrustsTheStationsCertificate() throws Exception {
        OpenSsl.succeeds(state, "verify", "-CAfile", "keys/ca.crt", "keys/station.crt");
        OpenSsl.succeeds(state, "verify", "-CAfile", "keys/ca.crt", "training-registry/seal.crt");
        OpenSsl.succeeds(
                state, "verify", "-CAfile", "keys/ca.crt", "training-registry/receipt.crt");
    }

    @Test
    void opensslReadsTheStationsKeyFile() throws Exception {
        OpenSsl.succeeds(
                state,
                "pkcs12",
                "-in",
                "keys/station.p12",
                "-passin",
                "file:keys/station.secret",
                "-nodes",
                "-noenc");
    }

    @Test
    void opensslOpensTheDossierAndVerifiesTheStation() throws Exception {
        var work = Files.createTempDirectory(folder, "openssl");

        assertThat(opened(work)).isEqualTo(sealer.encode(SESSION, KEPT).zip());
    }

    @Test
    void theRegistryOpensIt() throws StationFault {
        var keys = RegistryKeys.load(state);
        var opener = new DossierOpener(keys.sealingKey(), keys.sealing(), keys.ca());

        assertThat(opener.open(SESSION.id(), "0427", dossier.content()))
                .isInstanceOfSatisfying(
                        DossierOpener.Outcome.Opened.class,
                        opened ->
                                assertThat(opened.parts().keySet())
                                        .contains("session.json", "fingers-1.fir", "face.fac"));
    }

    @Test
    void theEnvelopeIsAesGcmAndTheSignatureEcdsa() throws Exception {
        var work = Files.createTempDirectory(folder, "openssl");
        opened(work);
        var outer =
                OpenSsl.run(work, "cms", "-cmsout", "-print", "-inform", "DER", "-in", "d.p7m")
                        .text();
        var inner =
                OpenSsl.run(work, "cms", "-cmsout", "-print", "-inform", "DER", "-in", "signed")
                        .text();

        assertThat(outer)
                .contains("id-smime-ct-authEnvelopedData")
                .contains("aes-256-gcm")
                .contains("dhSinglePass-stdDH-sha256kdf-scheme");
        assertThat(inner)
                .contains("ecdsa-with-SHA256")
                .contains("id-smime-aa-signingCertificateV2")
                .contains("signingTime");
    }

    @Test
    void anotherRegistrysKeyDoesNotOpenIt() throws Exception {
        var stranger = StateFolder.openOrMakeTraining(folder.resolve("stranger")).path();
        var work = Files.createTempDirectory(folder, "openssl");
        Files.write(work.resolve("d.p7m"), dossier.content());

        assertThat(decrypt(work, stranger).exit()).isNotZero();
    }

    @Test
    void aFlippedBitDoesNotOpen() throws Exception {
        var work = Files.createTempDirectory(folder, "openssl");
        var damaged = dossier.content();
        damaged[damaged.length / 2] ^= 1;
        Files.write(work.resolve("d.p7m"), damaged);

        assertThat(decrypt(work, state).exit()).isNotZero();
    }

    @Test
    void nothingOfTheCitizenShowsOutside() {
        var outside = new String(dossier.content(), StandardCharsets.ISO_8859_1);

        // a record's mark has eight bytes: three letters alone turn up in noise now and then
        for (var inside :
                List.of(
                        EnrolledSession.NAME,
                        EnrolledSession.NUMBER,
                        "FIR\0" + "010\0",
                        "FAC\0" + "010\0",
                        "session.json")) {
            var bytes =
                    new String(
                            inside.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertThat(outside.contains(bytes)).as(inside).isFalse();
        }
    }

    @Test
    void theContentIsTheSameEachTimeAndTheDossierNever() throws StationFault {
        assertThat(sealer.encode(SESSION, KEPT).zip())
                .isEqualTo(sealer.encode(SESSION, KEPT).zip());
        assertThat(sealer.seal(SESSION, KEPT).digest()).isNotEqualTo(dossier.digest());
        assertThat(dossier.session()).isEqualTo(SESSION.id());
    }

    @Test
    void whatWasPreparedIsWhatIsSealed() throws Exception {
        var unprepared = sealer.encode(SESSION, KEPT).zip();
        for (var one : KEPT) {
            sealer.prepare(SESSION.id(), one).get();
        }

        assertThat(sealer.encode(SESSION, KEPT).zip()).isEqualTo(unprepared);
        sealer.forget(SESSION.id());
    }

    @Test
    void everyFileIsListedWithItsDigest() throws Exception {
        var files = files();
        var listed = new HashMap<String, String>();
        json(files, "session.json")
                .get("files")
                .forEach(f -> listed.put(f.get("name").asString(), f.get("sha256").asString()));
        var found = new HashMap<String, String>();
        files.forEach((name, content) -> found.put(name, Digest.of(content).hex()));
        found.remove("session.json");

        assertThat(files.keySet())
                .containsExactly(
                        "session.json",
                        "readings.json",
                        "fingers-1.fir",
                        "face.fac",
                        "document-1.png");
        assertThat(listed).isEqualTo(found);
    }

    @Test
    void theSessionIsTold() throws Exception {
        var json = json(files(), "session.json");

        assertThat(json.get("format").asString()).isEqualTo("tram-dossier/3");
        assertThat(json.get("mode").asString()).isEqualTo("training");
        assertThat(json.get("station").asString()).isEqualTo("0427");
        assertThat(json.get("software").asString()).isEqualTo("0.1.0-test");
        assertThat(json.get("settings").asString()).isEqualTo(SETTINGS.hex());
        assertThat(json.get("citizen").toString())
                .isEqualTo(
                        """
                        [{"field":"PERSONAL_NUMBER","value":"001199000001","source":"CARD_QR"},\
                        {"field":"NAME","value":"Nguyễn Thị Mẫu","source":"CARD_QR"},\
                        {"field":"SEX","value":"F","source":"TYPED"}]\
                        """);
        assertThat(json.get("exceptions").get(0).get("evidence").asString())
                .isEqualTo(attempt(Position.DOCUMENT).frame().orElseThrow().hex());
        assertThat(json.get("overrides").get(0).get("reason").asString()).isEqualTo("da khô");
        assertThat(json.get("consents").get(0).get("textVersion").asString())
                .isEqualTo("2026-10-01");
        assertThat(json.get("ticks").toString())
                .isEqualTo("[\"both-ears-visible\",\"no-head-covering\"]");
        assertThat(json.get("triedAdvice").toString())
                .matches(
                        """
                        \\[\\{"position":"LEFT_FOUR","attempt":1,"advice":"ice-water",\
                        "at":"[^"]+","by":"canbo"\\}\\]\
                        """);
        assertThat(json.get("citizenAnswer").toString())
                .matches("\\{\"right\":false,\"disputed\":\\[\"SEX\"],\"at\":\"[^\"]+\"}");
        assertThat(json.get("approval").get("by").asString()).isEqualTo("chihuy");
        assertThat(json.get("signOff").get("citizenConfirmed").asBoolean()).isTrue();
        assertThat(json.get("devices").size()).isEqualTo(2);
        assertThat(json.get("policies").toString()).isEqualTo("[\"vn-id 2026-11-01\"]");
    }

    @Test
    void everyAttemptIsToldTheRefusedOneToo() throws Exception {
        var attempts = json(files(), "readings.json").get("attempts");

        assertThat(attempts.size()).isEqualTo(SESSION.attempts().size());
        var refused = attempts.get(attempts.size() - 1);
        assertThat(refused.get("kept").asBoolean()).isFalse();
        assertThat(refused.get("deviceScore").asInt()).isEqualTo(12);
        assertThat(refused.get("judgements").get(0).toString())
                .isEqualTo(
                        """
                        {"position":"RIGHT_INDEX","box":{"centreX":20.0,"centreY":20.0,\
                        "width":10.0,"height":10.0,"angle":0.0},\
                        "state":"DRY","evidence":["mean-gray"],\
                        "readings":[{"metric":"contrast","notMeasurable":"no foreground"}],\
                        "verdict":{"outcome":"REFUSED","policy":"vn-id 2026-11-01",\
                        "checks":[{"metric":"area","min":2.0,"required":true,"holds":false}],\
                        "advice":["x"]}}\
                        """);
        assertThat(attempts.get(0).get("kept").asBoolean()).isTrue();
        assertThat(attempts.get(0).get("frame").asString())
                .isEqualTo(attempt(Position.RIGHT_FOUR).frame().orElseThrow().hex());
    }

    @Test
    void everyKeptPixelIsInTheRecords() throws Exception {
        var files = files();
        var views = FingerRecordParser.parse(part(files, "fingers-1.fir")).views();

        assertThat(views)
                .extracting(FingerRecordParser.View::position)
                .containsExactly(1, 2, 3, 4, 6, 7, 8, 9, 10, 13, 14, 15); // 5 is excepted
        for (var view : views) {
            var position = Position.ofCode(view.position()).orElseThrow();
            assertThat(Pictures.png(view.image().bytes()))
                    .as(position.name())
                    .isEqualTo(pixels(position));
            assertThat(view.quality()).as(position.name()).isEqualTo(score(position));
        }
        var face = FaceRecordParser.parse(part(files, "face.fac"));
        assertThat(face.gender()).isEqualTo(2);
        assertThat(((Decoding.Decoded) Images.decode(face.image().bytes())).pixels())
                .isEqualTo(kept(Position.FACE).frame().pixels());
        assertThat(((Decoding.Decoded) Images.decode(part(files, "document-1.png"))).pixels())
                .isEqualTo(kept(Position.DOCUMENT).frame().pixels());
    }

    /// A square of eyes and chin: 100 apart, the chin 175 below them, in a frame of 480 x 640.
    @Test
    void theFacesCardsLieBesideItsRecord() throws Exception {
        var face = kept(Position.FACE);
        var files = unzipped(sealer.encode(SESSION, List.of(withPoints(face, 240, 260))).zip());
        assertThat(files.keySet())
                .containsExactly(
                        "session.json",
                        "readings.json",
                        "face.fac",
                        "face-3x4.jpg",
                        "face-4x6.jpg",
                        "face-35x45.jp2",
                        "face-cards.json");
        var told = json(files, "face-cards.json");
        assertThat(told.get("format").asString()).isEqualTo("tram-face-cards/1");
        assertThat(told.get("frame").asString())
                .isEqualTo(face.attempt().frame().orElseThrow().hex());
        for (var card : told.get("cards")) {
            var file = part(files, card.get("file").asString());
            var pixels = ((Decoding.Decoded) Images.decode(file)).pixels();
            assertThat(pixels.width()).isEqualTo(card.get("width").asInt());
            assertThat(pixels.height()).isEqualTo(card.get("height").asInt());
            assertThat(card.get("box").get("centreX").asDouble()).isEqualTo(240, within(1e-6));
        }
        assertThat(part(files, "face-35x45.jp2")).hasSizeLessThanOrEqualTo(20_000);
    }

    @Test
    void noCardIsMadeThatNoServiceAsksFor() throws Exception {
        var face = withPoints(kept(Position.FACE), 240, 260);
        var asked = new Kept(face.attempt(), face.frame(), Set.of(CardFormat.PAPER_4X6));
        var none = new Kept(face.attempt(), face.frame(), Set.of());

        assertThat(unzipped(sealer.encode(SESSION, List.of(asked)).zip()).keySet())
                .containsExactly(
                        "session.json",
                        "readings.json",
                        "face.fac",
                        "face-4x6.jpg",
                        "face-cards.json");
        assertThat(unzipped(sealer.encode(SESSION, List.of(none)).zip()).keySet())
                .containsExactly("session.json", "readings.json", "face.fac");
    }

    @Test
    void aFaceAtTheBorderHasNoCardAndIsSealedAllTheSame() throws Exception {
        var face = withPoints(kept(Position.FACE), 40, 260);
        var files = unzipped(sealer.encode(SESSION, List.of(face)).zip());
        assertThat(files.keySet()).containsExactly("session.json", "readings.json", "face.fac");
    }

    private static Kept withPoints(Kept face, double x, double y) {
        var a = face.attempt();
        var judgement = a.judgements().getFirst();
        var points =
                Map.of(
                        "left-eye-x",
                        x - 50,
                        "left-eye-y",
                        y,
                        "right-eye-x",
                        x + 50,
                        "right-eye-y",
                        y,
                        "chin-x",
                        x,
                        "chin-y",
                        y + 175);
        var readings = new ArrayList<>(judgement.readings());
        points.forEach((name, value) -> readings.add(new Reading.Measured(name, value, "px")));
        var pointed =
                new Judgement(
                        Position.FACE,
                        judgement.box(),
                        judgement.score(),
                        readings,
                        judgement.verdict());
        return new Kept(
                new Attempt(
                        a.position(),
                        a.number(),
                        a.at(),
                        a.device(),
                        a.frame(),
                        a.width(),
                        a.height(),
                        a.resolution(),
                        a.deviceScore(),
                        a.expected(),
                        List.of(pointed)),
                face.frame(),
                face.cards());
    }

    @Test
    void aFingerCapturedAloneIsNotCutOutOfItsSlapToo() throws Exception {
        var alone = new EnrolledSession(100, 120).kept().getFirst();
        var a = alone.attempt();
        var finger =
                new Attempt(
                        Position.RIGHT_INDEX,
                        1,
                        a.at(),
                        a.device(),
                        a.frame(),
                        a.width(),
                        a.height(),
                        a.resolution(),
                        a.deviceScore(),
                        List.of(Position.RIGHT_INDEX),
                        a.judgements());
        var kept = List.of(KEPT.getFirst(), new Kept(finger, alone.frame(), alone.cards()));
        var files = unzipped(sealer.encode(SESSION, kept).zip());

        var views = FingerRecordParser.parse(part(files, "fingers-1.fir")).views();
        assertThat(views)
                .extracting(FingerRecordParser.View::position)
                .containsExactly(2, 3, 4, 13);
        assertThat(views.getFirst().width()).isEqualTo(100);
    }

    @Test
    void withoutASealingCertificateNothingIsSealed() throws Exception {
        var other = StateFolder.openOrMakeTraining(folder.resolve("unsealable")).path();
        var certificate = other.resolve("training-registry/seal.crt");
        var elsewhere = sealer(other);

        Files.copy(
                state.resolve("training-registry/seal.crt"),
                certificate,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertFault(elsewhere);
        Files.delete(certificate);
        assertFault(elsewhere);
    }

    @Test
    void nothingPrintsTheCitizen() throws StationFault {
        var content = sealer.encode(SESSION, KEPT);

        assertThat("" + content + sealer + dossier + SESSION + KEPT.getFirst() + SESSION.citizen())
                .doesNotContain(EnrolledSession.NAME, EnrolledSession.NUMBER);
    }

    private static void assertFault(DossierSealer sealer) {
        assertThatThrownBy(() -> sealer.seal(SESSION, KEPT))
                .isInstanceOfSatisfying(
                        StationFault.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(Code.TK_611);
                            assertThat(e.toString())
                                    .doesNotContain(EnrolledSession.NAME, EnrolledSession.NUMBER);
                        });
    }

    private static DossierSealer sealer(Path state) throws StationFault {
        return new DossierSealer(
                StationKeys.load(state), Mode.TRAINING, SETTINGS, "0.1.0-test", () -> NOW);
    }

    /// The content of [#dossier] as the registry gets it with `openssl` alone.
    private static byte[] opened(Path work) throws Exception {
        Files.write(work.resolve("d.p7m"), dossier.content());
        var decrypted = decrypt(work, state);
        assertThat(decrypted.exit()).as(decrypted.text()).isZero();
        OpenSsl.succeeds(
                work,
                "cms",
                "-verify",
                "-binary",
                "-purpose",
                "any",
                "-inform",
                "DER",
                "-CAfile",
                state.resolve("keys/ca.crt").toString(),
                "-in",
                "signed",
                "-out",
                "content.zip");
        return Files.readAllBytes(work.resolve("content.zip"));
    }

    private static OpenSsl.Run decrypt(Path work, Path state) throws Exception {
        var registry = state.resolve("training-registry");
        return OpenSsl.run(
                work,
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "d.p7m",
                "-inkey",
                registry.resolve("seal.key").toString(),
                "-recip",
                registry.resolve("seal.crt").toString(),
                "-out",
                "signed");
    }

    private static Map<String, byte[]> files() throws Exception {
        return unzipped(sealer.encode(SESSION, KEPT).zip());
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "content", ".zip"), zip);
        var files = new LinkedHashMap<String, byte[]>();
        try (var read = new ZipFile(file.toFile())) {
            for (var entry : read.stream().toList()) {
                files.put(entry.getName(), read.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private static byte[] part(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return files.getOrDefault(name, new byte[0]);
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        return JsonMapper.shared().readTree(part(files, name));
    }

    private static Kept kept(Position position) {
        return KEPT.stream()
                .filter(k -> k.attempt().position() == position)
                .findFirst()
                .orElseThrow();
    }

    private static Attempt attempt(Position position) {
        return kept(position).attempt();
    }

    private static Gray8 pixels(Position position) {
        var whole = kept(position.slap()).frame().pixels().toGray();
        return position.isSlap() ? whole : judgement(position).box().cutFrom(whole);
    }

    private static int score(Position position) {
        return position.isSlap() ? 60 : judgement(position).score().orElseThrow();
    }

    private static Judgement judgement(Position position) {
        return attempt(position.slap()).of(position).orElseThrow();
    }
}
