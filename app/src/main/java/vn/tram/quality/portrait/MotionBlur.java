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
        var energies = energies(face.aligned().luma(), face.aligned().oval());
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (double energy : energies) {
            least = Math.min(least, energy);
            greatest = Math.max(greatest, energy);
        }
        return greatest > 0
                ? new Reading.Measured(name(), 1 - least / greatest, "1")
                : new Reading.NotMeasurable(name(), "the face has no detail");
    }

    /// One for each way: mean of the squared differences, all 0 where no pixel has neighbours.
    private static double[] energies(Gray8 luma, Region oval) {
        var levels = luma.toBytes();
        int width = luma.width();
        int height = luma.height();
        var sums = new long[WAYS.length];
        long count = 0;
        for (var it = oval.indices().iterator(); it.hasNext(); ) {
            int at = it.nextInt();
            int x = at % width;
            int y = at / width;
            if (x >= REACH && x < width - REACH && y < height - REACH) {
                int level = levels[at] & 0xFF;
                for (int i = 0; i < sums.length; i++) {
                    var way = WAYS[i];
                    int step = (levels[at + way[1] * width + way[0]] & 0xFF) - level;
                    sums[i] += (long) step * step;
                }
                count++;
            }
        }
        var energies = new double[sums.length];
        for (int i = 0; i < sums.length && count > 0; i++) {
            // a longer way differs more: by its square, where the picture is smooth
            double length = WAYS[i][0] * WAYS[i][0] + WAYS[i][1] * WAYS[i][1];
            energies[i] = (double) sums[i] / count / length;
        }
        return energies;
    }
}
