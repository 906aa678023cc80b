package vn.tram.store;

import java.util.List;
import vn.tram.enroll.OfficerPrints;
import vn.tram.enroll.StationFault;
import vn.tram.task.UiThread;

/// Templates of officers' fingers in rows.
final class JpaOfficerPrints implements OfficerPrints {
    private final Transactions transactions;

    JpaOfficerPrints(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Given> all() throws StationFault {
        UiThread.refuse("OfficerPrints.all");
        return transactions.reading(() ->
                transactions.query(em ->
                        em.createQuery(
                                        "select p from OfficerPrintRow p"
                                                + " order by p.officer, p.finger",
                                        OfficerPrintRow.class)
                                .getResultStream()
                                .map(OfficerPrintRow::toGiven)
                                .toList()));
    }

    @Override
    public void replace(String officer, List<Given> given) throws StationFault {
        UiThread.refuse("OfficerPrints.replace");
        transactions.changing(() -> {
            transactions.commit(em -> {
                em.createQuery("delete from OfficerPrintRow p where p.officer = :officer")
                        .setParameter("officer", officer)
                        .executeUpdate();
                given.forEach(g -> em.persist(new OfficerPrintRow(g)));
            });
            return given.size();
        });
    }
}
