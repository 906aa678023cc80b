package vn.tram.device;

import java.util.Optional;
import java.util.OptionalInt;
import vn.tram.image.Frame;
import vn.tram.image.Position;

/// One position's frame out of a capture.
///
/// @param deviceScore the device's own quality score, 0 to 100, if it gives one; recorded, never
///   judged by
/// @param evidence the device's signed original, if there is any
public record Sample(
        Position position, Frame frame, OptionalInt deviceScore, Optional<Evidence> evidence) {
    /// A sample of a device that neither scores nor signs.
    public static Sample of(Position position, Frame frame) {
        return new Sample(position, frame, OptionalInt.empty(), Optional.empty());
    }
}
