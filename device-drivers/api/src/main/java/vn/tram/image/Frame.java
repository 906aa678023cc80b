package vn.tram.image;

import java.time.Instant;

/// Pixels with their resolution, when they were taken and by what.
///
/// @param pixels gray for prints, colour for a camera
/// @param resolution of prints in pixels per inch; unknown for a camera
/// @param takenAt when the device finished the exposure, or the driver received the frame
/// @param origin the device's address, such as `sim://slap?seed=7`, or the name of a file
public record Frame(Pixels pixels, Resolution resolution, Instant takenAt, String origin) {
    /// The same shot with other pixels, such as one finger cut out of a slap.
    public Frame with(Pixels other) {
        return new Frame(other, resolution, takenAt, origin);
    }
}
