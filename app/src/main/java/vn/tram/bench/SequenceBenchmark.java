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
import vn.tram.quality.fingerprint.SameFinger;

/// The sequence check once templates exist: ten fingers against ten others, with each other too,
/// 190 comparisons in all; and a session's own ten, which are 45 comparisons, beside the fingers of
/// three officers, which are 300.
@State(Scope.Thread)
public class SequenceBenchmark {
    /// The folder `config/`.
    @Param("")
    public String config = "";

    /// Three officers gave all their fingers.
    private static final int OFFICERS_FINGERS = 30;

    private final List<Template> templates = new ArrayList<>();
    private double limit;
    private Prints<Integer> officers = new Prints<>((_, _) -> 0);

    @Setup
    public void prepare() throws StationFault, InterruptedException {
        var scene = Scene.of(Path.of(config));
        var scorer = new FinalScore(scene.settings().fingerprint());
        limit = scorer.limit(SameFinger.ELSEWHERE);
        for (var slap : Position.slaps()) {
            var frame = Scene.captured(slap);
            for (var judgement : scene.judge(slap, frame)) {
                scorer.template(frame, judgement).ifPresent(templates::add);
            }
        }
        if (templates.size() != Position.fingers().size()) {
            throw new IllegalStateException("not all fingers were found");
        }
        officers = new Prints<>((_, _) -> limit);
        for (int finger = 0; finger < OFFICERS_FINGERS; finger++) {
            officers.hold(-1 - finger, templates.get(finger % templates.size()));
        }
    }

    /// Every finger is an officer's.
    @Benchmark
    public List<Prints.Alike<Integer>> tenWithThreeOfficers() {
        var prints = officers.copy();
        for (int key = 0; key < templates.size(); key++) {
            prints.add(key, templates.get(key));
        }
        return prints.alike();
    }

    /// Every finger is found once more: both tens are of one person.
    @Benchmark
    public List<Prints.Alike<Integer>> tenAgainstTen() {
        var prints = new Prints<Integer>((_, _) -> limit);
        int key = 0;
        for (int round = 0; round < 2; round++) {
            for (var template : templates) {
                prints.add(key++, template);
            }
        }
        return prints.alike();
    }
}
