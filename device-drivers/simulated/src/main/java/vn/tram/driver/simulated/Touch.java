package vn.tram.driver.simulated;

/// How a finger is laid down once.
///
/// @param turn clockwise, in radians
/// @param pressure 0 barely touching, 0.5 ordinary, 1 hard
/// @param moisture -1 very dry, 0 ordinary, 1 very wet
/// @param slideX how far the skin is dragged to the right while the middle sticks, in pixels
/// @param slideY the same downwards
/// @param twist how far the rim turns against the middle, in radians
/// @param offsetX where the contact's middle lies on the pad, in pixels to the right
/// @param offsetY the same downwards: far from 0 only a part of the print shows
/// @param cover size of the contact, 1 is the whole pad
record Touch(
        double turn,
        double pressure,
        double moisture,
        double slideX,
        double slideY,
        double twist,
        double offsetX,
        double offsetY,
        double cover) {

    /// One attempt in so many shows only a part of the finger.
    private static final double PARTIAL = 0.035;

    /// An attempt as people make them: small turns and shifts, now and then too light, too hard or
    /// only with the tip.
    static Touch draw(Dice dice, Finger finger) {
        double pressure = Math.clamp(0.5 + 0.13 * dice.normal(), 0.1, 0.95);
        boolean partial = dice.chance(PARTIAL);
        var pad = finger.pad();
        return new Touch(
                Math.toRadians(2.8) * dice.normal(),
                pressure,
                moisture(finger.skin(), dice),
                3.0 * dice.normal(),
                3.0 * dice.normal(),
                Math.toRadians(1.6) * dice.normal(),
                partial
                        ? pad.halfWidth() * dice.between(-0.5, 0.5)
                        : 0.03 * pad.halfWidth() * dice.normal(),
                partial ? -pad.tip() * dice.between(0.3, 0.55) : 0.03 * pad.tip() * dice.normal(),
                (partial ? 0.7 : 0.93) + 0.12 * (pressure - 0.5));
    }

    /// The same touch with the finger turned further, clockwise, in radians.
    Touch turned(double by) {
        return new Touch(
                turn + by, pressure, moisture, slideX, slideY, twist, offsetX, offsetY, cover);
    }

    private static double moisture(Skin skin, Dice dice) {
        return switch (skin) {
            case NORMAL -> Math.clamp(0.16 * dice.normal(), -0.4, 0.4);
            case DRY -> -Math.clamp(0.72 + 0.14 * dice.normal(), 0.3, 1.0);
            case WET -> Math.clamp(0.72 + 0.14 * dice.normal(), 0.3, 1.0);
            case WORN -> Math.clamp(-0.25 + 0.18 * dice.normal(), -0.7, 0.3);
        };
    }
}
