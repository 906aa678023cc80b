package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the face drowns in the dark.
///
/// - **Unit, range**: 1, from 0 to 1. Less is better.
/// - **Definition**: share of the pixels inside the face's outline with luma 0 to 25 of 255.
/// - **Source**: ISO/IEC 29794-5, *under-exposure prevention*, limits as in OFIQ 1.0.
/// - **Blind to**: what is dark of itself: beards, sunglasses. Skin of any tone stays above 25 when
///   lit as it should be.
final class UnderExposure implements Metric<Face> {
    private static final int DARKEST = 25;

    @Override
    public String name() {
        return "under-exposure";
    }

    @Override
    public Reading measure(Face face) {
        double share = FaceLuma.share(FaceLuma.histogram(face), 0, DARKEST);
        return new Reading.Measured(name(), share, "1");
    }
}
