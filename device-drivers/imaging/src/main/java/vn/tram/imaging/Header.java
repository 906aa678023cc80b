package vn.tram.imaging;

import vn.tram.image.Resolution;

/// What a file says of its picture before the picture itself.
record Header(long width, long height, Resolution resolution) {
    /// Inches in a metre are 39.37…: 1 / 0.0254.
    private static final double METRES_PER_INCH = 0.0254;

    private static final double CENTIMETRES_PER_INCH = 2.54;

    /// Beyond it a stated resolution is taken for nonsense, in pixels per inch.
    private static final double MOST_PPI = 100_000;

    static Resolution perMetre(double x, double y) {
        return perInch(x * METRES_PER_INCH, y * METRES_PER_INCH);
    }

    static Resolution perCentimetre(double x, double y) {
        return perInch(x * CENTIMETRES_PER_INCH, y * CENTIMETRES_PER_INCH);
    }

    /// Unknown where a file states nothing (0) or nonsense.
    static Resolution perInch(double x, double y) {
        boolean sane = x >= 1 && y >= 1 && x <= MOST_PPI && y <= MOST_PPI;
        return sane ? new Resolution.Ppi(x, y) : new Resolution.Unknown();
    }
}
