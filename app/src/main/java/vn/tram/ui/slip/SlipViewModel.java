package vn.tram.ui.slip;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tram.domain.Stage;
import vn.tram.enroll.StationFault;
import vn.tram.image.Gray8;
import vn.tram.papers.Slip;
import vn.tram.papers.SlipData;
import vn.tram.papers.SlipPicture;
import vn.tram.papers.SlipPrinter;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Visit;

/// Makes the slip of the session on the screen, shows it and puts it out. On the thread that draws;
/// knows no control.
public final class SlipViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(SlipViewModel.class);

    /// Sharp on a screen of 1920 by 1080.
    private static final int DPI = 150;

    /// Where the slip stands.
    public sealed interface State {
        record Making() implements State {}

        /// @param number to be read aloud when there is no paper
        record Made(Gray8 picture, String number, LocalDate due, Printing printing)
                implements State {}

        /// There is no slip: the session is not signed, or its data have left the station.
        record None() implements State {}

        record Failed(StationFault.Code code) implements State {}
    }

    /// Where the paper stands. The citizen never waits for it.
    public enum Printing {
        /// Coming out now.
        UNDER_WAY,
        OUT,
        /// It did not come out; it can be put out later.
        LATER
    }

    /// A slip ready to be put out.
    private record Paper(SlipData data, Pdf pdf, Gray8 picture, boolean printed) {}

    /// Keeps the bytes out of records.
    private static final class Pdf {
        private final byte[] bytes;

        Pdf(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private final Visit visit;
    private final Navigator navigator;
    private final Office office;
    private final SlipPrinter printer;
    private final Background.Slot making;
    private final Background.Slot printing;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Making());
    private Optional<Paper> paper = Optional.empty();

    public SlipViewModel(
            Visit visit,
            Background background,
            Navigator navigator,
            Office office,
            SlipPrinter printer) {
        this.visit = visit;
        this.navigator = navigator;
        this.office = office;
        this.printer = printer;
        making = background.slot("slip");
        printing = background.slot("slip printing");
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public Visit visit() {
        return visit;
    }

    /// Working days from the session to the hand-over.
    public int workingDays() {
        return office.slips().dueWorkingDays();
    }

    /// Whether a supervisor has yet to approve.
    public boolean awaitsApproval() {
        return visit.session().stage() == Stage.AWAITING_APPROVAL;
    }

    /// Makes the slip; puts it out unless it came out before.
    public void load() {
        var session = visit.session();
        var zone = visit.clock().getZone();
        var data =
                office.slip(session, visit.enrollment().catalogue(), visit.officer().name(), zone);
        if (data.isEmpty()) {
            state.set(new State.None());
            return;
        }
        making.start(
                () -> make(data.get()),
                this::made,
                fault -> state.set(new State.Failed(fault.code())));
    }

    private Paper make(SlipData data) {
        var pdf = Slip.pdf(data);
        return new Paper(
                data, new Pdf(pdf), SlipPicture.of(pdf, DPI), printer.printed(data.number()));
    }

    private void made(Paper slip) {
        paper = Optional.of(slip);
        if (slip.printed()) {
            show(slip, Printing.OUT);
        } else {
            print();
        }
    }

    /// Puts the slip out, again if it was before.
    public void print() {
        paper.ifPresent(slip -> {
            show(slip, Printing.UNDER_WAY);
            printing.start(
                    () -> out(slip),
                    out -> show(slip, out),
                    fault -> state.set(new State.Failed(fault.code())));
        });
    }

    private Printing out(Paper slip) {
        try {
            printer.print(slip.data().number(), slip.pdf().bytes);
            return Printing.OUT;
        } catch (IOException e) {
            LOG.warn("The slip of session {} did not come out", slip.data().session(), e);
            return Printing.LATER;
        }
    }

    private void show(Paper slip, Printing where) {
        state.set(new State.Made(slip.picture(), slip.data().number(), slip.data().due(), where));
    }

    /// The next citizen.
    public void call() {
        navigator.go(new Intent.Call());
    }
}
