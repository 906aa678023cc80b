package vn.tram.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.tram.domain.Judgement;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// Capture to verdict: from the device's frame to what the operator is told of it.
@State(Scope.Thread)
public class VerdictBenchmark {
    /// The folder `config/`.
    @Param("")
    public String config = "";

    private Scene scene;
    private Frame fourFingers;
    private Frame face;

    @Setup
    public void prepare() throws StationFault, InterruptedException {
        scene = Scene.of(Path.of(config));
        fourFingers = Scene.captured(Position.RIGHT_FOUR);
        face = Scene.captured(Position.FACE);
    }

    /// A slap of four fingers, as the simulated scanner shows it.
    @Benchmark
    public List<Judgement> slap() {
        return scene.judge(Position.RIGHT_FOUR, fourFingers);
    }

    /// A still of 1920 x 1080, as the simulated camera shows it.
    @Benchmark
    public List<Judgement> portrait() {
        return scene.judge(Position.FACE, face);
    }
}
