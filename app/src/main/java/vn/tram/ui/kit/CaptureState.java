package vn.tram.ui.kit;

import java.util.List;
import java.util.Optional;
import vn.tram.device.Fault;
import vn.tram.domain.Attempt;
import vn.tram.domain.Judgement;
import vn.tram.enroll.Hint;
import vn.tram.enroll.LiveCapture.Phase;
import vn.tram.enroll.Reason;
import vn.tram.enroll.StationFault;

/// How things stand on a capture screen.
public sealed interface CaptureState {
    /// The device is being opened, or its first picture is awaited.
    record Opening() implements CaptureState {}

    /// The station has no such device.
    record Absent() implements CaptureState {}

    /// The live picture. Its frames go to [CaptureLoop#pictureTo].
    ///
    /// @param judged what the newest judged frame shows
    /// @param hold 0 to 1, how much of the hold has passed
    /// @param width columns of the frame
    /// @param height rows of the frame
    record Live(
            Phase phase,
            List<Judgement> judged,
            Optional<Hint> hint,
            double hold,
            int width,
            int height)
            implements CaptureState {}

    /// The device has no live picture; it captures what touches it.
    record Blind() implements CaptureState {}

    /// An attempt was stored just now; the screen rests on it.
    record Judged(Attempt attempt) implements CaptureState {}

    /// The position is done; this attempt counts.
    record Done(Attempt kept) implements CaptureState {}

    /// All of the position is excepted, or nothing is asked for.
    record Excepted() implements CaptureState {}

    /// No attempts are left and the best one is refused.
    record UsedUp(Attempt kept) implements CaptureState {}

    /// The operator words why the best attempt is to be taken all the same.
    record Deciding(Attempt kept) implements CaptureState {}

    /// The device is gone; the loop goes on by itself when it is back.
    record Lost(Fault fault) implements CaptureState {}

    /// The device is there but gave no picture; nothing was counted.
    record Missed(Fault fault) implements CaptureState {}

    record Refused(Reason reason) implements CaptureState {}

    record Failed(StationFault fault) implements CaptureState {}

    /// The attempt whose result is on the screen, if one is.
    default Optional<Attempt> onScreen() {
        return switch (this) {
            case Judged(var attempt) -> Optional.of(attempt);
            case Done(var kept) -> Optional.of(kept);
            case UsedUp(var kept) -> Optional.of(kept);
            case Deciding(var kept) -> Optional.of(kept);
            case Opening _, Absent _, Live _, Blind _, Excepted _ -> Optional.empty();
            case Lost _, Missed _, Refused _, Failed _ -> Optional.empty();
        };
    }

    /// Whether a capture goes on.
    default boolean capturing() {
        return this instanceof Live || this instanceof Blind;
    }

    /// What is seen and judged: of the live picture, or of the attempt on the screen.
    default List<Judgement> judgements() {
        return this instanceof Live live
                ? live.judged()
                : onScreen().map(Attempt::judgements).orElse(List.of());
    }
}
