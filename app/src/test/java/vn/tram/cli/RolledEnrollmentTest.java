package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.export.BatchFormat;
import vn.tram.export.BatchReader;
import vn.tram.export.BatchVerifier;
import vn.tram.export.DossierOpener;
import vn.tram.export.FingerRecordParser;
import vn.tram.export.FingerRecordParser.View;
import vn.tram.export.Verification;
import vn.tram.image.Position;
import vn.tram.registry.Answer;
import vn.tram.registry.TrainingRegistry;
import vn.tram.security.RegistryKeys;
import vn.tram.ui.kit.RollingConfig;

/// One citizen with ten rolled fingers, from lookup to the registry's answer.
class RolledEnrollmentTest {
    private static final List<URI> DEVICES =
            List.of(URI.create("sim://slap?seed=7"), URI.create("sim://camera?seed=7"));

    @TempDir Path folder;

    @Test
    void aBatchHoldsTwentyFingersAndTheRegistryOpensIt() throws Exception {
        try (var station = Assembly.open(folder.resolve("state"), RollingConfig.in(folder))) {
            var said = new ByteArrayOutputStream();
            var id = enrolled(station, said);
            assertThat(said.toString(StandardCharsets.UTF_8).lines())
                    .anyMatch(l -> l.startsWith("stored " + id + " rolled-right-thumb 1 "))
                    .anyMatch(l -> l.startsWith("stored " + id + " rolled-left-little 1 "));

            var keys = RegistryKeys.load(station.folder().path());
            var out = folder.resolve("out");
            var batch =
                    station.exporter()
                            .makeBatches(1, BatchFormat.MAX_BATCH_BYTES, _ -> {})
                            .getFirst();
            station.exporter().deliver(station.exporter().destination(out.toString()), _ -> {});
            var parts = opened(out.resolve(batch.file()), keys, id);
            assertTwentyFingers(FingerRecordParser.parse(part(parts, "fingers-1.fir")).views());
            assertThat(kept(part(parts, "readings.json")))
                    .containsAll(Position.rolled().stream().map(Position::name).toList());

            var answers = TrainingRegistry.processFolder(out, folder.resolve("registry"), keys);
            assertThat(((Answer.Receipted) answers.getFirst()).accepted()).isEqualTo(1);
            station.exporter().applyReceipts(station.exporter().destination(out.toString()));
            assertThat(station.enrollment().find(id).orElseThrow().stage())
                    .isEqualTo(Stage.ACCEPTED);
        }
    }

    private static SessionId enrolled(Assembly station, ByteArrayOutputStream said)
            throws Exception {
        try (var bench = new DeviceBench(station.drivers(), DEVICES)) {
            var out = new PrintStream(said, true, StandardCharsets.UTF_8);
            var run = new TrainingRun(station, bench, 7, out);
            var id = run.open().id();
            run.finish(id);
            assertThat(station.enrollment().find(id).orElseThrow().stage()).isEqualTo(Stage.SEALED);
            return id;
        }
    }

    private static Map<String, byte[]> opened(Path batch, RegistryKeys keys, SessionId id)
            throws Exception {
        var index = ((Verification.Genuine) BatchVerifier.verify(batch, keys.ca())).index();
        var opener = new DossierOpener(keys.sealingKey(), keys.sealing(), keys.ca());
        var dossier = new BatchReader(batch, index).dossier(0);
        return ((DossierOpener.Outcome.Opened) opener.open(id, index.station(), dossier)).parts();
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        assertThat(parts).containsKey(name);
        return parts.getOrDefault(name, new byte[0]);
    }

    /// Ten plain fingers cut from three slaps, and ten rolled ones: each of ten positions twice.
    private static void assertTwentyFingers(List<View> views) {
        var fingers = views.stream().filter(v -> v.position() <= 10).toList();
        assertThat(fingers).hasSize(20).allMatch(v -> v.views() == 2);
        for (int code = 1; code <= 10; code++) {
            int wanted = code;
            assertThat(fingers.stream().filter(v -> v.position() == wanted))
                    .extracting(v -> v.number() + " " + v.impression())
                    .containsExactly("1 0", "2 1");
        }
        assertThat(views.stream().filter(v -> v.position() > 10))
                .extracting(View::position)
                .containsExactly(13, 14, 15);
    }

    private static List<String> kept(byte[] readings) {
        return new ObjectMapper()
                .readTree(readings)
                .path("attempts")
                .valueStream()
                .filter(a -> a.path("kept").asBoolean())
                .map(a -> a.path("position").asString())
                .toList();
    }
}
