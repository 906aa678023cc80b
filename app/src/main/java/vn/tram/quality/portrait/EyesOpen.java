package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How far the eyes are open.
///
/// - **Unit, range**: 1, from 0 (shut); open eyes have 0.2 and up. More is better.
/// - **Definition**: (|159−145| + |158−153|) / (2 |33−133|) and (|386−374| + |385−380|) / (2
///   |263−362|), distances of mesh points in the frame; the smaller of the two, so a wink counts.
/// - **Source**: eye aspect ratio, Soukupová and Čech 2016, *Real-time eye blink detection using
///   facial landmarks*; ISO/IEC 29794-5 *eyes open* relates the lids to the face's height instead.
/// - **Blind to**: what is behind dark glasses: the mesh then draws open eyes.
final class EyesOpen implements Metric<Face> {
    @Override
    public String name() {
        return "eyes-open";
    }

    @Override
    public Reading measure(Face face) {
        double least =
                Math.min(
                        new EyeOpen(EyeOpen.Side.LEFT).openness(face),
                        new EyeOpen(EyeOpen.Side.RIGHT).openness(face));
        return Double.isFinite(least)
                ? new Reading.Measured(name(), least, "1")
                : new Reading.NotMeasurable(name(), "the eyes have no width");
    }
}
