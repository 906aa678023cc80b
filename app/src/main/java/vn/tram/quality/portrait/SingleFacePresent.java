package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// Whether one person is in front of the camera.
///
/// - **Unit, range**: 1, from 0 (a second face as large as the first) to 1 (no second face).
/// - **Definition**: 1 − area of the second largest face / area of the largest, areas of the
///   detector's boxes.
/// - **Source**: ISO/IEC 29794-5, *single face present*, as computed by OFIQ 1.0.
/// - **Blind to**: what [FaceCount] is blind to.
final class SingleFacePresent implements Metric<Face> {
    @Override
    public String name() {
        return "single-face-present";
    }

    @Override
    public Reading measure(Face face) {
        var found = face.found();
        double second = found.size() < 2 ? 0 : found.get(1).area() / found.get(0).area();
        return new Reading.Measured(name(), Math.max(0, 1 - second), "1");
    }
}
