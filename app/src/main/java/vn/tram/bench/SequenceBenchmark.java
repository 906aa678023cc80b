package vn.tram.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.matching.Prints;
import vn.tram.matching.Template;
import vn.tram.quality.fingerprint.FinalScore;

/// The sequence check once templates exist: ten fingers against ten others, with each other too,
/// 190 comparisons in all.
@State(Scope.Thread)
public class SequenceBenchmark {
    /// The folder `config/`.
    @Param("")
    public String config = "";

    private final List<Template> templates = new ArrayList<>();
    private double limit;

    @Setup
    public void prepare() throws StationFault, InterruptedException {
        var scene = Scene.of(Path.of(config));
        var scorer = new FinalScore(scene.settings().fingerprint());
        limit = scorer.sameFinger();
        for (var slap : Position.slaps()) {
            var frame = Scene.captured(slap);
            for (var judgement : scene.judge(slap, frame)) {
                scorer.template(frame, judgement).ifPresent(templates::add);
            }
        }
        if (templates.size() != Position.fingers().size()) {
            throw new IllegalStateException("not all fingers were found");
        }
    }

    /// Every finger is found once more: both tens are of one person.
    @Benchmark
    public List<Prints.Alike<Integer>> tenAgainstTen() {
        var prints = new Prints<Integer>(limit, (_, _) -> true);
        int key = 0;
        for (int round = 0; round < 2; round++) {
            for (var template : templates) {
                prints.add(key++, template);
            }
        }
        return prints.alike();
    }
}
