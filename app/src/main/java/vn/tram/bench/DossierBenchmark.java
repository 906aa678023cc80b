package vn.tram.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.tram.domain.Dossier;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.SignOff;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sealer;
import vn.tram.enroll.StationFault;
import vn.tram.export.DossierSealer;
import vn.tram.identity.TrainingPeople;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;

/// Seal and sign of one dossier: three slaps and a portrait.
@State(Scope.Thread)
public class DossierBenchmark {
    /// The folder `config/`.
    @Param("")
    public String config = "";

    /// A folder on the measured disk.
    @Param("")
    public String disk = "";

    private final List<Sealer.Kept> kept = new ArrayList<>();
    private Path folder;
    private DossierSealer sealer;
    private Session session;

    @Setup
    public void prepare() throws IOException, StationFault, InterruptedException {
        var scene = Scene.of(Path.of(config));
        folder = new Site(Path.of(config), Path.of(disk)).newFolder();
        var state = StateFolder.openOrMakeTraining(folder);
        sealer =
                new DossierSealer(
                        StationKeys.load(state.path()),
                        state.mode(),
                        scene.settings().bundleDigest(),
                        "bench");
        for (var position : Scene.POSITIONS) {
            kept.add(scene.kept(position));
        }
        session = signedOff();
    }

    private Session signedOff() {
        var now = Instant.now();
        var open =
                Session.opened(SessionId.random(), now, "canbo1", 1)
                        .change()
                        .citizen(new TrainingPeople(7).person(0))
                        .services(List.of("id-card-new"))
                        .checked(Optional.of(now));
        kept.forEach(k -> open.attempt(k.attempt()));
        return open.signOff(Optional.of(new SignOff("canbo1", now, true)))
                .stage(Stage.SIGNED_OFF)
                .made();
    }

    /// The long part, as it is done in the background after each capture.
    @Benchmark
    public void encode() throws ExecutionException, InterruptedException {
        for (var one : kept) {
            sealer.prepare(session.id(), one).get();
        }
    }

    /// What sign-off waits for: records, one file, signature, encryption.
    @Benchmark
    public Dossier seal(Prepared prepared) throws StationFault {
        return prepared.dossiers.sealer.seal(prepared.dossiers.session, prepared.dossiers.kept);
    }

    /// The session with its pictures encoded before each sealing, which forgets them.
    @State(Scope.Thread)
    public static class Prepared {
        /// Not the one whose method is measured: JMH makes two.
        private DossierBenchmark dossiers;

        @Setup(Level.Invocation)
        public void prepare(DossierBenchmark of) throws ExecutionException, InterruptedException {
            dossiers = of;
            of.encode();
        }
    }

    @TearDown
    public void clear() throws IOException {
        Site.delete(folder);
    }
}
