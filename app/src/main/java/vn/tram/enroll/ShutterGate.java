package vn.tram.enroll;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tram.domain.Judgement;
import vn.tram.enroll.LiveCapture.Phase;
import vn.tram.enroll.LiveCapture.Sight;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// Counts how long everything has been good, and keeps the best frame meanwhile. All times are
/// nanoseconds of one monotonic clock.
final class ShutterGate {
    private final Duration hold;
    private final List<Position> expected;
    private final SteadyHint hints = new SteadyHint();
    private final LastSecond seen = new LastSecond(Shot.merit());
    private boolean leaving;
    private List<Judgement> judgements = List.of();
    private @Nullable Long goodSince;

    /// @param leaving whether something from the capture before may still lie on the glass
    /// @param hold how long everything must have been good
    ShutterGate(boolean leaving, Duration hold, List<Position> expected) {
        this.leaving = leaving;
        this.hold = hold;
        this.expected = List.copyOf(expected);
    }

    void judged(Shot shot, long at) {
        judgements = shot.judgements();
        leaving &= !judgements.isEmpty();
        if (leaving || !shot.good(expected)) {
            goodSince = null;
        } else if (goodSince == null) {
            goodSince = at;
        }
        if (expected.contains(Position.FACE)) {
            seen.add(shot, at);
        }
    }

    /// The best face of the last second; empty where none was judged, and of fingers, whose best
    /// whole capture is found among the attempts.
    Optional<Shot> best(long at) {
        return seen.best(at);
    }

    private double held(long at) {
        return goodSince == null ? 0 : Math.min(1, (at - goodSince) / (double) hold.toNanos());
    }

    boolean full(long at) {
        return held(at) >= 1;
    }

    Sight sight(Frame frame, boolean shoot, long at) {
        var phase =
                shoot
                        ? Phase.CAPTURING
                        : leaving
                                ? Phase.LEAVING
                                : goodSince == null ? Phase.LOOKING : Phase.HOLDING;
        var hint = hints.at(at, leaving ? Optional.empty() : Hint.of(judgements, expected));
        return new Sight(phase, frame, judgements, hint, held(at));
    }
}
