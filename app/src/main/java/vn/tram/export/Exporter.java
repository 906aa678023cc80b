package vn.tram.export;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.tram.domain.Batch;
import vn.tram.domain.SessionId;
import vn.tram.enroll.AuditLog;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// Takes sealed dossiers out of the station: batches, delivery, receipts. Every method can be
/// repeated after a crash or an interruption at any point, and blocks. One thread at a time.
public final class Exporter {
    /// Who appears in the audit log for what no officer did by hand.
    private static final String BY = "station";

    private final StateFolder state;
    private final StationKeys keys;
    private final Outbox outbox;
    private final AuditLog audit;
    private final BatchFacts facts;
    private final InstantSource clock;
    private final OutboxFolder files;

    public Exporter(
            StateFolder state,
            StationKeys keys,
            Outbox outbox,
            BatchFacts facts,
            AuditLog audit,
            InstantSource clock) {
        this.state = state;
        this.keys = keys;
        this.outbox = outbox;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
        this.files = new OutboxFolder(state, keys, outbox);
    }

    /// Reads a destination that a person typed: a folder, or `http://127.0.0.1:port/` in training.
    ///
    /// @throws StationFault `XL-501` for anything else
    public Destination destination(String text) throws StationFault {
        return Destination.of(text, state.mode());
    }

    /// Packs all waiting dossiers into batches in the outbox, each written whole, read back and
    /// verified before it is recorded.
    ///
    /// @param maxDossiers in one batch, 1 to [BatchFormat#MAX_DOSSIERS]
    /// @param maxBytes of one batch; one dossier goes in even if it alone is larger
    /// @return the batches made now, and one that an earlier run left unrecorded
    /// @throws StationFault `XL-502`, `XL-506`, `LT-401`, `TK-612`, and what the outbox throws
    public List<Batch> makeBatches(
            int maxDossiers, long maxBytes, Consumer<ExportProgress> listener) throws StationFault {
        UiThread.refuse("Exporter.makeBatches");
        if (maxDossiers < 1 || maxDossiers > BatchFormat.MAX_DOSSIERS || maxBytes < 1) {
            throw new IllegalArgumentException("a batch of " + maxDossiers + ", " + maxBytes);
        }
        var before = outbox.batches().size();
        files.heal();
        var waiting = outbox.waiting();
        listener.accept(new ExportProgress.Choosing(waiting.size()));
        for (int done = 0; done < waiting.size(); ) {
            listener.accept(new ExportProgress.Making(done, waiting.size()));
            var chosen = waiting.subList(done, Math.min(waiting.size(), done + maxDossiers));
            done += make(chosen, maxBytes).entries().size();
            listener.accept(new ExportProgress.Making(done, waiting.size()));
        }
        var all = outbox.batches();
        return List.copyOf(all.subList(before, all.size()));
    }

    private Batch make(List<SessionId> chosen, long maxBytes) throws StationFault {
        var last = outbox.last();
        var heading =
                new BatchWriter.Heading(
                        state.mode(),
                        keys.station(),
                        state.incarnation(),
                        last.map(Batch::number).orElse(0L) + 1,
                        last.map(Batch::digest),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        facts.auditHead());
        var name = BatchFormat.fileName(heading.station(), heading.incarnation(), heading.number());
        var index = write(name, heading, chosen, maxBytes);
        switch (files.verify(files.file(name))) {
            case Verification.Genuine genuine -> {
                if (!genuine.index().equals(index)) {
                    throw new StationFault(Code.XL_502, name + " reads back differently");
                }
                var batch = index.batch(genuine.digest(), Batch.State.MADE);
                outbox.made(batch);
                log("batch-made", batch, "dossiers=" + batch.entries().size());
                return batch;
            }
            case Verification.Broken(var problems) ->
                    throw new StationFault(Code.XL_502, name + ": " + String.join("; ", problems));
        }
    }

    private BatchIndex write(
            String name, BatchWriter.Heading heading, List<SessionId> chosen, long maxBytes)
            throws StationFault {
        var signatory = new Signatory(keys.signingKey(), keys.certificate(), keys.ca());
        var index = new ArrayList<BatchIndex>(1);
        try {
            WholeFile.write(
                    files.file(name),
                    out -> {
                        try {
                            index.add(
                                    BatchWriter.write(
                                            out,
                                            heading,
                                            chosen,
                                            this::content,
                                            maxBytes,
                                            signatory));
                        } catch (StationFault e) {
                            throw new Carried(e);
                        }
                    });
            return index.getFirst();
        } catch (Carried e) {
            throw e.fault;
        } catch (IOException e) {
            throw new StationFault(code(), "writing " + name, e);
        }
    }

    private BatchWriter.Content content(SessionId session) throws StationFault {
        return new BatchWriter.Content(outbox.dossier(session), facts.captures(session));
    }

    /// A full disk has its own sentence.
    private Code code() {
        return state.path().toFile().getUsableSpace() < BatchFormat.MAX_DOSSIER_BYTES
                ? Code.LT_401
                : Code.XL_501;
    }

    /// Takes every batch that has no receipt to a destination; one that lies there whole is not
    /// written again. After an interruption the next call goes on with the first that is missing.
    ///
    /// @return the batches that are there now, read back and verified
    /// @throws StationFault `XL-501`, `XL-502`, `XL-503`, `XL-505`, `XL-506`
    public List<Batch> deliver(Destination destination, Consumer<ExportProgress> listener)
            throws StationFault, InterruptedException {
        UiThread.refuse("Exporter.deliver");
        files.heal();
        var carrier = carrier(destination);
        var delivered = new ArrayList<Batch>();
        for (var batch : outbox.batches()) {
            if (batch.state() == Batch.State.RECEIPTED) {
                continue;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("between two batches");
            }
            carrier.deliver(files.intact(batch), batch, listener);
            if (batch.state() == Batch.State.MADE) {
                outbox.delivered(batch.digest());
                log("batch-delivered", batch, "digest=" + batch.digest());
            }
            delivered.add(batch);
            listener.accept(new ExportProgress.Delivered(batch));
        }
        return delivered;
    }

    /// Applies the receipts found at a destination. A bad one does not keep the others from being
    /// applied.
    ///
    /// @throws StationFault `XL-501`, `XL-503`, `TK-610`
    public ReceiptsFound applyReceipts(Destination destination)
            throws StationFault, InterruptedException {
        UiThread.refuse("Exporter.applyReceipts");
        var found = carrier(destination).receipts(outbox.batches());
        return new ReceiptCheck(state, keys, outbox, audit, files).apply(found);
    }

    private Carrier carrier(Destination destination) throws StationFault {
        return switch (destination) {
            case Destination.Folder(var path) -> new FolderCarrier(path, keys.ca());
            case Destination.Loopback(var base) ->
                    new HttpCarrier(base, keys.receipts(), keys.ca());
        };
    }

    private void log(String event, Batch batch, String detail) throws StationFault {
        audit.append(event, BY, Optional.empty(), "number=" + batch.number() + " " + detail);
    }

    /// Takes a [StationFault] through a body that may throw [IOException] alone.
    private static final class Carried extends IOException {
        private static final long serialVersionUID = 1L;
        private final StationFault fault;

        private Carried(StationFault fault) {
            super(fault);
            this.fault = fault;
        }
    }
}
