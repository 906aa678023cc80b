package vn.tram.store;

import static java.util.stream.Collectors.toMap;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import vn.tram.domain.Field;
import vn.tram.domain.Session;
import vn.tram.domain.SignOff;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.roster.Column;
import vn.tram.roster.Done;
import vn.tram.roster.Listed;
import vn.tram.roster.Person;
import vn.tram.roster.Roster;
import vn.tram.task.UiThread;

/// The roster in rows.
final class JpaRoster implements Roster {
    /// Rows that are in memory at a time.
    private static final int AT_ONCE = 1000;

    private final Transactions transactions;

    JpaRoster(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void each(Consumer<Listed> people) throws StationFault {
        UiThread.refuse("Roster.each");
        transactions.reading(() ->
                transactions.query(em -> {
                    long after = 0;
                    var rows = page(em, after);
                    while (!rows.isEmpty()) {
                        for (var row : rows) {
                            var listed = row.toListed();
                            people.accept(listed);
                            after = listed.id();
                        }
                        em.clear();
                        rows = page(em, after);
                    }
                    return after;
                }));
    }

    private static List<RosterPersonRow> page(EntityManager em, long after) {
        return em.createQuery(
                        "select p from RosterPersonRow p where p.id > :after order by p.id",
                        RosterPersonRow.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .getResultList();
    }

    @Override
    public List<Listed> people(List<Long> ids) throws StationFault {
        UiThread.refuse("Roster.people");
        return transactions.reading(() ->
                transactions.query(em ->
                        ids.stream()
                                .map(id -> em.find(RosterPersonRow.class, id))
                                .filter(Objects::nonNull)
                                .map(RosterPersonRow::toListed)
                                .toList()));
    }

    @Override
    public Map<String, Column> heads() throws StationFault {
        UiThread.refuse("Roster.heads");
        return transactions.reading(() ->
                transactions.query(em ->
                        em.createQuery("select h from RosterHeadRow h", RosterHeadRow.class)
                                .getResultStream()
                                .collect(toMap(RosterHeadRow::head, RosterHeadRow::column))));
    }

    @Override
    public void take(Intake intake) throws StationFault {
        UiThread.refuse("Roster.take");
        transactions.changing(() -> {
            transactions.commit(em -> {
                var enrolled = enrolled(em);
                inParts(em, intake.added(), p -> em.persist(row(p, enrolled)));
                inParts(
                        em,
                        intake.changed(),
                        listed -> {
                            var row = em.find(RosterPersonRow.class, listed.id());
                            if (row == null) {
                                throw new IllegalStateException(
                                        "nobody is listed as " + listed.id());
                            }
                            row.set(done(listed.person(), enrolled));
                        });
                intake.heads().forEach((head, column) -> em.merge(new RosterHeadRow(head, column)));
            });
            return intake.added().size();
        });
    }

    private static <T> void inParts(EntityManager em, List<T> all, Consumer<T> one) {
        for (int i = 0; i < all.size(); i++) {
            one.accept(all.get(i));
            if ((i + 1) % AT_ONCE == 0) {
                em.flush();
                em.clear();
            }
        }
        em.flush();
        em.clear();
    }

    private static RosterPersonRow row(Person person, Map<String, LocalDate> enrolled) {
        return new RosterPersonRow(done(person, enrolled));
    }

    private static Person done(Person person, Map<String, LocalDate> enrolled) {
        var day = person.number().map(enrolled::get);
        return person.done().isEmpty() && day.isPresent() ? person.done(new Done(day)) : person;
    }

    /// The numbers of sealed sessions that are still known, with the day of each.
    private static Map<String, LocalDate> enrolled(EntityManager em) {
        var days = new HashMap<String, LocalDate>();
        em.createQuery(
                        "select s from SessionRow s"
                                + " where s.stage not in :not and s.citizen is not null",
                        SessionRow.class)
                .setParameter(
                        "not",
                        List.of(
                                Stage.OPEN,
                                Stage.PARKED,
                                Stage.SIGNED_OFF,
                                Stage.AWAITING_APPROVAL,
                                Stage.CANCELLED))
                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                .getResultStream()
                .forEach(row -> row.number().ifPresent(n -> days.put(n, day(row.signedOff()))));
        return days;
    }

    /// Takes over into the roster that a session was sealed. Part of the transaction that seals it.
    static void sealed(EntityManager em, Session session) {
        var number = session.citizen().flatMap(c -> c.value(Field.PERSONAL_NUMBER));
        if (session.stage() != Stage.SEALED || number.isEmpty()) {
            return;
        }
        em.createQuery(
                        "select p from RosterPersonRow p where p.personalNumber = :number",
                        RosterPersonRow.class)
                .setParameter("number", number.get())
                .getResultList()
                .forEach(row -> row.enrolled(day(session.signOff().map(SignOff::at))));
    }

    private static LocalDate day(Optional<Instant> signedOff) {
        return LocalDate.ofInstant(signedOff.orElseThrow(), ZoneId.systemDefault());
    }
}
