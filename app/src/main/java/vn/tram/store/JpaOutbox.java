package vn.tram.store;

import static java.util.stream.Collectors.toMap;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Receipt;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Outbox;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.task.UiThread;

/// Batches and the registry's answers in rows; the dossiers in files.
final class JpaOutbox implements Outbox {
    private final Transactions transactions;
    private final SessionFiles files;

    JpaOutbox(Transactions transactions, SessionFiles files) {
        this.transactions = transactions;
        this.files = files;
    }

    @Override
    public List<SessionId> waiting() throws StationFault {
        UiThread.refuse("Outbox.waiting");
        return transactions.reading(() ->
                transactions.query(em ->
                        em.createQuery(
                                        "select s from SessionRow s where s.stage = :stage"
                                                + " order by s.openedAs",
                                        SessionRow.class)
                                .setParameter("stage", Stage.SEALED)
                                .getResultStream()
                                .map(SessionRow::id)
                                .toList()));
    }

    @Override
    public Dossier dossier(SessionId id) throws StationFault {
        UiThread.refuse("Outbox.dossier");
        return transactions.reading(() -> {
            var digest =
                    transactions.query(em ->
                            Optional.ofNullable(em.find(SessionRow.class, id.value()))
                                    .flatMap(SessionRow::dossier));
            var dossier = new Dossier(id, files.readDossier(id));
            if (!Optional.of(dossier.digest()).equals(digest)) {
                throw new StationFault(Code.LT_402, "the dossier of session " + id);
            }
            return dossier;
        });
    }

    @Override
    public Optional<Batch> last() throws StationFault {
        UiThread.refuse("Outbox.last");
        return transactions.reading(() ->
                transactions.query(
                        em -> lastRow(em).map(row -> row.toBatch(entries(entryRows(em, row))))));
    }

    @Override
    public List<Batch> batches() throws StationFault {
        UiThread.refuse("Outbox.batches");
        return transactions.reading(() -> transactions.query(JpaOutbox::allBatches));
    }

    @Override
    public void made(Batch batch) throws StationFault {
        UiThread.refuse("Outbox.made");
        transactions.changing(() -> {
            var last = transactions.query(JpaOutbox::lastRow);
            if (last.map(l -> l.digest().equals(batch.digest())).orElse(false)) {
                return batch.number(); // a crash came between the commit and the answer
            }
            require(
                    batch.state() == Batch.State.MADE
                            && batch.number() == last.map(BatchRow::number).orElse(0L) + 1
                            && batch.previous().equals(last.map(BatchRow::digest)),
                    "batch " + batch.number() + " does not follow the last one");
            transactions.commit(em -> {
                em.persist(new BatchRow(batch));
                em.flush(); // before its entries, which JPA does not know to be its
                for (var entry : batch.entries()) {
                    em.persist(new BatchEntryRow(batch.number(), entry));
                    require(
                            session(em, entry.session())
                                    .dossier()
                                    .equals(Optional.of(entry.dossier())),
                            "another dossier of session " + entry.session());
                    step(em, entry.session(), Stage.BATCHED);
                }
            });
            return batch.number();
        });
    }

    @Override
    public void delivered(Digest batch) throws StationFault {
        UiThread.refuse("Outbox.delivered");
        transactions.changing(() -> {
            var row =
                    transactions
                            .query(em -> find(em, batch))
                            .orElseThrow(() -> new IllegalStateException("no batch " + batch));
            if (row.state() == Batch.State.MADE) {
                transactions.commit(em -> deliver(em, batch));
            }
            return batch;
        });
    }

    @Override
    public void receipted(Receipt receipt) throws StationFault {
        UiThread.refuse("Outbox.receipted");
        transactions.changing(() -> {
            var news = news(receipt);
            if (!news.isEmpty()) {
                transactions.commit(em -> {
                    // an answer proves the delivery, whether or not it was noted
                    deliver(em, receipt.batch());
                    answer(em, receipt, news);
                });
            }
            deleteDossiers(receipt);
            return receipt.batch();
        });
    }

    /// What the receipt tells that was not known.
    ///
    /// @throws StationFault `XL-504` when it does not fit the batch, or what was answered before
    private List<Receipt.Answer> news(Receipt receipt) throws StationFault {
        var known =
                transactions.query(em -> find(em, receipt.batch()).map(row -> entryRows(em, row)));
        if (known.isEmpty()) {
            throw new StationFault(Code.XL_504, "no batch " + receipt.batch());
        }
        var bySession =
                known.get().stream().collect(toMap(BatchEntryRow::session, Function.identity()));
        var news = new ArrayList<Receipt.Answer>();
        for (var answer : receipt.answers()) {
            if (isNews(answer, bySession.get(answer.session()))) {
                news.add(answer);
            }
        }
        return news;
    }

    private static boolean isNews(Receipt.Answer answer, @Nullable BatchEntryRow entry)
            throws StationFault {
        if (entry == null || !entry.toEntry().dossier().equals(answer.dossier())) {
            throw new StationFault(
                    Code.XL_504, "the dossier of session " + answer.session() + " is not in it");
        }
        if (!Stage.DELIVERED.next().contains(answer.outcome())) {
            throw new StationFault(Code.XL_504, answer.outcome() + " is no answer");
        }
        if (entry.outcome().isPresent() && entry.outcome().get() != answer.outcome()) {
            throw new StationFault(
                    Code.XL_504, "session " + answer.session() + " was answered otherwise before");
        }
        return entry.outcome().isEmpty();
    }

    private static void deliver(EntityManager em, Digest batch) {
        var row = find(em, batch).orElseThrow();
        if (row.state() == Batch.State.MADE) {
            row.state(Batch.State.DELIVERED);
            entryRows(em, row).forEach(e -> step(em, e.session(), Stage.DELIVERED));
        }
    }

    private static void answer(EntityManager em, Receipt receipt, List<Receipt.Answer> news) {
        var row = find(em, receipt.batch()).orElseThrow();
        var entries = entryRows(em, row);
        for (var answer : news) {
            entries.stream()
                    .filter(e -> e.session().equals(answer.session()))
                    .forEach(e -> e.answer(answer, receipt.at()));
            step(em, answer.session(), answer.outcome());
        }
        if (entries.stream().allMatch(e -> e.outcome().isPresent())) {
            row.state(Batch.State.RECEIPTED);
        }
    }

    private void deleteDossiers(Receipt receipt) throws IOException {
        for (var answer : receipt.answers()) {
            files.deleteDossier(answer.session());
        }
    }

    /// Takes a session one stage on; accepted, it loses number and name.
    private static void step(EntityManager em, SessionId id, Stage to) {
        var row = session(em, id);
        var after = row.toSession(JpaSessions.attempts(em, id)).change().stage(to).made();
        row.set(to == Stage.ACCEPTED ? Retention.accepted(after) : after);
    }

    private static SessionRow session(EntityManager em, SessionId id) {
        var row = em.find(SessionRow.class, id.value());
        require(row != null, "no session " + id);
        return row;
    }

    private static Optional<BatchRow> find(EntityManager em, Digest digest) {
        return em.createQuery("select b from BatchRow b where b.digest = :digest", BatchRow.class)
                .setParameter("digest", digest.hex())
                .getResultStream()
                .findFirst();
    }

    private static Optional<BatchRow> lastRow(EntityManager em) {
        return em.createQuery("select b from BatchRow b order by b.number desc", BatchRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private static List<BatchEntryRow> entryRows(EntityManager em, BatchRow batch) {
        return em.createQuery(
                        "select e from BatchEntryRow e where e.batch = :batch order by e.id",
                        BatchEntryRow.class)
                .setParameter("batch", batch.number())
                .getResultList();
    }

    private static List<Batch.Entry> entries(List<BatchEntryRow> rows) {
        return rows.stream().map(BatchEntryRow::toEntry).toList();
    }

    private static List<Batch> allBatches(EntityManager em) {
        var entries = new HashMap<Long, List<BatchEntryRow>>();
        em.createQuery("select e from BatchEntryRow e order by e.id", BatchEntryRow.class)
                .getResultStream()
                .forEach(e -> entries.computeIfAbsent(e.batch(), _ -> new ArrayList<>()).add(e));
        return em.createQuery("select b from BatchRow b order by b.number", BatchRow.class)
                .getResultStream()
                .map(b -> b.toBatch(entries(entries.getOrDefault(b.number(), List.of()))))
                .toList();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
