package vn.tram.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import vn.tram.image.Frame;

/// One calibration as it goes, procedure after procedure: what was measured, the pictures so far,
/// and the one step that is next. Never changed: [#with] makes another. Nothing of it is stored, so
/// that it can be given up at any step.
///
/// @param answers of the first procedures, in their order
public record CalibrationRun(
        List<Procedure> procedures, List<Answer.Measured> answers, Shots shots, Step step) {
    /// What is next.
    public sealed interface Step {
        /// A picture.
        ///
        /// @param have and `want`: pictures of the view
        /// @param wrong why those before were not taken, if there were any
        record Wanted(View view, int have, int want, Optional<Instruction> wrong) implements Step {}

        /// Everything is measured.
        record Complete() implements Step {}
    }

    public CalibrationRun {
        procedures = List.copyOf(procedures);
        answers = List.copyOf(answers);
    }

    /// Begins with pictures that are there already, or none. Takes as long as the procedures that
    /// can be measured with them.
    public static CalibrationRun of(List<Procedure> procedures, Shots shots) {
        return on(procedures, List.of(), shots, Optional.empty());
    }

    /// With one more picture of the view that is wanted.
    public CalibrationRun with(Frame frame) {
        return switch (step) {
            case Step.Complete _ -> throw new IllegalStateException("no picture is wanted");
            case Step.Wanted(var view, _, _, _) ->
                    on(procedures, answers, shots.with(view, frame), Optional.of(view));
        };
    }

    /// What a picture would be refused for if it were taken now; for guidance beside the live
    /// picture, whose size may be another than that of the pictures. Takes as long as
    /// [Procedure#measure].
    public Optional<Instruction> refusal(Frame frame) {
        if (!(step instanceof Step.Wanted(var view, var have, var want, _))) {
            return Optional.empty();
        }
        var tried = shots.with(view, frame);
        for (int i = have + 1; i < want && !view.standsAlone(); i++) {
            tried = tried.with(view, frame);
        }
        return procedures.get(answers.size()).measure(tried) instanceof Answer.Do(var instruction)
                        && !(instruction instanceof Instruction.MorePictures)
                        && !(instruction instanceof Instruction.OtherPicture)
                ? Optional.of(instruction)
                : Optional.empty();
    }

    /// Without the pictures that these readings came of: they are taken again.
    ///
    /// @param metrics names of readings
    public CalibrationRun again(Collection<String> metrics) {
        var views = EnumSet.noneOf(View.class);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).readings().stream().anyMatch(r -> metrics.contains(r.metric()))) {
                views.addAll(procedures.get(i).needs().keySet());
            }
        }
        var kept = new EnumMap<View, List<Frame>>(View.class);
        kept.putAll(shots.frames());
        kept.keySet().removeAll(views);
        return of(procedures, new Shots(kept));
    }

    /// @param newest view of the picture that was added last
    private static CalibrationRun on(
            List<Procedure> procedures,
            List<Answer.Measured> before,
            Shots shots,
            Optional<View> newest) {
        var answers = new ArrayList<>(before);
        var kept = shots;
        var wrong = Optional.<Instruction>empty();
        while (answers.size() < procedures.size()) {
            var procedure = procedures.get(answers.size());
            switch (procedure.measure(kept)) {
                case Answer.Measured measured -> answers.add(measured);
                case Answer.Do(Instruction.MorePictures(var view, _, var least)) -> {
                    int want = Math.max(least, procedure.needs().getOrDefault(view, least));
                    var step = new Step.Wanted(view, kept.of(view).size(), want, wrong);
                    return new CalibrationRun(procedures, answers, kept, step);
                }
                case Answer.Do(var instruction) -> {
                    wrong = Optional.of(instruction);
                    var view = blamed(procedure, newest);
                    kept = kept.again(view);
                    // what was measured of these pictures before is not of those in the certificate
                    while (!answers.isEmpty() && anyNeeds(procedures, answers.size(), view)) {
                        answers.removeLast();
                    }
                }
            }
        }
        return new CalibrationRun(procedures, answers, kept, new Step.Complete());
    }

    private static View blamed(Procedure procedure, Optional<View> newest) {
        return newest.filter(procedure.needs()::containsKey)
                .orElseGet(() ->
                        procedure.needs().keySet().stream().min(View::compareTo).orElseThrow());
    }

    private static boolean anyNeeds(List<Procedure> procedures, int first, View view) {
        return procedures.subList(0, first).stream().anyMatch(p -> p.needs().containsKey(view));
    }
}
