package vn.tram.driver.simulated;

/// The class of a print, with its natural frequency.
///
/// Source: C. L. Wilson, G. T. Candela, C. I. Watson, *Neural network fingerprint classification*,
/// J. Artificial Neural Networks 1 (1993): arch 3.7 %, tented arch 2.9 %, left loop 33.8 %, right
/// loop 31.7 %, whorl 27.9 %.
enum Pattern {
    ARCH,
    TENTED_ARCH,
    LEFT_LOOP,
    RIGHT_LOOP,
    WHORL;

    private static final double ARCHES = 0.037;
    private static final double TENTED = 0.029;
    private static final double WHORLS = 0.279;

    /// Share of loops that open towards the little finger (ulnar); H. Cummins, C. Midlo, *Finger
    /// Prints, Palms and Soles* (1943) give 94 %.
    private static final double ULNAR = 0.94;

    static Pattern draw(Dice dice, boolean rightHand) {
        double roll = dice.unit();
        if (roll < ARCHES) {
            return ARCH;
        }
        if (roll < ARCHES + TENTED) {
            return TENTED_ARCH;
        }
        if (roll < ARCHES + TENTED + WHORLS) {
            return WHORL;
        }
        return dice.chance(ULNAR) == rightHand ? RIGHT_LOOP : LEFT_LOOP;
    }
}
