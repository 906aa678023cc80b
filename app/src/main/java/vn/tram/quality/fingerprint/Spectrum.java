package vn.tram.quality.fingerprint;

/// The power spectrum of one patch, told in a few numbers. Frequencies are in waves a patch (32
/// pixels): a finger's ridges, 5 to 14 pixels apart, lie between 2.3 and 6.4.
///
/// @param peak frequency of the strongest wave among a finger's, 0 where there is none
/// @param concentration share of the power that lies at the strongest wave, 0 to 1
/// @param direction how far the waves of a finger's frequencies agree in direction, 0 to 1
/// @param spread standard deviation of the frequency over the whole power
record Spectrum(double peak, double concentration, double direction, double spread) {
    private static final int SIZE = Print.PATCH;
    private static final int HALF = SIZE / 2;

    /// Slower than this is light and pressure, not ridges.
    private static final double SLOWEST = 1.5;

    private static final double SLOWEST_RIDGES = 2.2;
    private static final double FASTEST_RIDGES = 6.5;
    private static final double FASTEST = 13;

    private static final float[] BELL = bell();
    private static final double[] RADIUS = radii();
    private static final double[] COS_TWICE = new double[SIZE * SIZE];
    private static final double[] SIN_TWICE = new double[SIZE * SIZE];

    static {
        for (int i = 0; i < SIZE * SIZE; i++) {
            double angle = 2 * Math.atan2(frequency(i / SIZE), frequency(i % SIZE));
            COS_TWICE[i] = Math.cos(angle);
            SIN_TWICE[i] = Math.sin(angle);
        }
    }

    static Spectrum of(float[] window, double mean) {
        var re = new float[SIZE * SIZE];
        var im = new float[SIZE * SIZE];
        for (int i = 0; i < re.length; i++) {
            re[i] = (float) ((window[i] - mean) * BELL[i]);
        }
        Fourier.square(re, im);
        for (int i = 0; i < re.length; i++) {
            re[i] = re[i] * re[i] + im[i] * im[i];
        }
        return of(re);
    }

    private static Spectrum of(float[] power) {
        double total = 0;
        double first = 0;
        double second = 0;
        double ring = 0;
        double cos = 0;
        double sin = 0;
        int strongest = -1;
        for (int i = 0; i < SIZE * (HALF + 1); i++) { // the other half mirrors this one
            double radius = RADIUS[i];
            if (radius < SLOWEST || radius > FASTEST) {
                continue;
            }
            boolean ownMirror = i < SIZE || i >= SIZE * HALF;
            double p = ownMirror ? power[i] / 2 : power[i];
            total += p;
            first += p * radius;
            second += p * radius * radius;
            if (radius >= SLOWEST_RIDGES && radius <= FASTEST_RIDGES) {
                ring += p;
                cos += p * COS_TWICE[i];
                sin += p * SIN_TWICE[i];
                strongest = strongest < 0 || power[i] > power[strongest] ? i : strongest;
            }
        }
        if (total <= 0 || ring <= 0) {
            return new Spectrum(0, 0, 0, 0);
        }
        double centre = first / total;
        double spread = Math.sqrt(Math.max(0, second / total - centre * centre));
        return around(strongest, power, total, Math.hypot(cos, sin) / ring, spread);
    }

    /// The strongest wave with its eight neighbours, between which its frequency lies.
    private static Spectrum around(
            int strongest, float[] power, double total, double direction, double spread) {
        double sum = 0;
        double at = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int y = strongest / SIZE + dy + SIZE & SIZE - 1;
                int x = strongest % SIZE + dx + SIZE & SIZE - 1;
                sum += power[y * SIZE + x];
                at += power[y * SIZE + x] * RADIUS[y * SIZE + x];
            }
        }
        return new Spectrum(at / sum, Math.min(1, sum / total), direction, spread);
    }

    private static int frequency(int index) {
        return index < HALF ? index : index - SIZE;
    }

    private static float[] bell() {
        var bell = new float[SIZE * SIZE];
        for (int i = 0; i < bell.length; i++) {
            double x = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i % SIZE + 0.5) / SIZE);
            double y =
                    0.5 - 0.5 * Math.cos(2 * Math.PI * (double) (i / SIZE) / SIZE + Math.PI / SIZE);
            bell[i] = (float) (x * y);
        }
        return bell;
    }

    private static double[] radii() {
        var radii = new double[SIZE * SIZE];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = Math.hypot(frequency(i % SIZE), frequency(i / SIZE));
        }
        return radii;
    }
}
