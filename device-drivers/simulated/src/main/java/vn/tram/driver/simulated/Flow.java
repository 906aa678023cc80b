package vn.tram.driver.simulated;

import java.util.List;

/// Which way the ridges run at each place of a finger.
///
/// The zero-pole model: half the turning angle about each core, less half that about each delta (B.
/// G. Sherlock, D. M. Monro, *A model for interpreting fingerprint topology*, Pattern Recognition
/// 26 (1993)). It leaves the ridges above the core too flat, which P. R. Vizcaya and L. A. Gerhardt
/// mend with a correction of the angles; here a smooth arching towards the tip does it.
///
/// Places are pixels from the middle of the pad, x to the right and y **up**; angles are radians,
/// counter-clockwise, and mean the same modulo pi.
final class Flow {
    private record Place(double x, double y) {
        double angleTo(double atX, double atY) {
            return Math.atan2(atY - y, atX - x);
        }
    }

    private final List<Place> cores;
    private final List<Place> deltas;
    private final double arching;
    private final double hump;
    private final double lean;
    private final double halfWidth;
    private final double halfHeight;

    private Flow(
            List<Place> cores,
            List<Place> deltas,
            double arching,
            double hump,
            double lean,
            double halfWidth,
            double halfHeight) {
        this.cores = cores;
        this.deltas = deltas;
        this.arching = arching;
        this.hump = hump;
        this.lean = lean;
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
    }

    /// A flow of that class for a pad of that size, in pixels.
    static Flow draw(Dice dice, Pattern pattern, double halfWidth, double halfHeight) {
        double coreX = dice.normal() * 0.05 * halfWidth;
        double coreY = (0.10 + dice.normal() * 0.06) * halfHeight;
        double arching = dice.between(0.55, 0.8);
        double lean = dice.normal() * 0.04;
        double side = dice.between(0.62, 0.80) * halfWidth;
        double below = dice.between(0.42, 0.62) * halfHeight;
        double gap = dice.between(0.06, 0.26) * halfHeight;
        double shear = dice.normal() * 0.07 * halfWidth;
        double other = dice.between(0.85, 1.1);
        var core = new Place(coreX, coreY);
        var right = new Place(coreX + side, coreY - below);
        var left = new Place(coreX - side * other, coreY - below * other);
        return switch (pattern) {
            case ARCH ->
                    new Flow(
                            List.of(),
                            List.of(),
                            0.3 * arching,
                            dice.between(0.6, 0.9),
                            lean,
                            halfWidth,
                            halfHeight);
            case TENTED_ARCH ->
                    new Flow(
                            List.of(core),
                            List.of(new Place(coreX + shear * 0.5, coreY - 0.55 * below)),
                            arching,
                            0.35,
                            lean,
                            halfWidth,
                            halfHeight);
            case LEFT_LOOP ->
                    new Flow(
                            List.of(core), List.of(right), arching, 0, lean, halfWidth, halfHeight);
            case RIGHT_LOOP ->
                    new Flow(List.of(core), List.of(left), arching, 0, lean, halfWidth, halfHeight);
            case WHORL ->
                    new Flow(
                            List.of(core, new Place(coreX + shear, coreY - gap)),
                            List.of(left, right),
                            0.8 * arching,
                            0,
                            lean,
                            halfWidth,
                            halfHeight);
        };
    }

    /// The direction of the ridges at a place.
    double angle(double x, double y) {
        double turned = 0;
        for (var core : cores) {
            turned += core.angleTo(x, y);
        }
        for (var delta : deltas) {
            turned -= delta.angleTo(x, y);
        }
        double across = x / halfWidth;
        double up = y / halfHeight;
        double rise = 1 / (1 + Math.exp(-5 * (up - 0.15))); // 0 at the crease, 1 at the tip
        double middle = Math.exp(-(up + 0.1) * (up + 0.1) / 0.22);
        double bend = Math.clamp(across, -1.3, 1.3);
        return turned / 2
                + lean
                - arching * bend * rise
                - hump * middle * Math.sin(Math.PI * Math.clamp(across, -1.0, 1.0));
    }

    /// How far below the cores a place lies, as a share of the pad's half height: negative above.
    double belowCore(double y) {
        double coreY = cores.isEmpty() ? 0.1 * halfHeight : cores.getFirst().y();
        return (coreY - y) / halfHeight;
    }
}
