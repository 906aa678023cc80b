package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.SessionId;
import vn.tram.export.DossierOpener.Outcome;
import vn.tram.security.TrainingAuthority.Use;

class DossierOpenerTest {
    private static final SessionId SESSION = new SessionId(new UUID(7, 1));

    @TempDir Path folder;
    TestStation station;
    SealedSamples samples;
    DossierOpener opener;

    @BeforeEach
    void registry() throws Exception {
        station = new TestStation(folder.resolve("state"));
        samples = new SealedSamples(station);
        var keys = station.registry();
        opener = new DossierOpener(keys.sealingKey(), keys.sealing(), keys.ca());
    }

    private Outcome open(byte[] dossier) {
        return opener.open(SESSION, "0427", dossier);
    }

    private Outcome changed(Consumer<Map<String, byte[]>> change) throws Exception {
        var parts = SealedSamples.parts(SESSION, "0427");
        change.accept(parts);
        return open(samples.seal(SESSION, parts).content());
    }

    private static Outcome unopened(String why) {
        return new Outcome.Unopened(why);
    }

    @Test
    void aCompleteDossierOpens() throws Exception {
        var opened = (Outcome.Opened) open(samples.complete(1).content());
        assertThat(opened.parts().keySet())
                .containsExactly("session.json", "readings.json", "fingers-1.fir", "face.fac");
        assertThat(opened.station()).isEqualTo(station.keys.certificate());
    }

    @Test
    void flippedBitsKeepADossierShut() throws Exception {
        var whole = samples.complete(1).content();
        var random = new Random(8);
        for (int i = 0; i < 200; i++) {
            var changed = whole.clone();
            // ciphertext and tag; what is redundant before them is under the batch's digests
            int at = whole.length - 1 - random.nextInt(whole.length / 2);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(open(changed)).as("byte " + at).isInstanceOf(Outcome.Unopened.class);
        }
    }

    @Test
    void aDossierForAnotherRegistryStaysShut() throws Exception {
        var other = new TestStation(folder.resolve("other"));
        assertThat(open(new SealedSamples(other).complete(1).content()))
                .isInstanceOf(Outcome.Unopened.class);
    }

    @Test
    void aDossierSignedByAnotherStationIsNotThisStations() throws Exception {
        var stranger = Samples.signatory(Samples.AUTHORITY, Use.STATION_SIGNING, "0427");
        var dossier = samples.seal(SESSION, SealedSamples.parts(SESSION, "0427"), stranger);
        assertThat(((Outcome.Unopened) open(dossier.content())).why()).startsWith("inside: ");
    }

    @Test
    void aMissingFileIsNoticed() throws Exception {
        assertThat(changed(p -> p.remove("face.fac")))
                .isEqualTo(unopened("the dossier lacks a file that it lists"));
    }

    @Test
    void anUnlistedFileIsNoticed() throws Exception {
        assertThat(changed(p -> p.put("more.txt", new byte[1])))
                .isEqualTo(unopened("the dossier holds a file that it does not list"));
    }

    @Test
    void aChangedFileIsNoticed() throws Exception {
        assertThat(
                        changed(p ->
                                p.put(
                                        "face.fac",
                                        ("FAC\0" + "010\0other")
                                                .getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(unopened("the dossier holds a file with another digest than listed"));
    }

    @Test
    void anotherSessionIsNoticed() throws Exception {
        var other = new SessionId(new UUID(7, 2));
        var dossier = samples.seal(SESSION, SealedSamples.parts(other, "0427"));
        assertThat(open(dossier.content()))
                .isEqualTo(unopened("the dossier is of another session"));
    }

    @Test
    void neitherBiometricsNorAnExceptionIsNotComplete() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("readings.json", new byte[] {'{', '}'});
        var dossier = samples.seal(SESSION, SealedSamples.listed(SESSION, "0427", files));
        assertThat(open(dossier.content()))
                .isEqualTo(unopened("the dossier has neither a biometric record nor an exception"));
    }

    @Test
    void rubbleOfTheHeadersIsAnsweredWithAnOutcome() throws Exception {
        var whole = samples.complete(1).content();
        var random = new Random(13);
        int opened = 0;
        for (int i = 0; i < 1500; i++) {
            var rubble = whole.clone();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                rubble[random.nextInt(600)] = (byte) random.nextInt(256);
            }
            // a few bytes there are redundant: what matters is that no exception comes
            opened += open(rubble) instanceof Outcome.Opened ? 1 : 0;
        }
        assertThat(opened).isLessThan(150);
    }

    @Test
    void noiseStaysShut() {
        assertThat(open(Samples.dossier(3, 2000).content())).isInstanceOf(Outcome.Unopened.class);
        assertThat(open(new byte[0])).isInstanceOf(Outcome.Unopened.class);
    }
}
