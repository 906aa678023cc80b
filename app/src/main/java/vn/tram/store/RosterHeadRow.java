package vn.tram.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import vn.tram.roster.Column;

/// What a head of a list's column was said to mean.
@Entity
@Table(name = "roster_head")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class RosterHeadRow {
    @Id private String head;

    private String meaning;
    private long checksum;

    protected RosterHeadRow() {}

    RosterHeadRow(String head, Column column) {
        this.head = head;
        meaning = column.name();
        checksum = Checksum.of(head, meaning);
    }

    String head() {
        return head;
    }

    /// @throws DamagedRow when the row is not what was stored
    Column column() {
        if (checksum != Checksum.of(head, meaning)) {
            throw new DamagedRow("head of a column");
        }
        return Column.valueOf(meaning);
    }
}
