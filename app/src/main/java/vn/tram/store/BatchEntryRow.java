package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;
import vn.tram.domain.Receipt;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;

/// One dossier in a batch and what the registry answered. Ids grow in the order of the batch.
@Entity
@Table(name = "batch_entry")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class BatchEntryRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 50)
    private long id;

    private long batch;
    private UUID session;
    private String dossier;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage outcome;

    private @Nullable String reason;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    private long checksum;

    protected BatchEntryRow() {}

    BatchEntryRow(long batch, Batch.Entry entry) {
        this.batch = batch;
        session = entry.session().value();
        dossier = entry.dossier().hex();
        checksum = content();
    }

    long batch() {
        return batch;
    }

    SessionId session() {
        return new SessionId(session);
    }

    /// What the registry said of it before; empty when it said nothing.
    Optional<Stage> outcome() {
        return Optional.ofNullable(outcome);
    }

    void answer(Receipt.Answer answer, Instant at) {
        outcome = answer.outcome();
        reason = answer.reason();
        answeredAt = at;
        checksum = content();
    }

    /// @throws DamagedRow when the row is not what was stored
    Batch.Entry toEntry() {
        if (checksum != content()) {
            throw new DamagedRow("batch entry " + id);
        }
        return new Batch.Entry(session(), new Digest(dossier));
    }

    private long content() {
        return Checksum.of(batch, session, dossier, outcome, reason, answeredAt);
    }
}
