package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the face is washed out.
///
/// - **Unit, range**: 1, from 0 to 1. Less is better.
/// - **Definition**: share of the pixels inside the face's outline with luma 247 to 255 of 255.
/// - **Source**: ISO/IEC 29794-5, *over-exposure prevention*, limits as in OFIQ 1.0.
/// - **Blind to**: one colour channel that is full while luma is not.
final class OverExposure implements Metric<Face> {
    private static final int BRIGHTEST = 247;

    @Override
    public String name() {
        return "over-exposure";
    }

    @Override
    public Reading measure(Face face) {
        double share = FaceLuma.share(FaceLuma.histogram(face), BRIGHTEST, 255);
        return new Reading.Measured(name(), share, "1");
    }
}
