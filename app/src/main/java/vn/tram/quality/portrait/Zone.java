package vn.tram.quality.portrait;

import java.util.function.IntConsumer;

/// A square of the aligned face around a mesh point.
///
/// @param point number of the mesh point
/// @param side pixels of the aligned face
record Zone(int point, int side) {
    /// Three tenths of the distance between the eyes, as ISO/IEC 29794-5 has it.
    static final int SIDE = (int) Math.round(0.3 * Aligned.EYES_APART);

    static final int FOREHEAD = 151;
    static final int LEFT_CHEEK = 50;
    static final int RIGHT_CHEEK = 280;
    static final int CHIN = 199;

    static Zone at(int point) {
        return new Zone(point, SIDE);
    }

    /// Tells every pixel of the square that lies in the picture, as `0xRRGGBB`.
    void forEach(Aligned face, IntConsumer pixel) {
        int left = (int) Math.round(face.landmarks().x(point) - side / 2.0);
        int top = (int) Math.round(face.landmarks().y(point) - side / 2.0);
        var picture = face.picture();
        for (int y = Math.max(0, top); y < Math.min(picture.height(), top + side); y++) {
            for (int x = Math.max(0, left); x < Math.min(picture.width(), left + side); x++) {
                pixel.accept(picture.at(x, y));
            }
        }
    }

    /// Mean of red, green and blue, 0 to 255; not a number when no pixel lies in the picture.
    double[] means(Aligned face) {
        var sums = new double[4];
        forEach(
                face,
                rgb -> {
                    sums[0] += rgb >> 16;
                    sums[1] += rgb >> 8 & 0xFF;
                    sums[2] += rgb & 0xFF;
                    sums[3]++;
                });
        return new double[] {sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3]};
    }

    /// Mean colour, not a number when no pixel lies in the picture.
    Lab colour(Aligned face) {
        var means = means(face);
        return Lab.of(means[0], means[1], means[2]);
    }

    /// How many pixels have each of 256 luma levels.
    int[] histogram(Aligned face) {
        var counts = new int[256];
        forEach(
                face,
                rgb ->
                        counts[
                                (299 * (rgb >> 16)
                                                + 587 * (rgb >> 8 & 0xFF)
                                                + 114 * (rgb & 0xFF)
                                                + 500)
                                        / 1000]++);
        return counts;
    }
}
