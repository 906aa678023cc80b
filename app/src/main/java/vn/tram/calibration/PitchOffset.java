package vn.tram.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Position;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.portrait.CameraPitch;

/// How far down people who look straight into a camera seem to look, by at least five of them.
///
/// - `pitch-offset`: degrees, above 0 where they seem to look down · what [CameraPitch#learned]
///   makes of the portrait judge's own readings.
public final class PitchOffset implements Procedure {
    private final FrameJudge uncalibrated;

    /// @param uncalibrated a portrait judge that takes nothing off: [CameraPitch#NONE]
    public PitchOffset(FrameJudge uncalibrated) {
        this.uncalibrated = uncalibrated;
    }

    @Override
    public Map<View, Integer> needs() {
        return Map.of(View.FRONTAL_FACE, CameraPitch.LEAST_FACES);
    }

    @Override
    public Answer measure(Shots shots) {
        var frames = shots.of(View.FRONTAL_FACE);
        var faces = new ArrayList<Judgement>();
        for (var frame : frames) {
            var judged = uncalibrated.judge(frame, Position.FACE, Set.of());
            if (judged.stream().noneMatch(PitchOffset::looksStraight)) {
                return new Answer.Do(new Instruction.NoTarget(View.FRONTAL_FACE));
            }
            faces.addAll(judged);
        }
        if (frames.size() < CameraPitch.LEAST_FACES) {
            return new Answer.Do(
                    new Instruction.MorePictures(
                            View.FRONTAL_FACE, frames.size(), CameraPitch.LEAST_FACES));
        }
        return new Answer.Measured(
                List.of(
                        new Reading.Measured(
                                "pitch-offset", CameraPitch.learned(faces).offset(), "deg")));
    }

    private static boolean looksStraight(Judgement face) {
        var pitch = Reading.value(face.readings(), "head-pose-pitch");
        return pitch.isPresent() && Math.abs(pitch.getAsDouble()) <= CameraPitch.MOST;
    }
}
