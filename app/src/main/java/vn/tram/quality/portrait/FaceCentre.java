package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Where the face stands in the frame.
///
/// - **Unit, range**: 1; 0 is the left or upper border, 1 the right or lower one; outside that
///   where the eyes are beyond the frame.
/// - **Definition**: column (or row) of the midpoint between the eyes' centres, divided by the
///   frame's width (height).
/// - **Source**: ISO/IEC 39794-5, *horizontal position of the face*, *vertical position of the
///   eyes*; ISO/IEC 29794-5 says the same by margins.
/// - **Blind to**: how large the face is, and so whether the crown is inside.
///
/// @param axis along the width or along the height
record FaceCentre(Axis axis) implements Metric<Face> {
    enum Axis {
        X,
        Y
    }

    @Override
    public String name() {
        return switch (axis) {
            case X -> "face-centre-x";
            case Y -> "face-centre-y";
        };
    }

    @Override
    public Reading measure(Face face) {
        var middle = face.landmarks().betweenEyes();
        double place =
                switch (axis) {
                    case X -> middle.x() / face.width();
                    case Y -> middle.y() / face.height();
                };
        return new Reading.Measured(name(), place, "1");
    }
}
