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
/// @param smearX how far the finger slides to the right while the picture is taken, in pixels
/// @param smearY the same downwards
record Touch(
        double turn,
        double pressure,
        double moisture,
        double slideX,
        double slideY,
        double twist,
        double offsetX,
        double offsetY,
        double cover,
        double smearX,
        double smearY) {

    /// A touch as people make them: the hand's manner, and small turns and shifts of the finger's
    /// own.
    static Touch draw(Dice dice, Finger finger, Manner manner) {
        double pressure = Math.clamp(0.5 + manner.pressure() + 0.09 * dice.normal(), 0.03, 0.98);
        boolean slipped = dice.chance(manner.slips());
        boolean partial = slipped || manner.tipsOnly();
        var pad = finger.pad();
        double aside = slipped ? dice.between(-0.5, 0.5) : 0.03 * dice.normal();
        double up = partial ? -dice.between(0.4, 0.6) : 0.03 * dice.normal();
        return new Touch(
                Math.toRadians(2.8) * dice.normal(),
                pressure,
                moisture(finger.skin(), manner, dice),
                3.0 * dice.normal(),
                3.0 * dice.normal(),
                Math.toRadians(1.6) * dice.normal(),
                pad.halfWidth() * (aside + manner.rolled()),
                pad.tip() * up,
                (partial ? 0.68 : 0.93) + (pressure < 0.5 ? 0.45 : 0.12) * (pressure - 0.5),
                manner.drag() * Math.cos(manner.slant()),
                manner.drag() * Math.sin(manner.slant()));
    }

    /// The same touch with the finger turned further, clockwise, in radians.
    Touch turned(double by) {
        return new Touch(
                turn + by, pressure, moisture, slideX, slideY, twist, offsetX, offsetY, cover,
                smearX, smearY);
    }

    /// -1 to 1, wider than before the advice to moisten or to wipe was followed.
    private static double moisture(Skin skin, Manner manner, Dice dice) {
        double own =
                switch (skin) {
                    case NORMAL -> 0.16 * dice.normal();
                    case DRY -> -0.64 + 0.16 * dice.normal();
                    case WET -> 0.62 + 0.16 * dice.normal();
                    case WORN -> -0.3 + 0.2 * dice.normal();
                };
        return Math.clamp(own * manner.skinShare() + manner.moisture(), -1.0, 1.0);
    }
}
