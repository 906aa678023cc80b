package vn.tram.driver.simulated;

/// The outline of a finger's pad: round at the tip, straighter at the sides, blunt at the crease.
///
/// @param halfWidth pixels from the middle to each side, at 500 ppi
/// @param tip pixels from the middle up to the tip
/// @param foot pixels from the middle down to the crease
record Pad(double halfWidth, double tip, double foot) {
    /// How far out a place is: 0 in the middle, 1 on the outline.
    ///
    /// @param x pixels to the right
    /// @param down pixels downwards
    double reach(double x, double down) {
        double across = x / halfWidth;
        double along = down < 0 ? down / tip : down / foot;
        double a = across * across;
        double b = along * along;
        double corner = down < 0 ? 0.22 : 0.34; // blunter than an ellipse
        return Math.sqrt(Math.max(0, a + b - corner * a * b));
    }

    boolean holds(double x, double down) {
        return reach(x, down) <= 1;
    }

    Pad scaled(double factor) {
        return new Pad(halfWidth * factor, tip * factor, foot * factor);
    }
}
