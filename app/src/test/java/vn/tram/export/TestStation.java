package vn.tram.export;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.domain.Batch;
import vn.tram.domain.SessionId;
import vn.tram.enroll.StationFault;
import vn.tram.security.AuditHead;
import vn.tram.security.RegistryKeys;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;

/// A station with real keys and files, its outbox in memory.
public final class TestStation {
    public final StateFolder state;
    public final StationKeys keys;
    public final MemoryOutbox outbox = new MemoryOutbox();
    public final List<String> audit = new ArrayList<>();
    public final List<ExportProgress> progress = new ArrayList<>();
    public final Exporter exporter;

    public TestStation(Path path) throws StationFault {
        this(path, "0427");
    }

    public TestStation(Path path, String station) throws StationFault {
        state = StateFolder.openOrMakeTraining(path, station);
        keys = StationKeys.load(path);
        exporter = exporter();
    }

    /// The program started anew over the same outbox.
    public Exporter exporter() {
        BatchFacts facts =
                new BatchFacts() {
                    @Override
                    public int captures(SessionId session) {
                        return 4;
                    }

                    @Override
                    public Optional<AuditHead> auditHead() {
                        return Optional.empty();
                    }
                };
        return new Exporter(
                state,
                keys,
                outbox,
                facts,
                (event, by, _, detail) -> audit.add(event + " " + by + " " + detail),
                InstantSource.system());
    }

    public RegistryKeys registry() throws StationFault {
        return RegistryKeys.load(state.path());
    }

    public List<Batch> make() throws StationFault {
        return exporter.makeBatches(100, BatchFormat.MAX_BATCH_BYTES, progress::add);
    }

    public List<Batch> deliver(Path folder) throws StationFault, InterruptedException {
        return exporter.deliver(new Destination.Folder(folder), progress::add);
    }

    public ReceiptsFound receipts(Path folder) throws StationFault, InterruptedException {
        return exporter.applyReceipts(new Destination.Folder(folder));
    }

    public Path outboxFile(Batch batch) {
        return state.path().resolve("outbox").resolve(batch.file());
    }
}
