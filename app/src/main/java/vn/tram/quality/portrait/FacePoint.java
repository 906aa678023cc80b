package vn.tram.quality.portrait;

import vn.tram.domain.CardCrop;
import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Where one of the points lies by which a card's picture is cut out. Kept with the readings, so
/// that the cut can be made again from the original.
///
/// - **Unit, range**: pixels of the frame from its left or upper border; may lie outside.
/// - **Definition**: centres of the eyes, midway between their corners (mesh points 33 and 133, 362
///   and 263), and the chin (152). Left and right are the picture's.
/// - **Source**: ISO/IEC 39794-5, *eye centre*, *menton*.
/// - **Blind to**: nothing that is not said of the mesh.
///
/// @param point which
/// @param axis column or row
record FacePoint(CardCrop.Anchor point, FaceCentre.Axis axis) implements Metric<Face> {
    @Override
    public String name() {
        return switch (axis) {
            case X -> point.column();
            case Y -> point.row();
        };
    }

    @Override
    public Reading measure(Face face) {
        var place =
                switch (point) {
                    case LEFT_EYE -> face.landmarks().leftEye();
                    case RIGHT_EYE -> face.landmarks().rightEye();
                    case CHIN -> face.landmarks().at(Landmarks.CHIN);
                };
        double value =
                switch (axis) {
                    case X -> place.x();
                    case Y -> place.y();
                };
        return new Reading.Measured(name(), value, "px");
    }
}
