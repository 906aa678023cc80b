package vn.tram.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.image.Position;

/// Deletes the files that a crash left behind: those no row speaks of.
///
/// That no row speaks of a file is known twice before it is deleted: the rows are looked up in the
/// indexes, and where that leaves a file over, all of the tables are read without any index. An
/// index that lost an entry makes a row unfindable and nothing else notices; the images would be
/// gone.
final class Recovery {
    /// The stages in which a dossier lies here.
    private static final Set<Stage> WITH_DOSSIER =
            EnumSet.of(Stage.SEALED, Stage.BATCHED, Stage.DELIVERED);

    private final Transactions transactions;
    private final SessionFiles files;

    Recovery(Transactions transactions, SessionFiles files) {
        this.transactions = transactions;
        this.files = files;
    }

    /// @return how many sessions had something left over
    /// @throws StationFault `LT-402` when indexes and tables differ; nothing was deleted then
    int run() throws StationFault, IOException {
        var sessions = files.sessions();
        var held = transactions.query(em -> lookedUp(em, sessions));
        var over = new HashMap<SessionId, Held>();
        for (var one : held.entrySet()) {
            if (files.holdMore(one.getKey(), one.getValue())) {
                over.put(one.getKey(), one.getValue());
            }
        }
        if (!over.isEmpty() && !transactions.query(em -> scanned(em, sessions)).equals(held)) {
            throw new StationFault(Code.LT_402, "an index and its table differ");
        }
        for (var one : over.entrySet()) {
            files.keepOnly(one.getKey(), one.getValue());
        }
        files.deleteParts();
        return over.size();
    }

    private static Map<SessionId, Held> lookedUp(EntityManager em, Set<SessionId> sessions) {
        var held = new HashMap<SessionId, Held>();
        for (var id : sessions) {
            var row = em.find(SessionRow.class, id.value());
            held.put(id, row == null ? Held.NOTHING : held(row, frames(em, id)));
        }
        return held;
    }

    private static Set<String> frames(EntityManager em, SessionId id) {
        return em.createQuery(
                        "select a.session, a.position, a.number from AttemptRow a"
                                + " where a.session = :id",
                        Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(Recovery::frame)
                .collect(toSet());
    }

    /// An empty list of indexes makes H2 read the table itself, row by row.
    private static Map<SessionId, Held> scanned(EntityManager em, Set<SessionId> sessions) {
        List<?> attempts =
                em.createNativeQuery("select session, position, number from attempt use index ()")
                        .getResultList();
        var frames =
                attempts.stream()
                        .map(Object[].class::cast)
                        .collect(
                                groupingBy(
                                        column -> new SessionId((UUID) column[0]),
                                        mapping(Recovery::frame, toSet())));
        List<?> found =
                em.createNativeQuery("select * from session use index ()", SessionRow.class)
                        .getResultList();
        var rows =
                found.stream()
                        .map(SessionRow.class::cast)
                        .collect(toMap(SessionRow::id, Function.identity()));
        var held = new HashMap<SessionId, Held>();
        for (var id : sessions) {
            var row = rows.get(id);
            held.put(id, row == null ? Held.NOTHING : held(row, frames.getOrDefault(id, Set.of())));
        }
        return held;
    }

    /// @throws DamagedRow when the row is not what was stored
    private static Held held(SessionRow row, Set<String> frames) {
        row.check();
        boolean images = row.stage().holdsImages();
        return new Held(images, images ? frames : Set.of(), WITH_DOSSIER.contains(row.stage()));
    }

    /// @throws DamagedRow when the row is of no position
    private static String frame(Object[] column) {
        var position =
                Position.ofCode((Integer) column[1])
                        .orElseThrow(() -> new DamagedRow("an attempt's position"));
        return SessionFiles.name(position, (Integer) column[2]);
    }
}
