package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.image.Gray8;
import vn.tram.quality.Metric;

/// Sharpness of the face by blurring it once more: a sharp picture changes much, a blurred one
/// hardly.
///
/// - **Unit, range**: 1, from 0 (blurring changes nothing) to 1. More is better.
/// - **Definition**: 1 − blur, with blur = Σ max(0, D − D') / Σ D taken off 1: D are absolute
///   differences of neighbours inside the face's outline in the aligned gray face, D' those after a
///   mean over 9 pixels in the same direction; the worse of the vertical and the horizontal
///   direction. A face without any difference has sharpness 0.
/// - **Source**: Crete, Dolmiere, Ladret, Nicolas 2007, *The blur effect*, doi:10.1117/12.702790;
///   ISO/IEC 29794-5 has *sharpness* by another method.
/// - **Blind to**: noise, which it takes for detail. A face of few pixels, enlarged to the aligned
///   size, counts as blurred, and should.
final class Sharpness implements Metric<Face> {
    /// Half of Crete's window of 9 pixels.
    private static final int REACH = 4;

    @Override
    public String name() {
        return "sharpness";
    }

    @Override
    public Reading measure(Face face) {
        var luma = face.aligned().luma();
        var oval = face.aligned().oval();
        double sharpness = Math.min(along(luma, oval, 1, 0), along(luma, oval, 0, 1));
        return new Reading.Measured(name(), sharpness, "1");
    }

    /// The share of the neighbours' differences that blurring takes away.
    private static double along(Gray8 luma, Region oval, int dx, int dy) {
        int width = luma.width();
        int height = luma.height();
        long all = 0;
        double lost = 0;
        var pixels = luma.toBytes();
        int step = dx + dy * width;
        for (var it = oval.indices().iterator(); it.hasNext(); ) {
            int at = it.nextInt();
            int along = dx == 1 ? at % width : at / width;
            int length = dx == 1 ? width : height;
            if (along < REACH + 1 || along >= length - REACH) {
                continue;
            }
            int sharp = Math.abs(level(pixels, at) - level(pixels, at - step));
            // means of 9 that lie one pixel apart differ by their ends only
            double blurred =
                    Math.abs(
                                    level(pixels, at + REACH * step)
                                            - level(pixels, at - (REACH + 1) * step))
                            / (2.0 * REACH + 1);
            all += sharp;
            lost += Math.max(0, sharp - blurred);
        }
        return all == 0 ? 0 : lost / all;
    }

    private static int level(byte[] pixels, int at) {
        return pixels[at] & 0xFF;
    }
}
