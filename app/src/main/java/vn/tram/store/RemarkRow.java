package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import vn.tram.domain.SessionId;
import vn.tram.enroll.Remark;

/// What an inspector said of a session. Ids grow in the order in which it was said.
@Entity
@Table(name = "remark")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class RemarkRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 50)
    private long id;

    private UUID session;
    private long seed;
    private String grade;
    private String words;

    @Column(name = "said_by")
    private String by;

    @Column(name = "said_at")
    private Instant at;

    private long checksum;

    protected RemarkRow() {}

    RemarkRow(Remark remark) {
        session = remark.session().value();
        seed = remark.seed();
        grade = remark.grade().name();
        words = remark.words();
        by = remark.by();
        at = remark.at();
        checksum = content();
    }

    /// @throws DamagedRow when the row is not what was stored
    Remark toRemark() {
        if (checksum != content()) {
            throw new DamagedRow("remark " + id);
        }
        return new Remark(new SessionId(session), seed, Remark.Grade.valueOf(grade), words, by, at);
    }

    private long content() {
        return Checksum.of(session, seed, grade, words, by, at);
    }
}
