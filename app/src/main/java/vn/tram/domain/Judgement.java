package vn.tram.domain;

import java.util.List;
import java.util.OptionalInt;
import vn.tram.image.Box;
import vn.tram.image.Position;

/// One finger or face of a frame: where it lies, what was measured, what follows.
///
/// @param position the finger, or the face
/// @param box where it lies in the attempt's frame
/// @param score 0 to 100, more is better; empty where it was not judged
public record Judgement(
        Position position, Box box, OptionalInt score, List<Reading> readings, Verdict verdict) {
    public Judgement {
        readings = List.copyOf(readings);
    }
}
