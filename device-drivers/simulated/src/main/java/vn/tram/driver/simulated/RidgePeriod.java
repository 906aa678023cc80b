package vn.tram.driver.simulated;

/// How far the ridges of one finger lie apart, place by place, in pixels at 500 ppi.
///
/// The mean over people is about 9 pixels (0.46 mm); it is wider below the core and near the
/// crease, and wider on thumbs (D. Maltoni et al., *Handbook of Fingerprint Recognition*).
final class RidgePeriod {
    private final double mean;
    private final double waveX;
    private final double waveY;
    private final double phase;

    private RidgePeriod(double mean, double waveX, double waveY, double phase) {
        this.mean = mean;
        this.waveX = waveX;
        this.waveY = waveY;
        this.phase = phase;
    }

    /// @param typical mean of that kind of finger on that person, in pixels
    static RidgePeriod draw(Dice dice, double typical) {
        return new RidgePeriod(
                Math.clamp(typical + 0.45 * dice.normal(), 7.4, 10.8),
                dice.between(-0.025, 0.025),
                dice.between(-0.025, 0.025),
                dice.between(0, 2 * Math.PI));
    }

    /// At a place `x` to the right of the pad's middle and `y` above it.
    double at(double x, double y, Flow flow) {
        double below = Math.clamp(flow.belowCore(y), -1.0, 1.2);
        return mean * (1 + 0.09 * below + 0.09 * Math.sin(waveX * x + waveY * y + phase));
    }
}
