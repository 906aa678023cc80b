package vn.tram.imaging;

import vn.tram.image.Pixels;
import vn.tram.image.Resolution;

/// What came out of a picture file.
public sealed interface Decoding {
    /// A picture.
    ///
    /// @param pixels gray where the file holds gray levels only, else colour
    /// @param resolution what the file states, [Resolution.Unknown] where it states none in units
    ///   of length
    record Decoded(Pixels pixels, Resolution resolution) implements Decoding {}

    /// No picture, or none that can be trusted to be whole.
    ///
    /// @param why one phrase for a technician, without personal data
    record Unreadable(String why) implements Decoding {}
}
