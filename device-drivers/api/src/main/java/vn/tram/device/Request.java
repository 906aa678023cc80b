package vn.tram.device;

import java.time.Duration;
import java.util.Set;
import vn.tram.image.Position;

/// What the station asks of a device.
///
/// @param position a finger, a slap, the face or a document
/// @param missing fingers of a slap known not to come: amputated, bandaged
/// @param patience how long to wait for the whole capture, above 0
/// @param transaction opaque, the same for all captures of one session; devices that sign put it
///   into their evidence
public record Request(
        Position position, Set<Position> missing, Duration patience, String transaction) {
    public Request {
        missing = Set.copyOf(missing);
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience must be above 0: " + patience);
        }
    }

    /// Nothing known to be missing.
    public static Request of(Position position, Duration patience, String transaction) {
        return new Request(position, Set.of(), patience, transaction);
    }
}
