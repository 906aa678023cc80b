package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.tram.enroll.DeviceHistory.Event;
import vn.tram.enroll.DeviceHistory.What;

/// Something that happened to a device. Ids grow in the order in which it did.
@Entity
@Table(name = "device_event")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class DeviceEventRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 50)
    private long id;

    private String device;

    @Column(name = "happened_at")
    private Instant happenedAt;

    private String what;
    private String detail;
    private long checksum;

    protected DeviceEventRow() {}

    DeviceEventRow(String device, Event event) {
        this.device = device;
        happenedAt = event.at();
        what = event.what().name();
        detail = event.detail();
        checksum = content();
    }

    /// @throws DamagedRow when the row is not what was stored
    Event toEvent() {
        if (checksum != content()) {
            throw new DamagedRow("event of a device " + id);
        }
        return new Event(happenedAt, What.valueOf(what), detail);
    }

    private long content() {
        return Checksum.of(device, happenedAt, what, detail);
    }
}
