package vn.tram.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.domain.Session;
import vn.tram.enroll.StationFault;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// Store of one attempt with its image, durable when it returns. A session gets as many attempts as
/// a busy one has, then it is cancelled and the next one opened, both outside the measured time.
@State(Scope.Thread)
public class StoreAttemptBenchmark {
    /// Three slaps and a portrait with three attempts each.
    static final int MOST_ATTEMPTS = 12;

    /// The folder `config/`.
    @Param("")
    public String config = "";

    /// A folder on the measured disk.
    @Param("")
    public String disk = "";

    private OpenStore store;
    private Frame frame;
    private List<Judgement> judgements;
    private Session before;
    private Attempt attempt;
    private Session after;

    @Setup
    public void open() throws IOException, StationFault, InterruptedException {
        frame = Scene.captured(Position.RIGHT_FOUR);
        judgements = Scene.of(Path.of(config)).judge(Position.RIGHT_FOUR, frame);
        store = OpenStore.in(Path.of(disk));
        before = store.opened();
    }

    @Setup(Level.Invocation)
    public void prepare() throws StationFault {
        if (before.attempts().size() == MOST_ATTEMPTS) {
            store.drop(before);
            before = store.opened();
        }
        attempt =
                Scene.attempt(Position.RIGHT_FOUR, before.attempts().size() + 1, frame, judgements);
        after = before.change().attempt(attempt).made();
    }

    @Benchmark
    public void attempt() throws StationFault {
        store.sessions().save(after, attempt, frame);
        before = after;
    }

    @TearDown
    public void close() throws IOException, StationFault {
        store.close();
        store.delete();
    }
}
