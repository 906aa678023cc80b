package vn.tram.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import vn.tram.domain.Session;
import vn.tram.enroll.StationFault;

/// Store of a change without an image, durable when it returns: what the operator ticks in a
/// session that has its four captures.
@State(Scope.Thread)
public class StoreRowBenchmark {
    /// The folder `config/`.
    @Param("")
    public String config = "";

    /// A folder on the measured disk.
    @Param("")
    public String disk = "";

    private OpenStore store;
    private Session before;
    private Session after;

    @Setup
    public void open() throws IOException, StationFault, InterruptedException {
        var scene = Scene.of(Path.of(config));
        store = OpenStore.in(Path.of(disk));
        before = store.opened();
        for (var position : Scene.POSITIONS) {
            var kept = scene.kept(position);
            before = before.change().attempt(kept.attempt()).made();
            store.sessions().save(before, kept.attempt(), kept.frame());
        }
    }

    @Setup(Level.Invocation)
    public void prepare() {
        var ticks = before.ticks().isEmpty() ? Set.of("both-ears-visible") : Set.<String>of();
        after = before.change().ticks(ticks).made();
    }

    @Benchmark
    public void row() throws StationFault {
        store.sessions().save(after);
        before = after;
    }

    @TearDown
    public void close() throws IOException, StationFault {
        store.close();
        store.delete();
    }
}
