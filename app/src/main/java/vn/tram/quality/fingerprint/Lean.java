package vn.tram.quality.fingerprint;

import java.util.List;

/// How far fingers lean out of the vertical: the direction of their long axis, from second moments.
///
/// @param along how much longer than wide, in squared cells
/// @param askew how much of that leans
record Lean(double along, double askew) {
    static Lean of(Blob finger) {
        double meanX = 0;
        double meanY = 0;
        for (int cell : finger.cells()) {
            meanX += cell % finger.stride();
            meanY += cell / finger.stride();
        }
        meanX /= finger.area();
        meanY /= finger.area();
        double along = 0;
        double askew = 0;
        for (int cell : finger.cells()) {
            double x = cell % finger.stride() - meanX;
            double y = cell / finger.stride() - meanY;
            along += y * y - x * x;
            askew -= 2 * x * y;
        }
        return new Lean(along / finger.area(), askew / finger.area());
    }

    /// Of several fingers: those that are longer weigh more, and fingers that spread like a fan
    /// cancel out.
    static Lean of(List<Lean> fingers) {
        return new Lean(
                fingers.stream().mapToDouble(Lean::along).sum(),
                fingers.stream().mapToDouble(Lean::askew).sum());
    }

    /// Degrees clockwise, at most `most` to either side; 0 where nothing is longer than wide.
    double degrees(double most) {
        return along <= 0
                ? 0
                : Math.clamp(Math.toDegrees(Math.atan2(askew, along)) / 2, -most, most);
    }
}
