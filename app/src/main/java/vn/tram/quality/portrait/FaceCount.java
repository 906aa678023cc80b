package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How many faces the frame shows.
///
/// - **Unit, range**: faces, 1 and up.
/// - **Definition**: detections of [FaceFinder] after suppression of overlaps.
/// - **Source**: MediaPipe short-range detector, score 0.5 and up.
/// - **Blind to**: faces narrower than about a tenth of the frame; it takes a printed face for one.
final class FaceCount implements Metric<Face> {
    @Override
    public String name() {
        return "faces";
    }

    @Override
    public Reading measure(Face face) {
        return new Reading.Measured(name(), face.found().size(), "faces");
    }
}
