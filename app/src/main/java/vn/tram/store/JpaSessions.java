package vn.tram.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.AEADBadTagException;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.task.UiThread;

/// The sessions in rows and files.
///
/// What must survive a crash between its steps leaves a trace that [#recover] finds: a key or
/// frames of a session that holds no images any more, a file that no row speaks of.
final class JpaSessions implements Sessions {
    private final Transactions transactions;
    private final SessionFiles files;
    private final FreeSpace space;
    private final Recovery recovery;

    JpaSessions(Transactions transactions, SessionFiles files, FreeSpace space) {
        this.transactions = transactions;
        this.files = files;
        this.space = space;
        recovery = new Recovery(transactions, files);
    }

    @Override
    public void open(Session session) throws StationFault {
        UiThread.refuse("Sessions.open");
        require(session.stage().holdsImages() && session.attempts().isEmpty(), "not a new session");
        transactions.changing(() -> {
            require(row(session.id()).isEmpty(), "the session is there already");
            space.require();
            files.writeKey(session.id(), FrameCipher.secret());
            var salt = HexFormat.of().formatHex(FrameCipher.secret());
            transactions.commit(em -> em.persist(new SessionRow(session, salt)));
            return session.id();
        });
    }

    @Override
    public Optional<Session> find(SessionId id) throws StationFault {
        UiThread.refuse("Sessions.find");
        return transactions.reading(() ->
                transactions.query(em ->
                        Optional.ofNullable(em.find(SessionRow.class, id.value()))
                                .map(row -> row.toSession(attempts(em, id)))));
    }

    @Override
    public List<Summary> list() throws StationFault {
        UiThread.refuse("Sessions.list");
        return transactions.reading(() ->
                transactions.query(em -> {
                    var kept = keptBySession(em);
                    return em.createQuery(
                                    "select s from SessionRow s order by s.openedAs desc",
                                    SessionRow.class)
                            .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                            .getResultStream()
                            .map(row -> row.toSummary(kept.getOrDefault(row.id(), List.of())))
                            .toList();
                }));
    }

    @Override
    public void save(Session session) throws StationFault {
        UiThread.refuse("Sessions.save");
        transactions.changing(() -> {
            transactions.commit(em -> {
                var row = before(em, session);
                requireAttempts(em, row, session.attempts().size());
                row.set(session);
            });
            return session.id();
        });
    }

    @Override
    public void save(Session session, Attempt attempt, Frame frame) throws StationFault {
        UiThread.refuse("Sessions.save");
        require(
                !session.attempts().isEmpty()
                        && session.attempts().getLast().equals(attempt)
                        && attempt.frame().isPresent(),
                "the attempt is not the session's last");
        require(
                session.attempts(attempt.position()).size() == attempt.number(),
                "the attempt is not the next of its position");
        transactions.changing(() -> {
            var id = session.id();
            space.require();
            var key = key(id);
            transactions.commit((em, beside) -> {
                var row = before(em, session);
                var cipher = cipher(row, key);
                // durable before the row: a row always has its frame, a file without a row is swept
                beside.start(() ->
                        files.writeFrame(
                                id,
                                attempt.position(),
                                attempt.number(),
                                out -> encrypt(frame, attempt, cipher, out)));
                requireAttempts(em, row, session.attempts().size() - 1);
                row.set(session);
                em.persist(new AttemptRow(id, attempt));
            });
            return id;
        });
    }

    private static void encrypt(Frame frame, Attempt attempt, FrameCipher cipher, OutputStream to)
            throws IOException {
        try (var out = cipher.encrypting(attempt.position(), attempt.number(), to)) {
            FrameBytes.write(frame, out);
        }
    }

    @Override
    public boolean rescore(SessionId id, Attempt attempt) throws StationFault {
        UiThread.refuse("Sessions.rescore");
        return transactions.changing(() -> {
            if (!row(id).map(row -> row.stage().holdsImages()).orElse(false)) {
                return false;
            }
            require(
                    stored(id, attempt.position(), attempt.number()),
                    "no such attempt in session " + id);
            transactions.commit(em ->
                    attemptRows(em, id).stream()
                            .filter(row -> row.is(attempt.position(), attempt.number()))
                            .forEach(row -> row.rescore(attempt)));
            return true;
        });
    }

    @Override
    public Frame frame(SessionId id, Position position, int attempt) throws StationFault {
        UiThread.refuse("Sessions.frame");
        return transactions.reading(() -> {
            var row = row(id).orElseThrow(() -> new IllegalStateException("no session " + id));
            require(stored(id, position, attempt), "no such attempt in session " + id);
            var cipher = cipher(row, key(id));
            var encrypted = files.readFrame(id, position, attempt);
            return FrameBytes.read(decrypted(cipher, id, position, attempt, encrypted));
        });
    }

    @Override
    public void seal(Session sealed, Dossier dossier) throws StationFault {
        UiThread.refuse("Sessions.seal");
        var digest = Optional.of(dossier.digest());
        require(
                sealed.stage() == Stage.SEALED
                        && sealed.dossier().equals(digest)
                        && dossier.session().equals(sealed.id()),
                "not the session of this dossier");
        end(
                sealed,
                Retention::sealed,
                row -> row.dossier().equals(digest),
                () -> {
                    files.writeDossier(sealed.id(), dossier.content());
                    return sealed.id();
                });
    }

    @Override
    public void cancel(Session cancelled) throws StationFault {
        UiThread.refuse("Sessions.cancel");
        require(cancelled.stage() == Stage.CANCELLED, "not a cancelled session");
        end(cancelled, Retention::cancelled, row -> row.stage() == Stage.CANCELLED, cancelled::id);
    }

    /// The steps in which a session gives up its images: what remains is durable before the key
    /// goes, and the key is gone before the images, which are noise from then on.
    ///
    /// @param ended whether a row says that the first step was done before
    private void end(
            Session session,
            Function<Session, Session> retention,
            Function<SessionRow, Boolean> ended,
            Transactions.Work<SessionId> first)
            throws StationFault {
        transactions.changing(() -> {
            var id = session.id();
            if (!row(id).map(ended).orElse(false)) {
                transactions.query(em -> {
                    var row = before(em, session);
                    requireAttempts(em, row, session.attempts().size());
                    return row;
                });
                first.run();
                var remains = retention.apply(session);
                transactions.commit(em -> {
                    managed(em, id).set(remains);
                    JpaRoster.sealed(em, remains);
                    for (var attempt : attemptRows(em, id)) {
                        if (remains.attempts().isEmpty()) {
                            em.remove(attempt);
                        } else {
                            attempt.forgetFrame();
                        }
                    }
                });
            }
            files.forgetImages(id);
            return id;
        });
    }

    @Override
    public void recover() throws StationFault {
        UiThread.refuse("Sessions.recover");
        transactions.changing(recovery::run);
    }

    /// The stored session that is about to change, its attempts not looked at.
    ///
    /// @throws IllegalStateException when `after` is not the next of what is stored
    private static SessionRow before(EntityManager em, Session after) {
        var row = managed(em, after.id());
        require(row != null, "no session " + after.id());
        require(
                row.revision() == after.revision() - 1,
                "revision "
                        + row.revision()
                        + " is stored, not the one before "
                        + after.revision());
        require(
                row.stage().holdsImages()
                        && (row.stage() == after.stage()
                                || row.stage().next().contains(after.stage())),
                row.stage() + " cannot become " + after.stage());
        row.check();
        return row;
    }

    /// @param count of the attempts that are stored
    private static void requireAttempts(EntityManager em, SessionRow row, int count) {
        long found =
                em.createQuery(
                                "select count(a) from AttemptRow a where a.session = :id",
                                Long.class)
                        .setParameter("id", row.id().value())
                        .getSingleResult();
        row.checkAttempts(found);
        require(found == count, "the stored session has other attempts");
    }

    /// The bytes of a session's key file.
    private byte[] key(SessionId id) throws StationFault, IOException {
        var key =
                files.readKey(id)
                        .orElseThrow(
                                () -> new StationFault(Code.LT_405, "no key for session " + id));
        if (key.length != FrameCipher.SECRET) {
            throw new StationFault(Code.LT_405, "damaged key for session " + id);
        }
        return key;
    }

    private static FrameCipher cipher(SessionRow row, byte[] key) {
        var id = row.id();
        var salt = row.frameSalt().orElseThrow(() -> new DamagedRow("no salt of session " + id));
        return new FrameCipher(id, key, salt);
    }

    private static byte[] decrypted(
            FrameCipher cipher, SessionId id, Position position, int attempt, byte[] encrypted)
            throws StationFault {
        try {
            return cipher.decrypt(position, attempt, encrypted);
        } catch (AEADBadTagException e) {
            throw new StationFault(
                    Code.LT_402,
                    "frame " + position + " " + attempt + " of session " + id + " is damaged",
                    e);
        }
    }

    private Optional<SessionRow> row(SessionId id) {
        return transactions.query(em -> Optional.ofNullable(em.find(SessionRow.class, id.value())));
    }

    private boolean stored(SessionId id, Position position, int attempt) {
        return transactions.query(em ->
                em.createQuery(
                                        "select count(a) from AttemptRow a where a.session = :id"
                                                + " and a.position = :position"
                                                + " and a.number = :number",
                                        Long.class)
                                .setParameter("id", id.value())
                                .setParameter("position", position.code())
                                .setParameter("number", attempt)
                                .getSingleResult()
                        == 1);
    }

    private static SessionRow managed(EntityManager em, SessionId id) {
        return em.find(SessionRow.class, id.value());
    }

    private static List<AttemptRow> attemptRows(EntityManager em, SessionId id) {
        return em.createQuery(
                        "select a from AttemptRow a where a.session = :id order by a.id",
                        AttemptRow.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    static List<Attempt> attempts(EntityManager em, SessionId id) {
        return attemptRows(em, id).stream().map(AttemptRow::toAttempt).toList();
    }

    /// Out of the index `attempt_kept` alone. With 10,000 sessions of 12 attempts, whose reports
    /// are 800 MB, reading the rows took 20 s (measured 2026-11-22). The attempts' checksums are
    /// held against them where they are read in full.
    private static Map<SessionId, List<Kept>> keptBySession(EntityManager em) {
        return em.createQuery(
                        "select a.session, a.position, a.number, a.frame from AttemptRow a"
                                + " order by a.session, a.id",
                        Object[].class)
                .getResultStream()
                .collect(
                        groupingBy(
                                column -> new SessionId((UUID) column[0]),
                                mapping(JpaSessions::kept, toList())));
    }

    private static Kept kept(Object[] column) {
        return new Kept(
                Position.ofCode((Integer) column[1])
                        .orElseThrow(() -> new DamagedRow("an attempt in the list")),
                (Integer) column[2],
                Optional.ofNullable((String) column[3]).map(Digest::new));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
