package vn.tram.store;

import java.util.ArrayList;
import java.util.List;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Purge;
import vn.tram.enroll.StationFault;
import vn.tram.task.UiThread;

/// Ends accepted sessions in rows and files; each in a transaction of its own, so that a purge that
/// was interrupted is gone on with by the next.
final class JpaPurge implements Purge {
    private final Transactions transactions;
    private final SessionFiles files;

    JpaPurge(Transactions transactions, SessionFiles files) {
        this.transactions = transactions;
        this.files = files;
    }

    @Override
    public List<Removed> accepted() throws StationFault {
        UiThread.refuse("Purge.accepted");
        var removed = new ArrayList<Removed>();
        for (var id : transactions.reading(this::toPurge)) {
            removed.add(
                    transactions.changing(() -> {
                        var attempts = transactions.query(em -> JpaSessions.attempts(em, id));
                        transactions.commit(em -> {
                            var row = em.find(SessionRow.class, id.value());
                            var session = row.toSession(JpaSessions.attempts(em, id));
                            var purged = session.change().stage(Stage.PURGED).made();
                            row.set(Retention.cancelled(purged));
                            em.createQuery("delete from AttemptRow a where a.session = :id")
                                    .setParameter("id", id.value())
                                    .executeUpdate();
                        });
                        files.deleteDossier(id); // went with the receipt, unless a crash came
                        return new Removed(id, attempts.size());
                    }));
        }
        return removed;
    }

    private List<SessionId> toPurge() {
        return transactions.query(em ->
                em.createQuery(
                                "select s from SessionRow s where s.stage = :stage"
                                        + " order by s.openedAs",
                                SessionRow.class)
                        .setParameter("stage", Stage.ACCEPTED)
                        .getResultStream()
                        .map(SessionRow::id)
                        .toList());
    }
}
