package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far the face is from one border of the frame.
///
/// - **Unit, range**: 1; to the sides in distances between the eyes, above and below in heights
///   from the eyes' midpoint to the chin; below 0 when beyond the border. More is better.
/// - **Definition**: leftward, distance of the left eye's centre from the left border over the
///   distance between the eyes; rightward likewise. Above, distance of the eyes' midpoint from the
///   upper border over its distance from the chin; below likewise from the lower one. Left and
///   right are the picture's.
/// - **Source**: ISO/IEC 29794-5, *leftward crop*, *rightward crop*, *margin above* and *margin
///   below of the face image*, as computed by OFIQ 1.0.
/// - **Blind to**: hair and hats that reach further than a crown.
///
/// @param side which border
record Margin(Side side) implements Metric<Face> {
    enum Side {
        LEFT,
        RIGHT,
        ABOVE,
        BELOW
    }

    @Override
    public String name() {
        return switch (side) {
            case LEFT -> "leftward-crop";
            case RIGHT -> "rightward-crop";
            case ABOVE -> "margin-above";
            case BELOW -> "margin-below";
        };
    }

    @Override
    public Reading measure(Face face) {
        var mesh = face.landmarks();
        var middle = mesh.betweenEyes();
        double height = middle.distance(mesh.at(Landmarks.CHIN));
        double apart = mesh.interEyeDistance();
        double margin =
                switch (side) {
                    case LEFT -> mesh.leftEye().x() / apart;
                    case RIGHT -> (face.width() - mesh.rightEye().x()) / apart;
                    case ABOVE -> middle.y() / height;
                    case BELOW -> (face.height() - middle.y()) / height;
                };
        return Double.isFinite(margin)
                ? new Reading.Measured(name(), margin, "1")
                : new Reading.NotMeasurable(name(), "the face has no height");
    }
}
