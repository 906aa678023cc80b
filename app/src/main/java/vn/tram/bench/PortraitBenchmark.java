package vn.tram.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.enroll.StationFault;
import vn.tram.image.Box;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.imaging.Cut;
import vn.tram.quality.portrait.PortraitStages;

/// The portrait engine on one core, stage by stage, on a frame of 1280 x 720.
@State(Scope.Thread)
public class PortraitBenchmark {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /// The folder `config/`.
    @Param("")
    public String config = "";

    private Scene scene;
    private Frame frame;
    private PortraitStages stages;

    @Setup
    public void prepare() throws StationFault, InterruptedException {
        scene = Scene.of(Path.of(config));
        var still = Scene.captured(Position.FACE);
        var pixels = Cut.of(still.pixels(), Box.whole(still.pixels()), WIDTH, HEIGHT);
        frame = new Frame(pixels, still.resolution(), still.takenAt(), still.origin());
        stages = new PortraitStages(pixels);
    }

    @TearDown
    public void release() {
        stages.close();
    }

    @Benchmark
    public int detect() {
        return stages.detect();
    }

    @Benchmark
    public int bystanders() {
        return stages.bystanders();
    }

    @Benchmark
    public double mesh() {
        return stages.mesh();
    }

    @Benchmark
    public double pose() {
        return stages.pose();
    }

    @Benchmark
    public int segmentation() {
        return stages.segmentation();
    }

    @Benchmark
    public List<Reading> measures() {
        return stages.measures();
    }

    /// From pixels to verdict.
    @Benchmark
    public List<Judgement> total() {
        return scene.judge(Position.FACE, frame);
    }
}
