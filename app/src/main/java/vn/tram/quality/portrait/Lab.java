package vn.tram.quality.portrait;

/// A colour in CIELAB (ISO/CIE 11664-4), white point D65.
///
/// @param l lightness, 0 black to 100 white
/// @param a green (below 0) to red
/// @param b blue (below 0) to yellow
record Lab(double l, double a, double b) {
    private static final double[] LINEAR = new double[256];

    static {
        for (int level = 0; level < LINEAR.length; level++) {
            LINEAR[level] = linear(level / 255.0);
        }
    }

    /// From sRGB (IEC 61966-2-1), channels 0 to 255.
    static Lab of(double red, double green, double blue) {
        return ofLinear(linear(red / 255), linear(green / 255), linear(blue / 255));
    }

    /// From an sRGB pixel `0xRRGGBB`; quicker, by a table.
    static Lab of(int rgb) {
        return ofLinear(LINEAR[rgb >> 16], LINEAR[rgb >> 8 & 0xFF], LINEAR[rgb & 0xFF]);
    }

    private static Lab ofLinear(double r, double g, double b) {
        double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
        double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double root(double t) {
        double delta = 6.0 / 29;
        return t > delta * delta * delta ? Math.cbrt(t) : t / (3 * delta * delta) + 4.0 / 29;
    }
}
