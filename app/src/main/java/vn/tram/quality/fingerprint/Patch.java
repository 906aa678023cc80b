package vn.tram.quality.fingerprint;

/// What one patch of a print shows, 32 x 32 pixels at 500 ppi.
///
/// @param column of the grid of patches
/// @param row of the grid of patches
/// @param mean gray level
/// @param separation mean of the pixels above `mean` less mean of those below, gray levels
/// @param direction across the ridges, by gradients
/// @param profile what a cut across the ridges shows
/// @param spectrum what its spectrum shows
record Patch(
        int column,
        int row,
        double mean,
        double separation,
        Gradients.Direction direction,
        Profile profile,
        Spectrum spectrum) {

    static Patch of(
            byte[] levels,
            int width,
            int column,
            int row,
            Gradients.Direction direction,
            Spectrum spectrum) {
        int origin = (row * width + column) * Print.STEP;
        int sum = 0;
        for (int y = 0; y < Print.PATCH; y++) {
            int from = origin + y * width;
            for (int i = from; i < from + Print.PATCH; i++) {
                sum += levels[i] & 0xFF;
            }
        }
        return new Patch(
                column,
                row,
                (double) sum / (Print.PATCH * Print.PATCH),
                separation(levels, width, origin, sum),
                direction,
                Profile.of(levels, width, origin, direction.normal()),
                spectrum);
    }

    /// Whole numbers all through: a level is above the mean when it is above the mean rounded down.
    private static double separation(byte[] levels, int width, int origin, int sum) {
        int pixels = Print.PATCH * Print.PATCH;
        int mean = sum / pixels;
        int light = 0;
        int lights = 0;
        for (int y = 0; y < Print.PATCH; y++) {
            int from = origin + y * width;
            for (int i = from; i < from + Print.PATCH; i++) {
                int level = levels[i] & 0xFF;
                int above = mean - level >> 31; // all bits set where it is above
                lights -= above;
                light += level & above;
            }
        }
        return lights == 0
                ? 0
                : (double) light / lights - (double) (sum - light) / (pixels - lights);
    }

    /// Angle between the direction across the ridges by gradients and by the spectrum, degrees, 0
    /// to 90.
    double disagreement() {
        return Math.toDegrees(Directions.between(direction.normal(), spectrum.normal()));
    }
}
