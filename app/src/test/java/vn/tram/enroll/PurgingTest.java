package vn.tram.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Officer;
import vn.tram.domain.Receipt;
import vn.tram.domain.Role;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.Purging.Purged;
import vn.tram.ui.kit.Rehearsal;

/// Purging over a sealed session that the registry answered for, and one it did not.
class PurgingTest {
    @TempDir Path folder;
    private Rehearsal rehearsal;
    private Officer inspector;

    @BeforeEach
    void open() throws StationFault {
        rehearsal = new Rehearsal(folder.resolve("state"));
        inspector =
                rehearsal.station.accounts().officers().stream()
                        .filter(o -> o.role() == Role.INSPECTOR)
                        .findFirst()
                        .orElseThrow();
    }

    @AfterEach
    void close() throws StationFault {
        rehearsal.close();
    }

    private Session answered(Stage outcome) throws StationFault, InterruptedException {
        var sealed = rehearsal.sealed(rehearsal.withoutFingers());
        rehearsal.station.exporter().makeBatches(100, 1L << 30, _ -> {});
        var outbox = rehearsal.station.database().outbox();
        var batch = outbox.last().orElseThrow();
        var answers =
                batch.entries().stream()
                        .map(e -> new Receipt.Answer(e.session(), e.dossier(), outcome, ""))
                        .toList();
        outbox.receipted(
                new Receipt(
                        rehearsal.station.keys().station(),
                        batch.digest(),
                        Instant.now(),
                        answers));
        return sealed;
    }

    private Purged purged(Officer first, Officer second) throws StationFault {
        return rehearsal.station.purging().purge(first, second);
    }

    @Test
    void anAcceptedSessionLosesAllButThatItWas() throws Exception {
        var accepted = answered(Stage.ACCEPTED);
        var wanted = answered(Stage.RECAPTURE_WANTED);
        assertThat(rehearsal.stored(accepted.id()).attempts()).isNotEmpty();

        assertThat(purged(rehearsal.supervisor, inspector))
                .isEqualTo(
                        new Purged.Done(
                                List.of(
                                        new Purge.Removed(
                                                accepted.id(), accepted.attempts().size()))));

        var left = rehearsal.stored(accepted.id());
        assertThat(left.stage()).isEqualTo(Stage.PURGED);
        assertThat(left.attempts()).isEmpty();
        assertThat(left.omissions()).isEmpty();
        assertThat(left.consents()).isEmpty();
        assertThat(left.citizen()).isEmpty();
        assertThat(left.signOff()).isEmpty();
        assertThat(rehearsal.stored(wanted.id()).attempts()).hasSameSizeAs(wanted.attempts());
        assertThat(Files.readString(folder.resolve("state/audit/audit.jsonl")))
                .contains("purge-begun", "session-purged", "with phuctra");
        assertThat(purged(rehearsal.supervisor, inspector)).isEqualTo(new Purged.Done(List.of()));
    }

    @Test
    void oneOfficerAloneOrWithoutTheRightRemovesNothing() throws Exception {
        var accepted = answered(Stage.ACCEPTED);
        var two = new Purged.Refused(new Reason.SecondOfficer());
        assertThat(purged(rehearsal.supervisor, rehearsal.supervisor)).isEqualTo(two);
        assertThat(purged(inspector, new Officer("phuctra2", "B", Role.INSPECTOR))).isEqualTo(two);
        assertThat(purged(rehearsal.supervisor, rehearsal.operator))
                .isEqualTo(new Purged.Refused(new Reason.NoRight(Right.PURGE)));
        assertThat(rehearsal.stored(accepted.id()).stage()).isEqualTo(Stage.ACCEPTED);
    }
}
