package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Batch;
import vn.tram.domain.Digest;

/// A batch without its entries.
@Entity
@Table(name = "batch")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class BatchRow {
    @Id private long number;
    private String file;
    private String digest;
    private @Nullable String previous;

    @Column(name = "made_at")
    private Instant madeAt;

    @Enumerated(EnumType.STRING)
    private Batch.State state;

    private long checksum;

    protected BatchRow() {}

    BatchRow(Batch batch) {
        number = batch.number();
        file = batch.file();
        digest = batch.digest().hex();
        previous = batch.previous().map(Digest::hex).orElse(null);
        madeAt = batch.at();
        state = batch.state();
        checksum = content();
    }

    long number() {
        return number;
    }

    Digest digest() {
        return new Digest(digest);
    }

    Batch.State state() {
        return state;
    }

    void state(Batch.State to) {
        state = to;
        checksum = content();
    }

    /// @throws DamagedRow when the row is not what was stored
    Batch toBatch(List<Batch.Entry> entries) {
        if (checksum != content()) {
            throw new DamagedRow("batch " + number);
        }
        return new Batch(
                number,
                file,
                digest(),
                Optional.ofNullable(previous).map(Digest::new),
                madeAt,
                state,
                entries);
    }

    private long content() {
        return Checksum.of(number, file, digest, previous, madeAt, state);
    }
}
