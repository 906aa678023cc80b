package vn.tram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Drivers;
import vn.tram.device.Opening;
import vn.tram.device.PreviewingDevice;
import vn.tram.image.Position;

/// That what is measured is what it is called. Nothing is timed here.
class BenchmarksTest {
    private static final String CONFIG = Path.of("..", "config").toString();

    @TempDir Path disk;

    @Test
    void aGroupMeansAllOfItAndAnUnknownNameNothing() {
        assertThat(Benchmarks.named("verdict")).containsExactly("verdict-slap", "verdict-portrait");
        assertThat(Benchmarks.named("store-row")).containsExactly("store-row");
        assertThat(Benchmarks.named("ver")).isEmpty();
    }

    @Test
    void verdictsAreThoseOfFourFingersAndOneFace() throws Exception {
        var verdicts = new VerdictBenchmark();
        verdicts.config = CONFIG;
        verdicts.prepare();
        assertThat(verdicts.slap())
                .extracting(j -> j.position())
                .containsExactlyInAnyOrderElementsOf(Position.RIGHT_FOUR.members());
        assertThat(verdicts.portrait())
                .extracting(j -> j.position())
                .containsExactly(Position.FACE);
    }

    @Test
    void theEngineIsMeasuredOnAPrintOf500AndASlapOf1600() throws Exception {
        var engine = new FingerprintBenchmark();
        engine.config = CONFIG;
        engine.prepare();
        assertThat(engine.live()).singleElement().satisfies(j -> assertThat(j.score()).isPresent());
        assertThat(engine.last()).isPresent();
        assertThat(engine.preview()).hasSize(4);
        var slap = Scene.captured(Position.RIGHT_FOUR).pixels();
        assertThat(List.of(slap.width(), slap.height())).containsExactly(1600, 1500);
    }

    @Test
    void anAttemptIsStoredAgainAndAgainAndTheFolderGoes() throws Exception {
        var store = new StoreAttemptBenchmark();
        store.config = CONFIG;
        store.disk = disk.toString();
        store.open();
        for (int call = 0; call < 14; call++) {
            store.prepare();
            store.attempt();
        }
        assertThat(left()).hasSize(1);
        store.close();
        assertThat(left()).isEmpty();
    }

    @Test
    void aRowIsStoredAgainAndAgain() throws Exception {
        var store = new StoreRowBenchmark();
        store.config = CONFIG;
        store.disk = disk.toString();
        store.open();
        for (int call = 0; call < 3; call++) {
            store.prepare();
            store.row();
        }
        store.close();
        assertThat(left()).isEmpty();
    }

    @Test
    void theBareWriteHasTheBytesOfASlap() throws Exception {
        var bare = new BareWriteBenchmark();
        bare.disk = disk.toString();
        bare.prepare();
        bare.write();
        try (var files = Files.list(left().getFirst())) {
            var pixels = Scene.captured(Position.RIGHT_FOUR).pixels();
            assertThat(files.findFirst().orElseThrow())
                    .hasSize((long) pixels.width() * pixels.height());
        }
        bare.delete();
        bare.write();
        bare.clear();
        assertThat(left()).isEmpty();
    }

    @Test
    void aDossierOfAWholeEnrollmentIsSealed() throws Exception {
        var dossiers = new DossierBenchmark();
        dossiers.config = CONFIG;
        dossiers.disk = disk.toString();
        dossiers.prepare();
        dossiers.encode();
        int images = 0;
        for (var position : Scene.POSITIONS) {
            images += Scene.captured(position).pixels().toBytes().length;
        }
        var prepared = new DossierBenchmark.Prepared();
        prepared.prepare(dossiers);
        assertThat(dossiers.seal(prepared).content().length).isBetween(images / 20, images);
        dossiers.clear();
        assertThat(left()).isEmpty();
    }

    @Test
    void jmhKnowsEachSampledBenchmark() throws Exception {
        try (var list = getClass().getResourceAsStream("/META-INF/BenchmarkList")) {
            var text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("VerdictBenchmark_slap", "VerdictBenchmark_portrait")
                    .contains("StoreAttemptBenchmark_attempt", "StoreRowBenchmark_row")
                    .contains("BareWriteBenchmark_write", "DossierBenchmark_seal")
                    .contains("DossierBenchmark_encode");
        }
    }

    @Test
    void theDevicesMeasuredAreOneADriverAndAllOpen() throws Exception {
        try (var devices = PlayedDevices.start(new Site(Path.of(CONFIG), disk))) {
            assertThat(devices.cameras().keySet()).containsExactly("sim", "folder", "camera");
            var drivers = Drivers.load(getClass().getClassLoader());
            for (var address : devices.cameras().values()) {
                var opening = drivers.open(address);
                assertThat(opening).isInstanceOf(Opening.Opened.class);
                try (var device = ((Opening.Opened) opening).device()) {
                    assertThat(device).isInstanceOf(PreviewingDevice.class);
                }
            }
        }
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws Exception {
        try (var folders = Files.list(disk)) {
            return folders.toList();
        }
    }
}
