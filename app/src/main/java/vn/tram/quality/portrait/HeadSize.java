package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the frame's height the head takes.
///
/// - **Unit, range**: 1; 0.6 to 0.9 on a card's portrait, less in a wide camera frame.
/// - **Definition**: twice the distance from the midpoint of the eyes to the chin, divided by the
///   frame's height: the eyes lie half-way between chin and crown (the proportion behind OFIQ's
///   target of 0.45 for the lower half).
/// - **Source**: ISO/IEC 29794-5, *head size*; ISO/IEC 39794-5 for chin to crown.
/// - **Blind to**: the real crown. It is not taken from the person mask, which ends where hair, a
///   bun or a hat ends.
final class HeadSize implements Metric<Face> {
    @Override
    public String name() {
        return "head-size";
    }

    @Override
    public Reading measure(Face face) {
        var mesh = face.landmarks();
        double half = mesh.betweenEyes().distance(mesh.at(Landmarks.CHIN));
        return new Reading.Measured(name(), 2 * half / face.height(), "1");
    }
}
