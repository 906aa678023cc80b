package vn.tram.quality.fingerprint;

/// What one patch of a print shows, 32 x 32 pixels at 500 ppi.
///
/// @param column of the grid of patches
/// @param row of the grid of patches
/// @param mean gray level
/// @param separation mean of the pixels above `mean` less mean of those below, gray levels
/// @param certainty of the orientation by gradients: 1 - smaller / larger eigenvalue of their
///   covariance, 0 to 1 (ISO/IEC 29794-4, orientation certainty level)
/// @param normal direction across the ridges, radians
/// @param clarity of ridge and valley, 0 to 1 (ISO/IEC 29794-4, local clarity score)
/// @param spectrum what its spectrum shows
record Patch(
        int column,
        int row,
        double mean,
        double separation,
        double certainty,
        double normal,
        double clarity,
        Spectrum spectrum) {

    static Patch of(byte[] levels, int width, int column, int row) {
        int size = Print.PATCH;
        var window = new float[size * size];
        int origin = row * Print.STEP * width + column * Print.STEP;
        double sum = 0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int level = levels[origin + y * width + x] & 0xFF;
                window[y * size + x] = level;
                sum += level;
            }
        }
        double mean = sum / window.length;
        var gradients = Gradients.of(window);
        return new Patch(
                column,
                row,
                mean,
                separation(window, mean),
                gradients.certainty(),
                gradients.normal(),
                Clarity.of(window, gradients.normal()),
                Spectrum.of(window, mean));
    }

    private static double separation(float[] window, double mean) {
        double light = 0;
        int lights = 0;
        double dark = 0;
        for (float level : window) {
            if (level > mean) {
                light += level;
                lights++;
            } else {
                dark += level;
            }
        }
        return lights == 0 ? 0 : light / lights - dark / (window.length - lights);
    }

    /// The gradients' covariance, by central differences inside the patch.
    ///
    /// @param certainty 0 to 1
    /// @param normal radians
    private record Gradients(double certainty, double normal) {
        static Gradients of(float[] window) {
            int size = Print.PATCH;
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int y = 1; y < size - 1; y++) {
                for (int i = y * size + 1; i < y * size + size - 1; i++) {
                    double x = window[i + 1] - window[i - 1];
                    double down = window[i + size] - window[i - size];
                    xx += x * x;
                    yy += down * down;
                    xy += x * down;
                }
            }
            double spread = Math.hypot(xx - yy, 2 * xy);
            double total = xx + yy;
            double larger = (total + spread) / 2;
            double certainty = larger <= 0 ? 0 : 1 - (total - spread) / 2 / larger;
            return new Gradients(certainty, Math.atan2(2 * xy, xx - yy) / 2);
        }
    }
}
