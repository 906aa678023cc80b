package vn.tram.driver.simulated;

import java.util.List;

/// Which way the ridges run at each place of a finger.
///
/// The zero-pole model: half the turning angle about each core, less half that about each delta (B.
/// G. Sherlock, D. M. Monro, *A model for interpreting fingerprint topology*, Pattern Recognition
/// 26 (1993)). Its loops are parabolas, too pointed and ever wider apart, and its tips too flat. P.
/// R. Vizcaya and L. A. Gerhardt (*A nonlinear orientation model for global description of
/// fingerprints*, Pattern Recognition 29 (1996)) mend it by bending the angle's function; here,
/// near a core, it is bent towards half circles before the core and straight ridges behind it, and
/// a smooth arching is added towards the tip.
///
/// Places are pixels from the middle of the pad, x to the right and y **up**; angles are radians,
/// counter-clockwise, and mean the same modulo pi.
final class Flow {
    private record Place(double x, double y) {
        double angleTo(double atX, double atY) {
            return Math.atan2(atY - y, atX - x);
        }
    }

    /// How far towards the half circle the angle is bent at a core, and the share of the pad's half
    /// width over which that fades; tuned by eye, 2026-11-22.
    private static final double BEND = 0.85;

    private static final double BEND_REACH = 1.1;

    private final List<Place> cores;
    private final List<Place> deltas;
    private final double[] opening;
    private final double arching;
    private final double hump;
    private final Ripple lean;
    private final double halfWidth;
    private final double halfHeight;

    private Flow(
            List<Place> cores,
            List<Place> deltas,
            double arching,
            double hump,
            Ripple lean,
            double halfWidth,
            double halfHeight) {
        this.cores = cores;
        this.deltas = deltas;
        this.arching = arching;
        this.hump = hump;
        this.lean = lean;
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
        this.opening = cores.stream().mapToDouble(this::opening).toArray();
    }

    /// Where the ridges about a core leave it: there they run straight outwards, so that half that
    /// direction and all other turning make that direction.
    private double opening(Place core) {
        double others = background(core.x, core.y);
        for (var other : cores) {
            others += other.equals(core) ? 0 : other.angleTo(core.x, core.y) / 2;
        }
        return 2 * others;
    }

    /// What one core adds: half its angle, bent.
    private double turn(int core, double x, double y) {
        var place = cores.get(core);
        double from = wrap(place.angleTo(x, y) - opening[core]);
        double round = Math.signum(from) * Math.max(0, Math.abs(from) - Math.PI / 2);
        double away = Math.hypot(x - place.x, y - place.y) / (BEND_REACH * halfWidth);
        double bend = BEND * Math.exp(-away * away);
        return opening[core] / 2 + from / 2 + bend * (round - from / 2);
    }

    /// The same angle from -pi to pi.
    private static double wrap(double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }

    /// A flow of that class for a pad of that size, in pixels.
    static Flow draw(Dice dice, Pattern pattern, double halfWidth, double halfHeight) {
        double coreX = dice.normal() * 0.08 * halfWidth;
        double coreY = (0.10 + dice.normal() * 0.10) * halfHeight;
        double arching = dice.between(0.45, 0.85);
        var lean = Ripple.draw(dice);
        double side = dice.between(0.52, 0.85) * halfWidth;
        double below = dice.between(0.36, 0.68) * halfHeight;
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
        double angle = background(x, y);
        for (int core = 0; core < opening.length; core++) {
            angle += turn(core, x, y);
        }
        return angle;
    }

    /// All but the cores: deltas, arching, irregularity.
    private double background(double x, double y) {
        double turned = 0;
        for (var delta : deltas) {
            turned -= delta.angleTo(x, y);
        }
        double across = x / halfWidth;
        double up = y / halfHeight;
        double rise = 1 / (1 + Math.exp(-5 * (up - 0.15))); // 0 at the crease, 1 at the tip
        double middle = Math.exp(-(up + 0.1) * (up + 0.1) / 0.22);
        double bend = Math.clamp(across, -1.3, 1.3);
        return turned / 2
                + lean.at(x, y)
                - arching * bend * rise
                - hump * middle * Math.sin(Math.PI * Math.clamp(across, -1.0, 1.0));
    }

    /// How far below the cores a place lies, as a share of the pad's half height: negative above.
    double belowCore(double y) {
        double coreY = cores.isEmpty() ? 0.1 * halfHeight : cores.getFirst().y();
        return (coreY - y) / halfHeight;
    }
}
