package vn.tram.driver.simulated;

import java.util.Optional;

/// What is planted in the simulated camera's picture: the known truth that a quality check must
/// find.
///
/// @param size of the person, 1 is the portrait's own
/// @param turn of the head to the picture's right, radians
/// @param tilt of the head clockwise, radians
/// @param lids closed over both eyes
/// @param light on everything, 1 is the portrait's own
/// @param lightLeft and `lightRight`: what of that light reaches the borders
/// @param blur radius in rows of a picture of 1080, and whether only along the rows, as by motion
/// @param wall behind the person
/// @param people in the picture, 0 to 2: the second is a bystander
record Staging(
        double size,
        double turn,
        double tilt,
        boolean lids,
        double light,
        double lightLeft,
        double lightRight,
        Optional<Blur> blur,
        Wall wall,
        int people) {
    /// A mean over so many rows to each side.
    ///
    /// @param moving along the rows only
    record Blur(double radius, boolean moving) {}

    enum Wall {
        PLAIN,
        /// Posters and shelves.
        BUSY
    }

    /// The words of `scene=`.
    enum Word {
        GOOD,
        NOBODY,
        FAR,
        TURNED,
        TILTED,
        CLOSED,
        DARK,
        SIDELIT,
        BLURRED,
        MOVING,
        BUSY,
        TWO
    }

    private static final Staging GOOD =
            new Staging(1, 0, 0, false, 1, 1, 1, Optional.empty(), Wall.PLAIN, 1);

    /// The scene of a word; `dice` tells to which side and how much, within what must be found.
    static Staging of(Word word, Dice dice) {
        double side = dice.unit() < 0.5 ? -1 : 1;
        double more = dice.unit();
        return switch (word) {
            case GOOD -> GOOD;
            case NOBODY -> GOOD.with(0);
            case TWO -> GOOD.with(2);
            case FAR -> GOOD.sized(0.4 + 0.1 * more);
            case TURNED -> GOOD.posed(side * Math.toRadians(18 + 8 * more), 0);
            case TILTED -> GOOD.posed(0, side * Math.toRadians(11 + 7 * more));
            case CLOSED -> new Staging(1, 0, 0, true, 1, 1, 1, Optional.empty(), Wall.PLAIN, 1);
            case DARK -> GOOD.lit(0.16 + 0.06 * more, 1, 1);
            case SIDELIT ->
                    side < 0
                            ? GOOD.lit(1, 0.15 + 0.1 * more, 1)
                            : GOOD.lit(1, 1, 0.15 + 0.1 * more);
            case BLURRED -> GOOD.blurred(new Blur(9 + 4 * more, false));
            case MOVING -> GOOD.blurred(new Blur(14 + 6 * more, true));
            case BUSY -> new Staging(1, 0, 0, false, 1, 1, 1, Optional.empty(), Wall.BUSY, 1);
        };
    }

    /// Somebody behind the citizen, some two steps further off.
    static Staging bystander(Dice dice) {
        return GOOD.sized(0.55 + 0.1 * dice.unit());
    }

    private Staging with(int count) {
        return new Staging(size, turn, tilt, lids, light, lightLeft, lightRight, blur, wall, count);
    }

    private Staging sized(double share) {
        return new Staging(
                share, turn, tilt, lids, light, lightLeft, lightRight, blur, wall, people);
    }

    private Staging posed(double right, double clockwise) {
        return new Staging(
                size, right, clockwise, lids, light, lightLeft, lightRight, blur, wall, people);
    }

    private Staging lit(double all, double left, double right) {
        return new Staging(size, turn, tilt, lids, all, left, right, blur, wall, people);
    }

    private Staging blurred(Blur how) {
        return new Staging(
                size,
                turn,
                tilt,
                lids,
                light,
                lightLeft,
                lightRight,
                Optional.of(how),
                wall,
                people);
    }

    /// The light that reaches a column, `share` of the way from the left border to the right one.
    double lightAt(double share) {
        return light * (lightLeft + share * (lightRight - lightLeft));
    }
}
