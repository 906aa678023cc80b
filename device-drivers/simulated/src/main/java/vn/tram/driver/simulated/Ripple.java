package vn.tram.driver.simulated;

/// The small irregularity of a finger's flow that tells it from others of its class: a few waves of
/// random direction, 5 to 16 mm long, and a constant.
final class Ripple {
    private static final int WAVES = 5;

    /// Deviation of the constant, and of each wave's height, in radians.
    private static final double LEAN = 0.05;

    private static final double HEIGHT = 0.085;

    private final double lean;
    private final double[] x = new double[WAVES];
    private final double[] y = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final double[] height = new double[WAVES];

    private Ripple(double lean) {
        this.lean = lean;
    }

    static Ripple draw(Dice dice) {
        var ripple = new Ripple(LEAN * dice.normal());
        for (int i = 0; i < WAVES; i++) {
            double direction = dice.between(0, Math.PI);
            double pixels = dice.between(110, 320);
            ripple.x[i] = 2 * Math.PI * Math.cos(direction) / pixels;
            ripple.y[i] = 2 * Math.PI * Math.sin(direction) / pixels;
            ripple.phase[i] = dice.between(0, 2 * Math.PI);
            ripple.height[i] = HEIGHT * dice.normal();
        }
        return ripple;
    }

    /// What it adds to the direction at a place, in radians.
    double at(double atX, double atY) {
        double sum = lean;
        for (int i = 0; i < WAVES; i++) {
            sum += height[i] * Math.sin(x[i] * atX + y[i] * atY + phase[i]);
        }
        return sum;
    }
}
