package vn.tram.ui.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.domain.Session;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.papers.FolderSlipPrinter;
import vn.tram.papers.SlipPrinter;
import vn.tram.papers.WorkingDays;
import vn.tram.settings.SiteProfile;
import vn.tram.settings.Station;
import vn.tram.ui.kit.FrameRules;
import vn.tram.ui.kit.Fx;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Rehearsal;
import vn.tram.ui.kit.SameThread;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Stand;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Theme;
import vn.tram.ui.slip.SlipViewModel.Printing;
import vn.tram.ui.slip.SlipViewModel.State;

/// The slip of sessions signed at a real training station.
class SlipScreenTest {
    private static final Office OFFICE =
            new Office(
                    "0427",
                    new Station.Site(
                            "Điểm lưu động – KCN Mẫu",
                            "Công an tỉnh Mẫu",
                            "Công an xã Mẫu",
                            "Công an xã Mẫu, thôn 1. Giờ hành chính.",
                            SiteProfile.COUNTER),
                    new Station.Slips(7, Set.of()),
                    true);

    @TempDir static Path folder;
    private static Rehearsal rehearsal;
    private static Session awaiting;

    private final SameThread background = new SameThread();
    private final List<Intent> intents = new ArrayList<>();

    @BeforeAll
    static void sign() throws StationFault, InterruptedException {
        rehearsal = new Rehearsal(folder.resolve("state"));
        awaiting = rehearsal.signed(rehearsal.withException());
    }

    @AfterAll
    static void close() throws StationFault {
        rehearsal.close();
    }

    /// A printer that is out of paper as long as the test wants.
    private static final class Flaky implements SlipPrinter {
        private boolean empty = true;
        private final List<String> out = new ArrayList<>();

        @Override
        public void print(String number, byte[] pdf) throws IOException {
            if (empty) {
                throw new IOException("no paper");
            }
            out.add(number);
        }

        @Override
        public boolean printed(String number) {
            return out.contains(number);
        }

        @Override
        public void keepOnly(Set<String> numbers) {
            out.retainAll(numbers);
        }
    }

    private SlipViewModel model(Session session, SlipPrinter printer) {
        return new SlipViewModel(
                rehearsal.visit(session, rehearsal.operator, background),
                background,
                intents::add,
                OFFICE,
                printer);
    }

    private State.Made loaded(SlipViewModel model) {
        model.load();
        background.run();
        assertThat(model.stateProperty().get()).isInstanceOf(State.Made.class);
        return (State.Made) model.stateProperty().get();
    }

    private static Screen screen(Kit kit, Session session, SlipPrinter printer) {
        var visit = rehearsal.visit(session, rehearsal.operator, kit.background());
        return new SlipView(
                kit, new SlipViewModel(visit, kit.background(), kit.navigator(), OFFICE, printer));
    }

    @Test
    void aSlipThatIsOutKeepsTheRulesOfTheFrame() throws Exception {
        var printer = new FolderSlipPrinter(folder.resolve("rules"));
        FrameRules.holdFor("slip", kit -> screen(kit, awaiting, printer));
    }

    @Test
    void aPrinterThatFailsKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("slip-later", kit -> screen(kit, awaiting, new Flaky()));
    }

    @Test
    void theSlipComesOutByItselfAndIsAWholePdf() {
        var out = folder.resolve("slips");
        var made = loaded(model(awaiting, new FolderSlipPrinter(out)));
        assertThat(made.printing()).isEqualTo(Printing.OUT);
        assertThat(out.resolve(made.number() + ".pdf"))
                .content(java.nio.charset.StandardCharsets.ISO_8859_1)
                .startsWith("%PDF-")
                .endsWith("%%EOF\n");
    }

    @Test
    void thePictureIsTheWholePageAndNotBlank() {
        var picture = loaded(model(awaiting, new Flaky())).picture();
        assertThat((double) picture.height() / picture.width()).isBetween(1.40, 1.43);
        int dark = 0;
        for (int level = 0; level < 64; level++) {
            dark += picture.histogram()[level];
        }
        assertThat((double) dark / picture.width() / picture.height()).isBetween(0.01, 0.25);
    }

    @Test
    void theDueDayIsAWorkingDaySevenWorkingDaysLater() {
        var due = loaded(model(awaiting, new Flaky())).due();
        var signed =
                LocalDate.ofInstant(
                        awaiting.signOff().orElseThrow().at(), java.time.ZoneId.systemDefault());
        assertThat(due).isEqualTo(WorkingDays.after(signed, 7, Set.of()));
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void aPrinterThatFailsKeepsNobodyWaitingAndIsTriedAgain() {
        var printer = new Flaky();
        var model = model(awaiting, printer);
        assertThat(loaded(model).printing()).isEqualTo(Printing.LATER);
        printer.empty = false;
        model.print();
        background.run();
        assertThat(((State.Made) model.stateProperty().get()).printing()).isEqualTo(Printing.OUT);
        assertThat(printer.out).hasSize(1);
    }

    @Test
    void aSlipThatIsOutDoesNotComeOutAgainByItself() {
        var printer = new Flaky();
        printer.empty = false;
        loaded(model(awaiting, printer));
        loaded(model(awaiting, printer));
        assertThat(printer.out).hasSize(1);
    }

    @Test
    void aSealedSessionReadBackHasNoDataForASlip() throws StationFault, InterruptedException {
        var sealed = rehearsal.sealed(rehearsal.withoutFingers());
        assertThat(sealed.stage()).isEqualTo(Stage.SEALED);
        var model = model(rehearsal.stored(sealed.id()), new Flaky());
        model.load();
        background.run();
        assertThat(model.stateProperty().get()).isEqualTo(new State.None());
    }

    @Test
    void enterCallsTheNextAndF7PutsTheSlipOutAgain() throws Exception {
        var printer = new Flaky();
        printer.empty = false;
        Fx.run(() -> {
            var stand =
                    new Stand(
                            Texts.VIETNAMESE,
                            Theme.Look.LIGHT,
                            1366,
                            768,
                            kit -> screen(kit, awaiting, printer));
            stand.press(KeyCode.F7);
            stand.background.run();
            stand.press(KeyCode.ENTER);
            assertThat(printer.out).hasSize(2);
            assertThat(stand.intents).containsExactly(new Intent.Call());
        });
    }
}
