package vn.tram.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.tram.image.Box;
import vn.tram.image.Position;

/// One finger or face of a frame: where it lies, what was measured, what follows.
///
/// @param position the finger, or the face
/// @param box where it lies in the attempt's frame
/// @param score 0 to 100, more is better; empty where it was not judged
/// @param condition what state a print is in; empty for a face, and where nothing was measured
public record Judgement(
        Position position,
        Box box,
        OptionalInt score,
        List<Reading> readings,
        Verdict verdict,
        Optional<Condition> condition) {
    public Judgement {
        readings = List.copyOf(readings);
    }

    /// Without a condition.
    public Judgement(
            Position position,
            Box box,
            OptionalInt score,
            List<Reading> readings,
            Verdict verdict) {
        this(position, box, score, readings, verdict, Optional.empty());
    }

    /// The same finger or face with other readings, and what follows from them.
    public Judgement with(List<Reading> others, Verdict follows) {
        return new Judgement(position, box, score, others, follows, condition);
    }

    /// The same in this condition.
    public Judgement in(Condition found) {
        return new Judgement(position, box, score, readings, verdict, Optional.of(found));
    }
}
