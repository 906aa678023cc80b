package vn.tram.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.cli.ExportsOnScreen;
import vn.tram.domain.Batch;
import vn.tram.enroll.StationFault;
import vn.tram.ui.export.ExportViewModel.News;
import vn.tram.ui.export.ExportViewModel.State;
import vn.tram.ui.export.ExportViewModel.Task;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Rehearsal;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;

/// The export screen over the real exporter and store of a training station.
class ExportScreenTest {
    @TempDir Path folder;
    private Rehearsal rehearsal;
    private Exports exports;
    private final SameThread background = new SameThread();

    @BeforeEach
    void open() throws StationFault {
        rehearsal = new Rehearsal(folder.resolve("state"));
        exports = ExportsOnScreen.of(rehearsal.station, folder.resolve("remembered"));
    }

    @AfterEach
    void close() throws StationFault {
        rehearsal.close();
    }

    private void sealed() throws StationFault, InterruptedException {
        rehearsal.sealed(rehearsal.withoutFingers());
    }

    private ExportViewModel loaded(Exports source) {
        var model =
                new ExportViewModel(
                        rehearsal.visit(rehearsal.operator, background),
                        rehearsal.station.database().outbox(),
                        source,
                        background);
        model.load();
        background.run();
        return model;
    }

    private Screen screen(Kit kit, Exports source) {
        return new ExportView(
                kit,
                new ExportViewModel(
                        rehearsal.visit(rehearsal.operator, kit.background()),
                        rehearsal.station.database().outbox(),
                        source,
                        kit.background()),
                new Places(List.of(Places.HOME, Places.APPROVALS, Places.EXPORT), Stand.SIGN));
    }

    /// An export that somebody else began and that stands where the test wants.
    private static Exports standing(Exports.Station at) {
        return new Exports() {
            @Override
            public void export(String destination) {
                throw new UnsupportedOperationException("it runs already");
            }

            @Override
            public Receipts applyReceipts(String destination) {
                throw new UnsupportedOperationException("an export runs");
            }

            @Override
            public Optional<Station> progress() {
                return Optional.of(at);
            }

            @Override
            public String lastDestination() {
                return "/media/usb";
            }
        };
    }

    @Test
    void everyStationKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor(
                "export-writing",
                kit ->
                        screen(
                                kit,
                                standing(
                                        new Exports.Station.Writing(
                                                113, 168_000_000, 268_000_000))));
    }

    @Test
    void nothingToExportKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("export-empty", kit -> screen(kit, exports));
    }

    @Test
    void aDeliveredBatchKeepsTheRulesOfTheFrame() throws Exception {
        sealed();
        exports.export(folder.resolve("usb").toString());
        Files.writeString(folder.resolve("remembered"), "/media/usb");
        FrameRules.holdFor("export", kit -> screen(kit, exports));
    }

    @Test
    void withoutADestinationNothingIsExported() throws StationFault, InterruptedException {
        sealed();
        var model = loaded(exports);
        model.export();
        background.run();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        State.Idle.class,
                        idle -> assertThat(idle.last()).isEqualTo(new News.NoDestination()));
        assertThat(rehearsal.station.database().outbox().batches()).isEmpty();
    }

    @Test
    void allWaitingDossiersAreDeliveredAndReadBack()
            throws StationFault, InterruptedException, IOException {
        sealed();
        var usb = folder.resolve("usb");
        var model = loaded(exports);
        assertThat(((State.Idle) model.stateProperty().get()).books().toExport()).isEqualTo(1);
        model.destinationProperty().set(usb.toString());
        model.export();
        background.run();
        var idle = (State.Idle) model.stateProperty().get();
        assertThat(idle.last()).isEqualTo(new News.Delivered());
        assertThat(idle.books().toExport()).isZero();
        assertThat(idle.books().awaitsReceipt()).isTrue();
        var batch = idle.books().lines().getFirst().batch();
        assertThat(batch.state()).isEqualTo(Batch.State.DELIVERED);
        assertThat(usb.resolve(batch.file())).exists();
        assertThat(loaded(exports).destinationProperty().get()).isEqualTo(usb.toString());
    }

    @Test
    void aDestinationThatIsAFileIsTold() throws StationFault, InterruptedException, IOException {
        sealed();
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var model = loaded(exports);
        model.destinationProperty().set(file.toString());
        model.export();
        background.run();
        assertThat(model.stateProperty().get())
                .isEqualTo(new State.Failed(StationFault.Code.XL_501, Optional.of(Task.EXPORT)));
        model.destinationProperty().set(folder.resolve("usb").toString());
        model.export();
        background.run();
        assertThat(((State.Idle) model.stateProperty().get()).last())
                .isEqualTo(new News.Delivered());
    }

    @Test
    void aFolderWithoutReceiptsBringsNone() throws StationFault, InterruptedException {
        sealed();
        var model = loaded(exports);
        model.destinationProperty().set(folder.resolve("usb").toString());
        model.export();
        background.run();
        model.applyReceipts();
        background.run();
        assertThat(((State.Idle) model.stateProperty().get()).last())
                .isEqualTo(new News.Received(new Exports.Receipts(0, 0, 0, List.of())));
    }

    @Test
    void anExportThatStillRunsIsSeenWhenTheScreenIsEnteredAgain() {
        var model = loaded(standing(new Exports.Station.ReadingBack(3)));
        background.advance(Duration.ofSeconds(1));
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        State.Working.class,
                        working ->
                                assertThat(working.at())
                                        .contains(new Exports.Station.ReadingBack(3)));
    }

    @Test
    void enterExportsToTheLastDestination() throws Exception {
        sealed();
        var usb = folder.resolve("usb");
        exports.export(usb.toString());
        sealed();
        Fx.run(() -> {
            var stand =
                    new Stand(
                            Texts.VIETNAMESE,
                            Theme.Look.LIGHT,
                            1366,
                            768,
                            kit -> screen(kit, exports));
            stand.press(KeyCode.ENTER);
            stand.background.run();
        });
        assertThat(rehearsal.station.database().outbox().batches())
                .extracting(Batch::state)
                .containsExactly(Batch.State.DELIVERED, Batch.State.DELIVERED);
        assertThat(rehearsal.station.database().outbox().waiting()).isEmpty();
    }
}
