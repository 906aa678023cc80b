package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.SessionId;
import vn.tram.image.Position;

/// An attempt without its pixels. Ids grow in the order the attempts were made.
@Entity
@Table(name = "attempt")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class AttemptRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 50)
    private long id;

    private UUID session;

    /// The position's code.
    private int position;

    private int number;

    @Column(name = "taken_at")
    private Instant takenAt;

    private @Nullable String frame;
    private String report;
    private long checksum;

    protected AttemptRow() {}

    AttemptRow(SessionId session, Attempt attempt) {
        this.session = session.value();
        position = attempt.position().code();
        number = attempt.number();
        takenAt = attempt.at();
        frame = attempt.frame().map(Digest::hex).orElse(null);
        report = Json.text(AttemptReport.of(attempt));
        checksum = content();
    }

    boolean is(Position asked, int ofNumber) {
        return position == asked.code() && number == ofNumber;
    }

    void forgetFrame() {
        frame = null;
        checksum = content();
    }

    /// Takes over what was judged of the attempt; the rest of it must be the same.
    ///
    /// @throws DamagedRow when the row is not what was stored
    void rescore(Attempt attempt) {
        check();
        report = Json.text(AttemptReport.of(attempt));
        checksum = content();
    }

    /// @throws DamagedRow when the row is not what was stored
    Attempt toAttempt() {
        check();
        var measured = Json.read(report, AttemptReport.class);
        return new Attempt(
                Position.ofCode(position).orElseThrow(() -> new DamagedRow("attempt " + id)),
                number,
                takenAt,
                measured.toDevice(),
                frame(),
                measured.width(),
                measured.height(),
                measured.toResolution(),
                measured.toDeviceScore(),
                measured.expected(),
                measured.toJudgements());
    }

    private Optional<Digest> frame() {
        return Optional.ofNullable(frame).map(Digest::new);
    }

    private void check() {
        if (checksum != content()) {
            throw new DamagedRow("attempt " + id);
        }
    }

    /// Without the id: it is the database's, and not known before.
    private long content() {
        return Checksum.of(session, position, number, takenAt, frame, report);
    }
}
