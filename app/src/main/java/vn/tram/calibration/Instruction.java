package vn.tram.calibration;

/// The one thing to do before a procedure can measure. The screen and the terminal word it.
public sealed interface Instruction {
    /// The picture does not show what was asked for.
    record NoTarget(View wanted) implements Instruction {}

    /// More pictures of the view are needed.
    record MorePictures(View view, int have, int want) implements Instruction {}

    /// The target fills too little of the picture.
    record MoveCloser() implements Instruction {}

    /// The target stands over the picture's border, or hides its own margin.
    record MoveBack() implements Instruction {}

    /// @param clockwise degrees as seen on the screen; below 0 the other way
    record Turn(double clockwise) implements Instruction {}

    /// The target stands where it does not count.
    ///
    /// @param right and `down`: shares of the picture's width and height to move it by
    record Move(double right, double down) implements Instruction {}

    /// The same place and angle as in an earlier picture: tilt the board or move it.
    record AnotherAngle(int have, int want) implements Instruction {}

    /// Light falls too unevenly to measure.
    ///
    /// @param levels between the brightest and the darkest part
    record LightUneven(double levels) implements Instruction {}

    record TooDark(double level) implements Instruction {}

    record TooBright(double level) implements Instruction {}

    /// @param specks dust or smears found
    record CleanGlass(int specks) implements Instruction {}

    /// Pictures of one view differ in size, or one is too small to measure in.
    record OtherPicture(int width, int height) implements Instruction {}

    /// The target is not one of this procedure, or its end date has passed.
    record OtherTarget(String id) implements Instruction {}
}
