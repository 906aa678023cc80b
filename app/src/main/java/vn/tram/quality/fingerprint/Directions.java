package vn.tram.quality.fingerprint;

/// Directions without an arrow: one and its opposite are the same.
final class Directions {
    private Directions() {}

    /// The angle between two, radians, 0 to half pi.
    static double between(double a, double b) {
        double turned = Math.abs(a - b) % Math.PI;
        return Math.min(turned, Math.PI - turned);
    }
}
