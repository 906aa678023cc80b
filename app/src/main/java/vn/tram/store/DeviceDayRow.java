package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import vn.tram.enroll.DeviceHistory.Day;

/// What a device did in one day.
@Entity
@Table(name = "device_day")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class DeviceDayRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 50)
    private long id;

    private String device;

    /// ISO 8601.
    @Column(name = "counted_on")
    private String day;

    private int captures;
    private int retries;
    private int faults;
    private int scores;

    @Column(name = "score_sum")
    private long scoreSum;

    private long checksum;

    protected DeviceDayRow() {}

    DeviceDayRow(String device, Day counted) {
        this.device = device;
        day = counted.day().toString();
        count(counted);
    }

    /// @throws DamagedRow when the row is not what was stored
    void add(Day more) {
        count(toDay().plus(more));
    }

    private void count(Day counted) {
        captures = counted.captures();
        retries = counted.retries();
        faults = counted.faults();
        scores = counted.scores();
        scoreSum = counted.scoreSum();
        checksum = content();
    }

    /// @throws DamagedRow when the row is not what was stored
    Day toDay() {
        if (checksum != content()) {
            throw new DamagedRow("day of a device " + id);
        }
        return new Day(LocalDate.parse(day), captures, retries, faults, scores, scoreSum);
    }

    private long content() {
        return Checksum.of(device, day, captures, retries, faults, scores, scoreSum);
    }
}
