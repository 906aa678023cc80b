package vn.tram.store;

import java.util.List;
import vn.tram.enroll.Remark;
import vn.tram.enroll.Remarks;
import vn.tram.enroll.StationFault;
import vn.tram.task.UiThread;

/// Inspectors' remarks in rows.
final class JpaRemarks implements Remarks {
    private final Transactions transactions;

    JpaRemarks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Remark> all() throws StationFault {
        UiThread.refuse("Remarks.all");
        return transactions.reading(() ->
                transactions.query(em ->
                        em.createQuery("select r from RemarkRow r order by r.id", RemarkRow.class)
                                .getResultStream()
                                .map(RemarkRow::toRemark)
                                .toList()));
    }

    @Override
    public void add(Remark remark) throws StationFault {
        UiThread.refuse("Remarks.add");
        transactions.changing(() -> {
            transactions.commit(em -> em.persist(new RemarkRow(remark)));
            return remark;
        });
    }
}
