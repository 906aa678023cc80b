package vn.tram.image;

/// How many pixels show one inch of what was captured.
public sealed interface Resolution {
    /// Pixels per inch (25.4 mm) in x and y, both above 0.
    record Ppi(double x, double y) implements Resolution {
        public Ppi {
            if (!(x > 0) || !(y > 0)) {
                throw new IllegalArgumentException("ppi must be above 0: " + x + ", " + y);
            }
        }

        /// The same in both directions.
        public static Ppi of(double ppi) {
            return new Ppi(ppi, ppi);
        }
    }

    /// A camera, or a file that does not say.
    record Unknown() implements Resolution {}
}
