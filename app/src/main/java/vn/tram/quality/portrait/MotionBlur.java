package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.image.Gray8;
import vn.tram.quality.Metric;

/// Whether blur has a direction, as motion gives it, or none, as a lens out of focus does.
///
/// - **Unit, range**: 1, from 0 (the same in all directions) to 1. Says something only where
///   [Sharpness] is low.
/// - **Definition**: 1 − least / greatest of the mean squared differences of pixels two apart, in
///   the aligned gray face inside its outline, in eight directions 22.5 degrees apart: what moves
///   loses detail along its way and keeps it across.
/// - **Source**: own, after the directional statistics of Chen, Yang, Wu 2010, *Motion blur
///   identification*, and of Yitzhaky and Kopeika 1997, doi:10.1006/gmip.1997.0435.
/// - **Blind to**: movement in a circle; noise makes it small.
final class MotionBlur implements Metric<Face> {
    private static final int[][] WAYS = {
        {2, 0}, {2, 1}, {2, 2}, {1, 2}, {0, 2}, {-1, 2}, {-2, 2}, {-2, 1}
    };
    private static final int REACH = 2;

    @Override
    public String name() {
        return "motion-blur";
    }

    @Override
    public Reading measure(Face face) {
        var luma = face.aligned().luma();
        var oval = face.aligned().oval();
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (var way : WAYS) {
            // a longer way differs more: by its square, where the picture is smooth
            double length = way[0] * way[0] + way[1] * way[1];
            double energy = energy(luma, oval, way[0], way[1]) / length;
            least = Math.min(least, energy);
            greatest = Math.max(greatest, energy);
        }
        return greatest > 0
                ? new Reading.Measured(name(), 1 - least / greatest, "1")
                : new Reading.NotMeasurable(name(), "the face has no detail");
    }

    private static double energy(Gray8 luma, Region oval, int dx, int dy) {
        var levels = luma.toBytes();
        int width = luma.width();
        int height = luma.height();
        long sum = 0;
        long count = 0;
        for (var it = oval.indices().iterator(); it.hasNext(); ) {
            int at = it.nextInt();
            int x = at % width;
            int y = at / width;
            if (x >= REACH && x < width - REACH && y < height - REACH) {
                int step = (levels[at + dy * width + dx] & 0xFF) - (levels[at] & 0xFF);
                sum += (long) step * step;
                count++;
            }
        }
        return count == 0 ? 0 : (double) sum / count;
    }
}
