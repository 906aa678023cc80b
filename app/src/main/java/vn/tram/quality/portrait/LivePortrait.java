package vn.tram.quality.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.tram.domain.Judgement;
import vn.tram.domain.Reading;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.quality.FrameJudge;

/// Judges the frames of one citizen's live picture one after the other, and adds what a single
/// frame cannot tell: `head-pose-pitch-change`.
///
/// - **Unit, range**: degrees, above 0 looking down more than before; 0 for the first nine faces.
/// - **Definition**: pitch less the median of this citizen's last 45 pitches, this one included:
///   the level is personal by some ten degrees, the change is not.
/// - **Source**: own.
/// - **Blind to**: a head held low from beginning to end; the level's limit sees that.
///
/// One for each citizen; not safe for use by several threads.
public final class LivePortrait implements FrameJudge {
    /// Name of the reading.
    public static final String PITCH_CHANGE = "head-pose-pitch-change";

    private final PortraitJudge judge;
    private final PitchWatch pitches = new PitchWatch();

    public LivePortrait(PortraitJudge judge) {
        this.judge = judge;
    }

    @Override
    public List<Judgement> judge(Frame frame, Position position, Set<Position> missing) {
        return judge.judge(frame, position, this::watched);
    }

    private List<Reading> watched(List<Reading> readings) {
        var all = new ArrayList<>(readings);
        for (var reading : readings) {
            if (reading instanceof Reading.Measured(var name, var pitch, var unit)
                    && name.equals("head-pose-pitch")) {
                all.add(new Reading.Measured(PITCH_CHANGE, pitches.change(pitch), unit));
            }
        }
        return all;
    }
}
