package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.image.Gray8;
import vn.tram.quality.Metric;

/// Whether JPEG has left its blocks in the face.
///
/// - **Unit, range**: 1, from about 1 (no blocks); JPEG of quality 90 stays under 1.2, quality 6
///   has 4 and up. Less is better.
/// - **Definition**: mean absolute step between neighbours across the grid lines of 8 pixels over
///   that off them, for the one of eight possible grids where it is highest; the lesser of columns
///   and rows, as a block has both. Steps off the grid count as half a level at least. The face's
///   own pixels, at most 640 by 640.
/// - **Source**: blockiness after Wang, Bovik, Evan 2000, *Blind measurement of blocking artifacts
///   in images*, doi:10.1109/ICIP.2000.899622; ISO/IEC 29794-5 has *compression artefacts* by a
///   network that is not free.
/// - **Blind to**: pictures scaled after they were compressed, JPEG 2000, and faces of fewer than
///   24 pixels.
final class CompressionArtifacts implements Metric<Face> {
    private static final int BLOCK = 8;
    private static final int LEAST_SIDE = 3 * BLOCK;

    /// Keeps flat, dark pictures from being all grid; levels.
    private static final double LEAST_STEP = 0.5;

    @Override
    public String name() {
        return "compression-artifacts";
    }

    @Override
    public Reading measure(Face face) {
        var pixels = face.detail();
        if (Math.min(pixels.width(), pixels.height()) < LEAST_SIDE) {
            return new Reading.NotMeasurable(name(), "the face has too few pixels");
        }
        double grid = Math.min(grid(pixels, 1, 0), grid(pixels, 0, 1));
        return new Reading.Measured(name(), grid, "1");
    }

    /// @param dx and `dy`: from a pixel to its neighbour before it
    private static double grid(Gray8 pixels, int dx, int dy) {
        var steps = new long[BLOCK];
        var counts = new long[BLOCK];
        var levels = pixels.toBytes();
        int width = pixels.width();
        for (int y = dy; y < pixels.height(); y++) {
            for (int x = dx; x < width; x++) {
                int at = y * width + x;
                int phase = (x * dx + y * dy) % BLOCK;
                steps[phase] +=
                        Math.abs((levels[at] & 0xFF) - (levels[at - dx - dy * width] & 0xFF));
                counts[phase]++;
            }
        }
        double highest = 0;
        double sum = 0;
        for (int phase = 0; phase < BLOCK; phase++) {
            double mean = (double) steps[phase] / counts[phase];
            highest = Math.max(highest, mean);
            sum += mean;
        }
        double others = Math.max(LEAST_STEP, (sum - highest) / (BLOCK - 1));
        return Math.max(LEAST_STEP, highest) / others;
    }
}
