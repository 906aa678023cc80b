package vn.tram.quality.fingerprint;

import java.util.stream.IntStream;

/// Makes the spectra of patches, two to a transform: of two real pictures one is taken as the real
/// and one as the imaginary part, and the symmetry of their transforms parts them again.
final class Spectra {
    private static final int SIZE = Print.PATCH;
    private static final int HALF = SIZE / 2;
    private static final int LANES = Fourier.LANES;

    /// How many patches are transformed at once.
    private static final int BATCH = 2 * LANES;

    /// Slower than this is light and pressure, not ridges. The bell below spreads a patch's mean
    /// over frequencies up to 1.41 only, so it need not be taken away.
    private static final double SLOWEST = 1.5;

    private static final double SLOWEST_RIDGES = 2.2;
    private static final double FASTEST_RIDGES = 6.5;
    private static final double FASTEST = 13;

    private static final float[] BELL = bell();

    /// Frequencies of one half of the plane, the other half mirrors it: row times 32 plus column.
    private static final int[] BINS = bins();

    private static final float[] RADIUS = radii();
    private static final float[] COS_TWICE = new float[SIZE * SIZE];
    private static final float[] SIN_TWICE = new float[SIZE * SIZE];

    static {
        for (int i = 0; i < SIZE * SIZE; i++) {
            double angle = 2 * Math.atan2(frequency(i / SIZE), frequency(i % SIZE));
            COS_TWICE[i] = (float) Math.cos(angle);
            SIN_TWICE[i] = (float) Math.sin(angle);
        }
    }

    private final float[] re = new float[SIZE * SIZE * LANES];
    private final float[] im = new float[SIZE * SIZE * LANES];
    private final float[] first = new float[SIZE * SIZE];
    private final float[] second = new float[SIZE * SIZE];

    /// The spectra of the patches whose upper left pixels are at `origins` of the picture.
    static Spectrum[] of(byte[] levels, int width, int[] origins) {
        var spectra = new Spectrum[origins.length];
        var work = new Spectra();
        for (int from = 0; from < origins.length; from += BATCH) {
            work.transform(levels, width, origins, from);
            int pairs = Math.min(LANES, (origins.length - from + 1) / 2);
            for (int lane = 0; lane < pairs; lane++) {
                work.part(lane);
                int at = from + 2 * lane;
                spectra[at] = told(work.first);
                if (at + 1 < origins.length) {
                    spectra[at + 1] = told(work.second);
                }
            }
        }
        return spectra;
    }

    /// Two neighbours to a lane; behind the last patch it comes again.
    private void transform(byte[] levels, int width, int[] origins, int from) {
        int last = origins.length - 1;
        for (int i = 0; i < SIZE * SIZE; i++) {
            int pixel = i / SIZE * width + i % SIZE;
            float bell = BELL[i];
            for (int lane = 0; lane < LANES; lane++) {
                int one = origins[Math.min(last, from + 2 * lane)] + pixel;
                int other = origins[Math.min(last, from + 2 * lane + 1)] + pixel;
                re[i * LANES + lane] = ((levels[one] & 0xFF) - 128) * bell;
                im[i * LANES + lane] = ((levels[other] & 0xFF) - 128) * bell;
            }
        }
        Fourier.squares(re, im);
    }

    /// The powers of a lane's two patches.
    private void part(int lane) {
        for (int bin : BINS) {
            int mirrored = (SIZE - bin / SIZE & SIZE - 1) * SIZE + (SIZE - bin % SIZE & SIZE - 1);
            float x = re[bin * LANES + lane];
            float y = im[bin * LANES + lane];
            float mx = re[mirrored * LANES + lane];
            float my = im[mirrored * LANES + lane];
            float power = (x + mx) * (x + mx) + (y - my) * (y - my);
            first[bin] = power;
            first[mirrored] = power;
            power = (y + my) * (y + my) + (mx - x) * (mx - x);
            second[bin] = power;
            second[mirrored] = power;
        }
    }

    private static Spectrum told(float[] power) {
        double total = 0;
        double sum = 0;
        double squares = 0;
        double ring = 0;
        double cos = 0;
        double sin = 0;
        int strongest = BINS[0];
        float most = -1;
        for (int bin : BINS) {
            float p = power[bin];
            float radius = RADIUS[bin];
            total += p;
            sum += p * radius;
            squares += p * radius * radius;
            if (radius >= SLOWEST_RIDGES && radius <= FASTEST_RIDGES) {
                ring += p;
                cos += p * COS_TWICE[bin];
                sin += p * SIN_TWICE[bin];
                if (p > most) {
                    most = p;
                    strongest = bin;
                }
            }
        }
        if (ring <= 0) {
            return Spectrum.EMPTY;
        }
        double centre = sum / total;
        double peakPower = 0;
        double at = 0;
        for (int dy = -1; dy <= 1; dy++) { // its frequency lies between those of its neighbours
            for (int dx = -1; dx <= 1; dx++) {
                int y = strongest / SIZE + dy + SIZE & SIZE - 1;
                int x = strongest % SIZE + dx + SIZE & SIZE - 1;
                peakPower += power[y * SIZE + x];
                at += power[y * SIZE + x] * RADIUS[y * SIZE + x];
            }
        }
        return new Spectrum(
                at / peakPower,
                Math.min(1, peakPower / total),
                Math.hypot(cos, sin) / ring,
                Math.atan2(sin, cos) / 2,
                ring / total,
                Math.sqrt(Math.max(0, squares / total - centre * centre)));
    }

    private static int frequency(int index) {
        return index < HALF ? index : index - SIZE;
    }

    private static int[] bins() {
        var radii = radii();
        return IntStream.range(0, SIZE * SIZE)
                .filter(i -> radii[i] >= SLOWEST && radii[i] <= FASTEST)
                .filter(i -> frequency(i / SIZE) > 0 || i / SIZE == 0 && frequency(i % SIZE) > 0)
                .toArray();
    }

    private static float[] bell() {
        var bell = new float[SIZE * SIZE];
        for (int i = 0; i < bell.length; i++) {
            double x = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i % SIZE + 0.5) / SIZE);
            double y = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i / SIZE + 0.5) / SIZE);
            bell[i] = (float) (x * y);
        }
        return bell;
    }

    private static float[] radii() {
        var radii = new float[SIZE * SIZE];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = (float) Math.hypot(frequency(i % SIZE), frequency(i / SIZE));
        }
        return radii;
    }
}
