package vn.tram.driver.simulated;

/// How a person lays the hand down this time: what all its fingers share. From try to try it gets
/// better, because the person follows the advice.
///
/// @param pressure added to the ordinary one of 0.5
/// @param moisture added to the skin's own
/// @param skinShare share of the skin's own moisture or dryness that shows: less after it was wiped
///   or moistened
/// @param tipsOnly the hand stands too steep: little more than the tips touch
/// @param drag how far the hand slides while the picture is taken, in pixels
/// @param slant direction of the drag, in radians
/// @param slips chance that one finger touches in part only
/// @param rolled how far the fingers lie on their side, -1 to 1 half widths to the right
/// @param beside how far the hand lies off the glass's middle, in half widths of its fingers
record Manner(
        double pressure,
        double moisture,
        double skinShare,
        boolean tipsOnly,
        double drag,
        double slant,
        double slips,
        double rolled,
        double beside) {
    // One first try in so many; then each try has this share of the chance left. Tuned so that the
    // default population needs a second attempt for about one slap in eight
    // (docs/synthetic-prints.md).
    private static final double LIGHT = 0.06;
    private static final double HARD = 0.035;
    private static final double TIPS = 0.03;
    private static final double HASTE = 0.04;
    private static final double SLIPS = 0.015;
    private static final double LEARNT = 0.35;

    /// @param dice of this try
    /// @param earlier tries before this one
    static Manner draw(Script.Habit habit, Dice dice, int earlier) {
        double learnt = Math.pow(LEARNT, earlier);
        double care = habit == Script.Habit.USUAL ? learnt : 0;
        double roll = dice.unit();
        double amiss = dice.between(0.28, 0.42);
        double pressure = roll < LIGHT * care ? -amiss : roll < (LIGHT + HARD) * care ? amiss : 0;
        boolean tipsOnly = dice.chance(TIPS * care);
        double drag = dice.chance(HASTE * care) ? dice.between(6, 12) : 0;
        var usual =
                new Manner(
                        pressure + 0.06 * dice.normal(),
                        0.10 * dice.normal(),
                        Math.max(0.4, 1 - 0.3 * earlier),
                        tipsOnly,
                        drag,
                        dice.between(0, Math.PI),
                        SLIPS * care,
                        0,
                        0);
        return roll < learnt ? usual.wrong(habit, amiss, dice) : usual;
    }

    /// The same with the one thing wrong that this habit is about.
    private Manner wrong(Script.Habit habit, double amiss, Dice dice) {
        return switch (habit) {
            case USUAL, CAREFUL -> this;
            case LIGHT -> with(pressure - amiss, tipsOnly, drag, 0, 0);
            case HARD -> with(pressure + amiss, tipsOnly, drag, 0, 0);
            case STEEP -> with(pressure, true, drag, 0, 0);
            case ASIDE -> {
                double side = dice.chance(0.5) ? 1 : -1;
                boolean rolls = dice.chance(0.5);
                yield with(
                        pressure,
                        tipsOnly,
                        drag,
                        rolls ? side * dice.between(0.6, 0.85) : 0,
                        rolls ? 0 : side * dice.between(0.75, 1.1));
            }
            case MOVING -> with(pressure, tipsOnly, dice.between(6, 12), 0, 0);
        };
    }

    /// The same, laid down elsewhere: nobody hits the place of the one before.
    Manner shifted(Dice dice) {
        double far = dice.between(0.3, 0.7) * (dice.chance(0.5) ? 1 : -1);
        return with(pressure, tipsOnly, drag, rolled, far);
    }

    /// The same with a finger that is rolled: who would lay it beside the glass does not roll it to
    /// both sides.
    Manner rolling() {
        return with(pressure, tipsOnly, drag, rolled + 0.75 * beside, 0);
    }

    private Manner with(
            double pressed, boolean tips, double dragged, double rolledTo, double besideBy) {
        return new Manner(
                pressed, moisture, skinShare, tips, dragged, slant, slips, rolledTo, besideBy);
    }
}
