package vn.tram.ui.workbench;

import java.util.List;
import javafx.scene.Node;
import vn.tram.calibration.CalibrationRun;
import vn.tram.calibration.CalibrationRun.Step;
import vn.tram.calibration.View;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// The views of a calibration in their order, how many pictures of each are there, and which is
/// wanted.
final class RunSteps {
    private RunSteps() {}

    static List<Node> of(Controls controls, CalibrationRun run) {
        return views(run).stream().map(view -> step(controls, view, run)).toList();
    }

    private static List<View> views(CalibrationRun run) {
        return run.procedures().stream()
                .flatMap(p -> p.needs().keySet().stream().sorted())
                .distinct()
                .toList();
    }

    private static Node step(Controls controls, View view, CalibrationRun run) {
        int have = run.shots().of(view).size();
        int want =
                run.procedures().stream()
                        .mapToInt(p -> p.needs().getOrDefault(view, 0))
                        .max()
                        .orElse(0);
        boolean here = run.step() instanceof Step.Wanted(var wanted, _, _, _) && wanted == view;
        var tone = here ? Tone.HERE : have >= want ? Tone.GOOD : Tone.TO_DO;
        return controls.state(
                tone,
                Phrase.of("calibration.step", Phrase.of("calibration.view." + view), have, want));
    }
}
