package vn.tram.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Receipt;
import vn.tram.domain.SessionId;
import vn.tram.enroll.Outbox;

/// An outbox in memory that keeps the port's promises, and dies where a test tells it to.
public final class MemoryOutbox implements Outbox {
    /// The power goes, as seen by the program: nothing after it runs.
    public static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public final Map<SessionId, Dossier> dossiers = new LinkedHashMap<>();
    public final List<Receipt> receipts = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final Set<SessionId> again = new HashSet<>();
    private Optional<String> dieAt = Optional.empty();

    /// @param method which throws the next time it is called, before it does anything
    public void dieAt(String method) {
        dieAt = Optional.of(method);
    }

    /// Lets a session wait once more, as a station with a fault might.
    public void sendAgain(SessionId session) {
        again.add(session);
    }

    private void alive(String method) {
        if (dieAt.equals(Optional.of(method))) {
            dieAt = Optional.empty();
            throw new PowerCut();
        }
    }

    public void add(Dossier dossier) {
        dossiers.put(dossier.session(), dossier);
    }

    /// As after restoring an old copy of the database.
    public void forgetBatches() {
        batches.clear();
    }

    @Override
    public List<SessionId> waiting() {
        return dossiers.keySet().stream()
                .filter(id ->
                        again.contains(id)
                                || batches.stream()
                                        .flatMap(b -> b.entries().stream())
                                        .noneMatch(e -> e.session().equals(id)))
                .toList();
    }

    @Override
    public Dossier dossier(SessionId id) {
        alive("dossier");
        return Optional.ofNullable(dossiers.get(id)).orElseThrow();
    }

    @Override
    public Optional<Batch> last() {
        return batches.isEmpty() ? Optional.empty() : Optional.of(batches.getLast());
    }

    @Override
    public List<Batch> batches() {
        return List.copyOf(batches);
    }

    @Override
    public void made(Batch batch) {
        alive("made");
        if (batch.number() != batches.size() + 1L
                || !batch.previous().equals(last().map(Batch::digest))) {
            throw new IllegalStateException("batch " + batch.number() + " does not follow");
        }
        batches.add(batch);
        batch.entries().forEach(e -> again.remove(e.session()));
    }

    @Override
    public void delivered(Digest batch) {
        alive("delivered");
        step(batch, Batch.State.DELIVERED);
    }

    @Override
    public void receipted(Receipt receipt) {
        alive("receipted");
        if (batches.stream()
                .anyMatch(b ->
                        b.digest().equals(receipt.batch()) && b.state() == Batch.State.RECEIPTED)) {
            return;
        }
        step(receipt.batch(), Batch.State.RECEIPTED);
        receipts.add(receipt);
    }

    private void step(Digest digest, Batch.State to) {
        batches.replaceAll(b ->
                b.digest().equals(digest) && b.state() != Batch.State.RECEIPTED
                        ? new Batch(
                                b.number(),
                                b.file(),
                                b.digest(),
                                b.previous(),
                                b.at(),
                                to,
                                b.entries())
                        : b);
    }
}
