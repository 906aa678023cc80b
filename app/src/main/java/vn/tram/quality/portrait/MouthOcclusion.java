package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether something of another colour than lips is where the lips are.
///
/// - **Unit, range**: CIELAB units, from 0 (lips). Less is better.
/// - **Definition**: with Δa and Δb the mean colour between the mesh's outer and inner line of the
///   lips less that of the cheeks, the distance of (Δa, Δb) from where Δa is at least −4 and Δb −16
///   to 8, and half of Δa more where that is above 0: lips are redder than cheeks, or as red,
///   whatever the skin and the light, and lipstick of any red may be yellower.
/// - **Source**: own; ISO/IEC 29794-5 *mouth occlusion prevention* asks a parsing network that is
///   not free. Borders: bare lips of the portraits at hand have Δa 0 to 25, Δb −12 to 1; a vivid
///   lipstick 42 and 21.
/// - **Blind to**: hands and masks of the colour of skin; red masks, which [FaceOcclusion] sees;
///   gray pictures.
final class MouthOcclusion implements Metric<Face> {
    private static final double LEAST_A = -4;
    private static final double LEAST_B = -16;
    private static final double MOST_B = 8;

    @Override
    public String name() {
        return "mouth-occlusion";
    }

    @Override
    public Reading measure(Face face) {
        var aligned = face.aligned();
        var outer = Contour.LIPS.inside(aligned, 1);
        var inner = Contour.MOUTH.inside(aligned, 1);
        var lips = aligned.colour(outer.without(inner));
        var left = Zone.at(Zone.LEFT_CHEEK).colour(aligned);
        var right = Zone.at(Zone.RIGHT_CHEEK).colour(aligned);
        double a = lips.a() - (left.a() + right.a()) / 2;
        double b = lips.b() - (left.b() + right.b()) / 2;
        double mostB = MOST_B + Math.max(0, a) / 2;
        double distance =
                Math.hypot(Math.max(0, LEAST_A - a), Math.max(0, Math.max(LEAST_B - b, b - mostB)));
        return Double.isFinite(distance)
                ? new Reading.Measured(name(), distance, "CIELAB")
                : new Reading.NotMeasurable(name(), "lips or a cheek lie outside the frame");
    }
}
