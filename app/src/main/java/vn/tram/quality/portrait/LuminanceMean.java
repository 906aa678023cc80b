package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How bright the face is on the whole.
///
/// - **Unit, range**: levels of 8-bit luma, 0 to 255. Neither little nor much is good.
/// - **Definition**: mean luma (ITU-R BT.601) of the pixels inside the face's outline.
/// - **Source**: ISO/IEC 29794-5, *moments of the luminance distribution*.
/// - **Blind to**: whether the light is even.
final class LuminanceMean implements Metric<Face> {
    @Override
    public String name() {
        return "luminance-mean";
    }

    @Override
    public Reading measure(Face face) {
        var histogram = FaceLuma.histogram(face);
        long sum = 0;
        long all = 0;
        for (int level = 0; level < histogram.length; level++) {
            sum += (long) level * histogram[level];
            all += histogram[level];
        }
        return all == 0
                ? new Reading.NotMeasurable(name(), "the face has no pixel")
                : new Reading.Measured(name(), (double) sum / all, "levels");
    }
}
