package vn.tram.ui.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.image.Box;
import vn.tram.ui.kit.CaptureState;
import vn.tram.ui.kit.Mark;
import vn.tram.ui.kit.Tone;

/// What lies over the platen.
record FingerMarks(FingerprintsViewModel model) {
    /// A box a finger, and a dashed ghost for each that is excepted, at the end of its hand.
    List<Mark> over(CaptureState state) {
        var session = model.visit().session();
        var marks = new ArrayList<Mark>();
        for (var judgement : state.judgements()) {
            if (session.omission(judgement.position()).isEmpty()) {
                marks.add(
                        new Mark.Outline(
                                judgement.box(),
                                judgement.verdict().accepted() ? Tone.GOOD : Tone.WARN));
            }
        }
        ghosts(state, marks);
        return marks;
    }

    private void ghosts(CaptureState state, List<Mark> marks) {
        var size = size(state);
        var members = FingerprintsViewModel.inOrderOfSight(model.here());
        for (int i = 0; i < members.size(); i++) {
            if (size.isPresent() && model.visit().session().omission(members.get(i)).isPresent()) {
                double width = size.get().width() / members.size();
                marks.add(
                        new Mark.Outline(
                                new Box(
                                        (i + 0.5) * width,
                                        size.get().height() * 0.45,
                                        width * 0.7,
                                        size.get().height() * 0.55,
                                        0),
                                Tone.EXCEPTION));
            }
        }
    }

    /// The frame on the screen as a box.
    private Optional<Box> size(CaptureState state) {
        return state instanceof CaptureState.Live live
                ? Optional.of(
                        new Box(
                                live.width() / 2.0,
                                live.height() / 2.0,
                                live.width(),
                                live.height(),
                                0))
                : model.still().map(Box::whole);
    }
}
