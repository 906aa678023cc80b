package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Receipt;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.Rehearsal;

/// A printed slip is as private as the name on it.
class PrintedSlipsTest {
    private static final byte[] PAPER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    @TempDir Path folder;

    private Rehearsal rehearsal;
    private PrintedSlips slips;

    @BeforeEach
    void open() throws StationFault {
        rehearsal = new Rehearsal(folder.resolve("state"));
        slips = PrintedSlips.of(rehearsal.station);
    }

    @AfterEach
    void close() throws StationFault {
        rehearsal.close();
    }

    /// The number of the printed slip of a signed session.
    private String printed(Session session) throws IOException {
        var number = slips.office().number(session, slips.zone()).orElseThrow();
        slips.printer().print(number, PAPER);
        return number;
    }

    /// The registry answers for the newest batch.
    private void answer(Stage outcome) throws StationFault {
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
    }

    private void export() throws StationFault, InterruptedException {
        ExportsOnScreen.of(rehearsal.station, folder.resolve("remembered"))
                .export(folder.resolve("usb").toString());
    }

    @Test
    void aSlipStaysUntilTheRegistryHasAnswered() throws Exception {
        var answered = printed(rehearsal.sealed(rehearsal.withoutFingers()));
        slips.endAnswered();
        assertThat(slips.printer().printed(answered)).isTrue();
        export();
        slips.endAnswered();
        assertThat(slips.printer().printed(answered)).isTrue();
        var waiting = printed(rehearsal.signed(rehearsal.withoutFingers()));

        answer(Stage.ACCEPTED);
        slips.endAnswered();

        assertThat(slips.printer().printed(answered)).isFalse();
        assertThat(slips.printer().printed(waiting)).isTrue();
    }

    @Test
    void aFolderWithoutReceiptsIsReadAndEndsWhatBelongsToNoSession() throws Exception {
        var kept = printed(rehearsal.sealed(rehearsal.withoutFingers()));
        slips.printer().print("0000-200101-000001", PAPER);
        Files.createDirectories(folder.resolve("usb"));
        ExportsOnScreen.of(rehearsal.station, folder.resolve("remembered"))
                .applyReceipts(folder.resolve("usb").toString());
        assertThat(slips.printer().printed("0000-200101-000001")).isFalse();
        assertThat(slips.printer().printed(kept)).isTrue();
    }

    @Test
    void aStationThatPrintedNothingHasNothingToEnd() throws StationFault {
        slips.endAnswered();
        assertThat(folder.resolve("state").resolve("slips")).doesNotExist();
        assertThat(rehearsal.station.database().sessions().list()).isEqualTo(List.of());
    }
}
