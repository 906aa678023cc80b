package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// One angle of the head against the camera.
///
/// - **Unit, range**: degrees, −180 to 180 (pitch −90 to 90), 0 is straight. Yaw is above 0 when
///   the citizen looks to the own left, pitch when looking down, roll when tilted to the own right
///   shoulder.
/// - **Definition**: see [HeadPose].
/// - **Source**: ISO/IEC 29794-5, *head pose*; signs of ISO/IEC 19794-5, *pose angle*.
/// - **Blind to**: the camera's own height and tilt, and a personal shape of face: pitch of people
///   who look straight spreads over some 20 degrees, yaw over 6. A mirrored picture turns the signs
///   of yaw and roll.
///
/// @param axis which of the three
record HeadPoseAngle(Axis axis) implements Metric<Face> {
    enum Axis {
        YAW,
        PITCH,
        ROLL
    }

    @Override
    public String name() {
        return switch (axis) {
            case YAW -> "head-pose-yaw";
            case PITCH -> "head-pose-pitch";
            case ROLL -> "head-pose-roll";
        };
    }

    @Override
    public Reading measure(Face face) {
        double angle =
                switch (axis) {
                    case YAW -> face.pose().yaw();
                    case PITCH -> face.pose().pitch();
                    case ROLL -> face.pose().roll();
                };
        return new Reading.Measured(name(), angle, "deg");
    }
}
