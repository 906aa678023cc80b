package vn.tram.cli;

import java.util.Locale;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Texts;
import vn.tram.ui.kit.Told;

/// The sentences of the station for the terminal: the same words as on the screen, in Vietnamese on
/// a Vietnamese system and in English on any other.
final class Sentences {
    private static final Texts TEXTS =
            new Texts(
                    Locale.getDefault().getLanguage().equals("vi")
                            ? Texts.VIETNAMESE
                            : Texts.ENGLISH);

    private Sentences() {}

    /// What happened, what to do, what is safe, the code; then the detail for the technician.
    static String of(StationFault fault) {
        return worded(FaultTexts.of(fault)) + " (" + fault.getMessage() + ")";
    }

    static String of(Fault fault, Kind kind) {
        return worded(FaultTexts.of(fault, kind)) + " (" + fault + ")";
    }

    /// Why the workflow refused, and what to do.
    static String of(Reason reason) {
        return TEXTS.of(ReasonTexts.of(reason).whole());
    }

    /// The program met an error of its own; `reference` stands in the log.
    static String bug(String reference) {
        return worded(FaultTexts.bug(reference));
    }

    private static String worded(Told told) {
        return TEXTS.of(told.whole()) + " " + TEXTS.of(told.codeNote());
    }
}
