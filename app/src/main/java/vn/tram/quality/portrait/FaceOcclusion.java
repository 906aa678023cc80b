package vn.tram.quality.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// How much of the face lies under something that is not this person's bare skin.
///
/// - **Unit, range**: 1, from 0 to 1. Less is better; 0 is no proof of a bare face.
/// - **Definition**: the greatest share among three parts of the aligned face, in [Patch]es. The
///   *lower half*: inside the outline from the tip of the nose down, without the lips drawn 1.25
///   times as large; a patch is foreign when it is smooth (deviation of luma up to 9 % of its mean)
///   and its (a, b) lie more than 14 CIELAB units from those of the skin, which count in proportion
///   where the patch is darker: a shadow has less colour. The *surroundings of either eye*: its
///   contour drawn 2.2 times as large, without that of 1.25 times; a patch is foreign when its L*
///   is below 0.45 of the skin's, as hair is. *Skin* is the median of patches between the brows, on
///   the bridge of the nose and under both eyes. Not measured where that has no colour (chroma
///   under 4), or where a part lies outside the frame.
/// - **Source**: own; ISO/IEC 29794-5 *face occlusion prevention* asks a segmentation network that
///   is not free.
/// - **Blind to**: hands and masks of the colour of skin; fair hair; rough or black cloth on the
///   lower half, where beards are, of which [MouthOcclusion] tells some. The operator looks, as
///   with a head covering. Takes two lamps of different colours for a mask.
final class FaceOcclusion implements Metric<Face> {
    private static final int[] SKIN = {9, 168, 6, 117, 118, 346, 347};
    private static final int NOSE_TIP = 1;
    private static final double SMOOTH = 0.09;
    private static final double FOREIGN = 14;
    private static final double DARK = 0.45;
    private static final double LEAST_CHROMA = 4;
    private static final double LIPS = 1.25;
    private static final double EYE = 1.25;
    private static final double AROUND_EYE = 2.2;

    @Override
    public String name() {
        return "face-occlusion";
    }

    @Override
    public Reading measure(Face face) {
        var aligned = face.aligned();
        var skin = skin(aligned);
        if (!(Math.hypot(skin.a(), skin.b()) >= LEAST_CHROMA)) {
            return new Reading.NotMeasurable(name(), "the skin has no colour");
        }
        double worst = share(lowerHalf(aligned), patch -> patch.isForeign(skin));
        for (var eye : List.of(Contour.LEFT_EYE, Contour.RIGHT_EYE)) {
            worst = Math.max(worst, share(around(aligned, eye), patch -> patch.isDark(skin)));
        }
        return Double.isFinite(worst)
                ? new Reading.Measured(name(), worst, "1")
                : new Reading.NotMeasurable(name(), "a part of the face lies outside the frame");
    }

    /// Not a number of none.
    private static double share(List<Patch> patches, Predicate<Patch> test) {
        return (double) patches.stream().filter(test).count() / patches.size();
    }

    private static Lab skin(Aligned face) {
        var patches = new ArrayList<Patch>();
        for (int point : SKIN) {
            int x = (int) face.landmarks().x(point);
            int y = (int) face.landmarks().y(point);
            for (int dy = -Patch.SIDE; dy <= 0; dy += Patch.SIDE) {
                for (int dx = -Patch.SIDE; dx <= 0; dx += Patch.SIDE) {
                    if (Patch.fits(face, x + dx, y + dy)) {
                        patches.add(Patch.at(face, x + dx, y + dy));
                    }
                }
            }
        }
        return new Lab(median(patches, Lab::l), median(patches, Lab::a), median(patches, Lab::b));
    }

    /// Not a number of none.
    private static double median(List<Patch> patches, ToDoubleFunction<Lab> coordinate) {
        var sorted = patches.stream().map(Patch::colour).mapToDouble(coordinate).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static List<Patch> lowerHalf(Aligned face) {
        var lips = Contour.LIPS.inside(face, LIPS);
        int top = (int) Math.max(0, face.landmarks().y(NOSE_TIP));
        return patches(face, face.oval().without(lips), top, Patch.SIDE);
    }

    private static List<Patch> around(Aligned face, Contour eye) {
        var ring = eye.inside(face, AROUND_EYE).without(eye.inside(face, EYE));
        return patches(face, ring, 0, Patch.SIDE / 2);
    }

    /// Patches whose middle lies in a region, from row `top` down, `step` apart.
    private static List<Patch> patches(Aligned face, Region region, int top, int step) {
        var patches = new ArrayList<Patch>();
        int middle = Patch.SIDE / 2;
        for (int y = top; Patch.fits(face, 0, y); y += step) {
            for (int x = 0; Patch.fits(face, x, y); x += step) {
                if (region.contains(x + middle, y + middle)) {
                    patches.add(Patch.at(face, x, y));
                }
            }
        }
        return patches;
    }

    /// A small square of the aligned face.
    ///
    /// @param roughness deviation of luma over its mean
    private record Patch(Lab colour, double roughness) {
        static final int SIDE = 8;

        static boolean fits(Aligned face, int left, int top) {
            return left >= 0
                    && top >= 0
                    && left + SIDE <= face.picture().width()
                    && top + SIDE <= face.picture().height();
        }

        static Patch at(Aligned face, int left, int top) {
            long red = 0;
            long green = 0;
            long blue = 0;
            long luma = 0;
            long squares = 0;
            for (int y = top; y < top + SIDE; y++) {
                for (int x = left; x < left + SIDE; x++) {
                    int rgb = face.picture().at(x, y);
                    red += rgb >> 16;
                    green += rgb >> 8 & 0xFF;
                    blue += rgb & 0xFF;
                    int level = face.luma().at(x, y);
                    luma += level;
                    squares += (long) level * level;
                }
            }
            double count = SIDE * SIDE;
            double mean = luma / count;
            double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
            return new Patch(
                    Lab.of(red / count, green / count, blue / count),
                    deviation / Math.max(1, mean));
        }

        boolean isForeign(Lab skin) {
            double lit = Math.min(1, colour.l() / skin.l());
            double off = Math.hypot(colour.a() - lit * skin.a(), colour.b() - lit * skin.b());
            return roughness <= SMOOTH && off > FOREIGN;
        }

        boolean isDark(Lab skin) {
            return colour.l() < DARK * skin.l();
        }
    }
}
