package vn.tram.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import vn.tram.enroll.OfficerFinger;
import vn.tram.enroll.OfficerPrints;
import vn.tram.image.Position;
import vn.tram.matching.Template;

/// The template of one finger of an officer.
@Entity
@Table(name = "officer_print")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class OfficerPrintRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 50)
    private long id;

    private String officer;
    private int finger;
    private String template;
    private String extractor;

    @Column(name = "given_at")
    private Instant givenAt;

    private long checksum;

    protected OfficerPrintRow() {}

    OfficerPrintRow(OfficerPrints.Given given) {
        officer = given.finger().officer();
        finger = given.finger().finger().code();
        template = HexFormat.of().formatHex(given.template().toBytes());
        extractor = given.extractor();
        givenAt = given.givenAt();
        checksum = content();
    }

    /// @throws DamagedRow when the row is not what was stored
    OfficerPrints.Given toGiven() {
        if (checksum != content()) {
            throw new DamagedRow("officer print " + id);
        }
        var position =
                Position.ofCode(finger)
                        .orElseThrow(() -> new DamagedRow("finger of officer print " + id));
        return new OfficerPrints.Given(
                new OfficerFinger(officer, position),
                Template.of(HexFormat.of().parseHex(template)),
                extractor,
                givenAt);
    }

    private long content() {
        return Checksum.of(officer, finger, template, extractor, givenAt);
    }
}
