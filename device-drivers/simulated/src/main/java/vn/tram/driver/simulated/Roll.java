package vn.tram.driver.simulated;

/// How a finger is rolled once: from one side to the other, pushing the skin before it.
///
/// @param side where it begins: -1 on its left side, 1 on its right
/// @param push how far the skin is pushed together, pixels at 500 ppi
/// @param wave phase of that, radians: where on the way it is pushed most
/// @param drift how far the finger strays downwards from its middle to where it ends, in pixels
record Roll(int side, double push, double wave, double drift) {
    static Roll draw(Dice dice) {
        return new Roll(
                dice.chance(0.5) ? 1 : -1,
                4 * dice.normal(),
                dice.between(0, 2 * Math.PI),
                7 * dice.normal());
    }

    /// How far skin to the right of its place is shown.
    ///
    /// @param across -1 at the left side of what touches, 1 at the right
    float pushed(float across) {
        return (float) (push * (Math.sin(Math.PI * across + wave) - Math.sin(wave)));
    }

    /// The same downwards.
    float strayed(float across) {
        return (float) (drift * across * -side);
    }

    /// When a place is touched, as a stage of [Glass].
    float stage(float across) {
        float way = (1 + across * -side) / 2;
        return (Glass.RESTING - 12) * Math.clamp(way, 0, 1);
    }
}
