package vn.tram.driver.simulated;

import vn.tram.image.Box;
import vn.tram.image.Position;

/// What is true of one finger in a simulated picture, told by the simulation itself.
///
/// @param box of the fingertip, tight around its ink and upright with the finger
/// @param condition how the finger was laid down
public record LaidFinger(Position position, Box box, Condition condition) {
    /// What was done to a print.
    ///
    /// @param pressure 0 barely touching, 0.5 ordinary, 1 hard
    /// @param moisture -1 very dry, 0 ordinary, 1 very wet
    /// @param worn mean share of the relief that is rubbed away where the finger touches, 0 to 1
    /// @param covered share of the fingertip that touches, 0 to 1; about 0.9 is ordinary
    /// @param smear how far the finger slid while the picture was taken, pixels at 500 ppi
    /// @param aside how far the middle of what touches lies beside the middle of the fingertip, in
    ///   half widths of the finger, 0 upwards
    public record Condition(
            double pressure,
            double moisture,
            double worn,
            double covered,
            double smear,
            double aside) {}
}
