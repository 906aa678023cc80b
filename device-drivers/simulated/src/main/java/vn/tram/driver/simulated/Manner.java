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
record Manner(
        double pressure,
        double moisture,
        double skinShare,
        boolean tipsOnly,
        double drag,
        double slant,
        double slips) {
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
        double care = habit == Script.Habit.CAREFUL ? 0 : Math.pow(LEARNT, earlier);
        double roll = dice.unit();
        double amiss = dice.between(0.28, 0.42);
        double pressure = roll < LIGHT * care ? -amiss : roll < (LIGHT + HARD) * care ? amiss : 0;
        boolean tipsOnly = dice.chance(TIPS * care);
        double drag = dice.chance(HASTE * care) ? dice.between(6, 12) : 0;
        return new Manner(
                pressure + 0.06 * dice.normal(),
                0.10 * dice.normal(),
                Math.max(0.4, 1 - 0.3 * earlier),
                tipsOnly,
                drag,
                dice.between(0, Math.PI),
                SLIPS * care);
    }
}
