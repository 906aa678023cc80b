package vn.tram.driver.simulated;

/// How a person stands at one moment.
///
/// @param right shift to the right, as a share of the picture's height
/// @param down shift downwards, likewise
/// @param size 1 is the portrait's own
/// @param roll clockwise, in radians
/// @param light brightness, 1 is the portrait's own
/// @param red tint of the skin, about 1
/// @param blue tint of the skin, about 1
record Pose(
        double right,
        double down,
        double size,
        double roll,
        double light,
        double red,
        double blue) {

    /// A person's habit, drawn from `dice`, swaying with time.
    static Pose at(Dice dice, double seconds) {
        double standX = 0.008 * dice.normal();
        double standY = 0.008 * dice.normal();
        double build = 1 + 0.015 * dice.normal();
        double tilt = Math.toRadians(0.5) * dice.normal();
        double red = 1 + 0.012 * dice.normal();
        double blue = 1 + 0.012 * dice.normal();
        return new Pose(
                standX + wave(dice, seconds, 5.3, 0.006),
                standY + wave(dice, seconds, 3.7, 0.002),
                build * (1 + wave(dice, seconds, 7.1, 0.006)),
                tilt + wave(dice, seconds, 4.3, Math.toRadians(0.6)),
                1 + wave(dice, seconds, 11, 0.012),
                red,
                blue);
    }

    private static double wave(Dice dice, double seconds, double period, double height) {
        return height * Math.sin(2 * Math.PI * (seconds / period + dice.unit()));
    }
}
