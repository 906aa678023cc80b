package vn.tram.ui.workbench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.tram.ui.kit.AcceptForm;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Key;
import vn.tram.ui.kit.Phrase;

/// For how long, and why, a supervisor lets a device be used that is not proved fit.
final class ExtensionForm extends VBox {
    private final ReadOnlyIntegerWrapper days = new ReadOnlyIntegerWrapper(1);
    private final AcceptForm reasons;

    ExtensionForm(Controls controls, Duration longest) {
        getStyleClass().add("panel");
        var choices = new FlowPane();
        choices.getStyleClass().add("target-choices");
        LongStream.of(1, 3, longest.toDays())
                .filter(n -> n <= longest.toDays())
                .distinct()
                .forEach(n -> {
                    var choice =
                            controls.choice(
                                    Phrase.of("calibration.days", n),
                                    Optional.empty(),
                                    () -> days.set((int) n));
                    days.subscribe(now -> choice.setChosen(now.longValue() == n));
                    choices.getChildren().add(choice);
                });
        reasons =
                new AcceptForm(
                        controls,
                        Phrase.of("calibration.extend.why"),
                        List.of(
                                Phrase.of("calibration.extend.target"),
                                Phrase.of("calibration.extend.device"),
                                Phrase.of("calibration.extend.technician")));
        getChildren()
                .setAll(
                        controls.heading(Phrase.of("calibration.extend.how-long")),
                        choices,
                        reasons,
                        controls.paragraph(Phrase.of("calibration.extend.note"), "note"));
    }

    void ask() {
        reasons.ask();
    }

    Map<Key, Runnable> keys() {
        return reasons.keys();
    }

    /// Asks for the reason where there is none.
    void extend(CalibrationViewModel model) {
        if (reasons.words().isEmpty()) {
            reasons.ask();
        } else {
            model.extend(days.get(), reasons.words());
        }
    }
}
