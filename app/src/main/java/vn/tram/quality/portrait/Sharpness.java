package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.image.Gray8;
import vn.tram.quality.Metric;

/// Sharpness of the face by blurring it once more: a sharp picture changes much, a blurred one
/// hardly.
///
/// - **Unit, range**: 1, from 0 (blurring changes nothing) to 1. More is better.
/// - **Definition**: Σ max(0, D − D') / Σ D: D are absolute differences of neighbours inside the
///   face's outline in the aligned gray face, D' those after a mean over 9 pixels in the same
///   direction; the worse of the vertical and the horizontal direction. A face with fewer pixels
///   than the aligned one was enlarged n times, n rounded: then every n-th pixel counts, so that
///   few pixels are not taken for blur. A face without any difference has sharpness 0.
/// - **Source**: 1 − blur of Crete, Dolmiere, Ladret, Nicolas 2007, *The blur effect*,
///   doi:10.1117/12.702790; ISO/IEC 29794-5 has *sharpness* by another method.
/// - **Blind to**: noise, which it takes for detail; and how many pixels there are, which
///   [InterEyeDistance] tells.
final class Sharpness implements Metric<Face> {
    /// Half of Crete's window of 9 pixels.
    private static final int REACH = 4;

    /// A face of 10 pixels between the eyes; one of fewer is not worth more.
    private static final int MOST_ENLARGED = 12;

    @Override
    public String name() {
        return "sharpness";
    }

    @Override
    public Reading measure(Face face) {
        var luma = face.aligned().luma();
        var oval = face.aligned().oval();
        double enlarged = Aligned.EYES_APART / face.landmarks().interEyeDistance();
        int stride = Math.clamp(Math.round(enlarged), 1, MOST_ENLARGED);
        double sharpness = Math.min(along(luma, oval, stride, 0), along(luma, oval, 0, stride));
        return new Reading.Measured(name(), sharpness, "1");
    }

    /// The share of the neighbours' differences that blurring takes away.
    ///
    /// @param dx and `dy`: from a pixel to its neighbour; one of them is 0
    private static double along(Gray8 luma, Region oval, int dx, int dy) {
        int width = luma.width();
        int height = luma.height();
        long all = 0;
        double lost = 0;
        var pixels = luma.toBytes();
        int stride = dx + dy;
        int step = dx + dy * width;
        int length = dx > 0 ? width : height;
        for (var it = oval.indices().iterator(); it.hasNext(); ) {
            int at = it.nextInt();
            int place = dx > 0 ? at % width : at / width;
            if (place < (REACH + 1) * stride || place >= length - REACH * stride) {
                continue;
            }
            int sharp = Math.abs(level(pixels, at) - level(pixels, at - step));
            // means of 9 that lie one pixel apart differ by their ends only
            int ends = level(pixels, at + REACH * step) - level(pixels, at - (REACH + 1) * step);
            double blurred = Math.abs(ends) / (2.0 * REACH + 1);
            all += sharp;
            lost += Math.max(0, sharp - blurred);
        }
        return all == 0 ? 0 : lost / all;
    }

    private static int level(byte[] pixels, int at) {
        return pixels[at] & 0xFF;
    }
}
