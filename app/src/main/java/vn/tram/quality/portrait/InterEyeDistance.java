package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How many pixels the face has, told by the distance of its eyes.
///
/// - **Unit, range**: pixels of the frame, above 0. More is better.
/// - **Definition**: distance of the eyes' centres, each the midpoint of its corners, divided by
///   the cosine of yaw (at most 60 degrees of it), so that a turned head does not count as small.
/// - **Source**: ISO/IEC 29794-5, *inter-eye distance*.
/// - **Blind to**: a frame that was enlarged before it came here; sharpness sees that.
final class InterEyeDistance implements Metric<Face> {
    /// Beyond this the division would make up pixels that are not there; degrees.
    private static final double MOST_YAW = 60;

    @Override
    public String name() {
        return "inter-eye-distance";
    }

    @Override
    public Reading measure(Face face) {
        double yaw = Math.min(MOST_YAW, Math.abs(face.pose().yaw()));
        double pixels = face.landmarks().interEyeDistance() / Math.cos(Math.toRadians(yaw));
        return new Reading.Measured(name(), pixels, "px");
    }
}
