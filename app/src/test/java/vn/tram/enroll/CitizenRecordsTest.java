package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Field;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.CitizenRecords.Answer;
import vn.tram.ui.kit.Rehearsal;

/// A citizen asks for the own data: over one session that is open and one that is sealed.
class CitizenRecordsTest {
    @TempDir Path folder;
    private Rehearsal rehearsal;

    @BeforeEach
    void open() throws StationFault {
        rehearsal = new Rehearsal(folder.resolve("state"));
    }

    @AfterEach
    void close() throws StationFault {
        rehearsal.close();
    }

    private static String number(Session session) {
        return session.citizen().flatMap(c -> c.value(Field.PERSONAL_NUMBER)).orElseThrow();
    }

    @Test
    void whatIsNotSealedEndsAndTheSealedIsTold() throws Exception {
        var sealed = rehearsal.sealed(rehearsal.withoutFingers());
        var open = rehearsal.checked();
        var number = number(open);
        assertThat(number(sealed)).isEqualTo(number);
        var records = rehearsal.station.citizenRecords();

        assertThat(records.held(number, rehearsal.supervisor))
                .isInstanceOfSatisfying(
                        Answer.Held.class,
                        held ->
                                assertThat(held.sessions())
                                        .extracting(Session::id)
                                        .containsExactlyInAnyOrder(open.id(), sealed.id()));
        assertThat(records.delete(number, rehearsal.supervisor))
                .isEqualTo(new Answer.Deleted(List.of(open.id()), List.of(sealed.id())));

        assertThat(rehearsal.stored(open.id()).stage()).isEqualTo(Stage.CANCELLED);
        assertThat(rehearsal.stored(open.id()).citizen()).isEmpty();
        assertThat(rehearsal.stored(sealed.id()).stage()).isEqualTo(Stage.SEALED);
        assertThat(Files.readString(folder.resolve("state/audit/audit.jsonl")))
                .contains("citizen-record-exported", "citizen-asked", "citizen-record-kept")
                .doesNotContain(number);
    }

    @Test
    void nobodyButASupervisorAsks() throws StationFault {
        var open = rehearsal.checked();
        var no = new Answer.Refused(new Reason.NoRight(Right.CITIZEN_RECORDS));
        var records = rehearsal.station.citizenRecords();
        assertThat(records.held(number(open), rehearsal.operator)).isEqualTo(no);
        assertThat(records.delete(number(open), rehearsal.operator)).isEqualTo(no);
        assertThat(rehearsal.stored(open.id()).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void whoIsUnknownGetsAnEmptyRecord() throws StationFault {
        assertThat(rehearsal.station.citizenRecords().held("001199000123", rehearsal.supervisor))
                .isEqualTo(new Answer.Held(List.of()));
    }
}
