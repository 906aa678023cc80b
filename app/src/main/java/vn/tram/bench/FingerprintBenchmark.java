package vn.tram.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.tram.domain.Judgement;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.quality.fingerprint.SlapSegmenter;

/// The fingerprint engine on one core: of a single print, and of a live picture.
@State(Scope.Thread)
public class FingerprintBenchmark {
    private static final int SIDE = 500;

    /// The folder `config/`.
    @Param("")
    public String config = "";

    private final SlapSegmenter segmenter = new SlapSegmenter();
    private Scene scene;
    private FinalScore last;
    private Frame slap;
    private Frame print;
    private Judgement judged;

    @Setup
    public void prepare() throws StationFault, InterruptedException {
        scene = Scene.of(Path.of(config));
        last = new FinalScore(scene.settings().fingerprint());
        slap = Scene.captured(Position.RIGHT_FOUR);
        var box =
                scene.judge(Position.RIGHT_FOUR, slap).stream()
                        .filter(j -> j.position() == Position.RIGHT_INDEX)
                        .findFirst()
                        .orElseThrow()
                        .box();
        var picture = slap.pixels().toGray();
        int left = Math.clamp((int) box.centreX() - SIDE / 2, 0, picture.width() - SIDE);
        int top = Math.clamp((int) box.centreY() - SIDE / 2, 0, picture.height() - SIDE);
        print =
                new Frame(
                        picture.crop(left, top, SIDE, SIDE),
                        slap.resolution(),
                        slap.takenAt(),
                        slap.origin());
        judged = live().getFirst();
    }

    /// The live score of a print of 500 x 500.
    @Benchmark
    public List<Judgement> live() {
        return scene.judge(Position.RIGHT_INDEX, print);
    }

    /// Templates and final score of the same print, live score not counted.
    @Benchmark
    public Optional<FinalScore.Finished> last() {
        return last.of(print, judged);
    }

    /// The fingers of the same slap found, cut and numbered; nothing measured on them.
    @Benchmark
    public SlapSegmenter.Slap slap() {
        return segmenter.slap(slap.pixels().toGray(), 500, Position.RIGHT_FOUR, Set.of());
    }

    /// The verdict on one frame of the live picture of a slap, 1600 x 1500.
    @Benchmark
    public List<Judgement> preview() {
        return scene.judge(Position.RIGHT_FOUR, slap);
    }
}
