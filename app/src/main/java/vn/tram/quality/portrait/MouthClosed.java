package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far the lips are apart.
///
/// - **Unit, range**: 1, from 0 (closed); parted lips have 0.04 and up. Less is better.
/// - **Definition**: |13−14| / |78−308|, inner lips' gap over the mouth's inner width, distances of
///   mesh points in the frame.
/// - **Source**: ISO/IEC 29794-5, *mouth closed*, which relates the gap to the face's height
///   instead; a smile would widen the mouth and not the gap there.
/// - **Blind to**: what is under a mask or a thick moustache.
final class MouthClosed implements Metric<Face> {
    @Override
    public String name() {
        return "mouth-closed";
    }

    @Override
    public Reading measure(Face face) {
        var mesh = face.landmarks();
        double gap = mesh.distance(13, 14) / mesh.distance(78, 308);
        return Double.isFinite(gap)
                ? new Reading.Measured(name(), gap, "1")
                : new Reading.NotMeasurable(name(), "the mouth has no width");
    }
}
