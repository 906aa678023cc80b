package vn.tram.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// How many changes the database holds: one row that each change raises in its own transaction.
@Entity
@Table(name = "change_count")
class ChangeCount {
    private static final int ONLY = 1;

    @Id private int id;

    private long number;
    private long checksum;

    protected ChangeCount() {}

    /// Counts the change that is being made.
    ///
    /// @return its number
    /// @throws DamagedRow when the row is not what was stored
    static long next(EntityManager em) {
        var row = em.find(ChangeCount.class, ONLY);
        if (row == null) {
            throw new DamagedRow("no count of the changes");
        }
        row.number = checked(row.number, row.checksum) + 1;
        row.checksum = Checksum.of(row.number);
        return row.number;
    }

    /// @throws DamagedRow when the number is not the one the checksum was made for
    static long checked(long number, long checksum) {
        if (checksum != Checksum.of(number)) {
            throw new DamagedRow("the count of the changes");
        }
        return number;
    }
}
