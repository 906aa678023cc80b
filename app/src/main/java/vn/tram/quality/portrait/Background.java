package vn.tram.quality.portrait;

import java.util.Arrays;
import java.util.Optional;
import vn.tram.image.Gray8;

/// What lies behind the person: those pixels of the small scene that are surely no person, some way
/// off the person's edge and above the chin.
///
/// @param lightness mean CIELAB L*
/// @param spread standard deviation of L*
/// @param texture mean gradient magnitude of luma (Sobel / 8), levels a pixel of the scene
/// @param chroma mean of the distance from gray, CIELAB
/// @param ramp how much of L* changes steadily from the left border to the right one, taken as
///   positive
record Background(double lightness, double spread, double texture, double chroma, double ramp) {
    /// A pixel up to this level of the mask is no person: 0.1.
    private static final int NOBODY = 25;

    /// How far from the person's edge, pixels of the scene: hair and its blur stay out.
    private static final int MARGIN = 6;

    /// With fewer pixels there is nothing to say: 1 % of the scene.
    private static final int LEAST = Scene.SIDE * Scene.SIDE / 100;

    /// @param chin its row in the scene
    static Optional<Background> of(Scene scene, double chin) {
        var region = region(scene.person(), chin);
        int count = region.size();
        if (count < LEAST) {
            return Optional.empty();
        }
        var picture = scene.picture();
        var luma = picture.toGray();
        double sum = 0;
        double squares = 0;
        double chroma = 0;
        double texture = 0;
        double places = 0;
        double placesSquared = 0;
        double mixed = 0;
        for (var it = region.indices().iterator(); it.hasNext(); ) {
            int i = it.nextInt();
            int x = i % Scene.SIDE;
            int y = i / Scene.SIDE;
            var colour = Lab.of(picture.at(x, y));
            sum += colour.l();
            squares += colour.l() * colour.l();
            double place = (double) x / Scene.SIDE;
            places += place;
            placesSquared += place * place;
            mixed += place * colour.l();
            chroma += Math.hypot(colour.a(), colour.b());
            texture += Sobel.magnitude(luma, x, y);
        }
        double mean = sum / count;
        double variance = Math.max(0, squares / count - mean * mean);
        double middle = places / count;
        double width = placesSquared / count - middle * middle;
        return Optional.of(
                new Background(
                        mean,
                        Math.sqrt(variance),
                        texture / count,
                        chroma / count,
                        ramp(width, variance, mixed / count - middle * mean)));
    }

    /// Slope of the regression line times the share of variance that it explains.
    ///
    /// @param width variance of the places, 1 from border to border
    private static double ramp(double width, double variance, double covariance) {
        return width <= 0 || variance <= 0
                ? 0
                : Math.pow(Math.abs(covariance), 3) / (width * width * variance);
    }

    /// Distance to the person by a chess king's steps: first along rows, then along columns.
    private static Region region(Gray8 person, double chin) {
        int side = Scene.SIDE;
        var wide = new boolean[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (person.at(x, y) > NOBODY) {
                    int from = Math.max(0, x - MARGIN);
                    int to = Math.min(side - 1, x + MARGIN);
                    Arrays.fill(wide, y * side + from, y * side + to + 1, true);
                }
            }
        }
        return Region.where(side, side, (x, y) -> y < chin && free(wide, x, y));
    }

    private static boolean free(boolean[] wide, int x, int y) {
        int to = Math.min(Scene.SIDE - 1, y + MARGIN);
        for (int row = Math.max(0, y - MARGIN); row <= to; row++) {
            if (wide[row * Scene.SIDE + x]) {
                return false;
            }
        }
        return true;
    }
}
