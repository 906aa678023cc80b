package vn.tram.driver.simulated;

import java.util.List;
import java.util.Random;
import vn.tram.image.Gray8;

/// Draws the targets a device is calibrated with as a device with known faults would see them: the
/// truth a measurement is proved against.
///
/// Bars are drawn from their Fourier series and edges from the error function, each already blurred
/// and averaged over the pixel, so that no error of drawing hides in the truth. The same values
/// give the same picture.
public final class TargetPicture {
    /// Gray levels of the dark and of the bright part of every target.
    public static final double DARK = 30;

    public static final double BRIGHT = 220;

    private static final double MM_PER_INCH = 25.4;

    /// Values of one period that are kept; between them is interpolated.
    private static final int PROFILE = 4096;

    /// How a device shows a target.
    ///
    /// @param ppiX and `ppiY`: its true resolution
    /// @param skew how far the target lies turned clockwise as seen on the screen, degrees
    /// @param blur standard deviation of a Gaussian, pixels
    /// @param noise standard deviation in gray levels, of every pixel on its own
    /// @param bow how far the middle of the field is shifted to the right, as by a bad lens, pixels
    /// @param shading how much darker the right border is than the left one, gray levels
    /// @param seed of the noise
    public record Seen(
            int width,
            int height,
            double ppiX,
            double ppiY,
            double skew,
            double blur,
            double noise,
            double bow,
            double shading,
            long seed) {
        /// Nearly ideal: 500 ppi, upright, a little blur, no noise.
        public static Seen ideal(int width, int height) {
            return new Seen(width, height, 500, 500, 0, 0.5, 0, 0, 0, 1);
        }

        public Seen at(double x, double y) {
            return new Seen(width, height, x, y, skew, blur, noise, bow, shading, seed);
        }

        public Seen turned(double degrees) {
            return new Seen(width, height, ppiX, ppiY, degrees, blur, noise, bow, shading, seed);
        }

        public Seen blurred(double sigma) {
            return new Seen(width, height, ppiX, ppiY, skew, sigma, noise, bow, shading, seed);
        }

        public Seen noisy(double sigma, long dice) {
            return new Seen(width, height, ppiX, ppiY, skew, blur, sigma, bow, shading, dice);
        }

        public Seen bowed(double pixels) {
            return new Seen(width, height, ppiX, ppiY, skew, blur, noise, pixels, shading, seed);
        }

        public Seen shaded(double levels) {
            return new Seen(width, height, ppiX, ppiY, skew, blur, noise, bow, levels, seed);
        }

        double mmX(double column) {
            return (column - width / 2.0) * MM_PER_INCH / ppiX;
        }

        double mmY(double row) {
            return (row - height / 2.0) * MM_PER_INCH / ppiY;
        }

        /// Pixels of shift to the right at a place: none at the borders, all of it in the middle.
        double shift(double column, double row) {
            return bow * Math.sin(Math.PI * column / width) * Math.sin(Math.PI * row / height);
        }
    }

    /// What a pixel shows, in gray levels, at a place of the target in millimetres from its centre.
    @FunctionalInterface
    private interface Ink {
        double at(double x, double y, int column, int row);
    }

    private TargetPicture() {}

    /// Bars of equal width, upright, which measure across the columns.
    public static Gray8 bars(Seen seen, double cyclesPerMm) {
        var wave = new Wave(seen, cyclesPerMm, seen.skew());
        return drawn(seen, (x, y, _, _) -> level(wave.at(x, y)));
    }

    /// The same bars a quarter turned, which measure down the rows.
    public static Gray8 barsTurned(Seen seen, double cyclesPerMm) {
        var wave = new Wave(seen, cyclesPerMm, seen.skew() + 90);
        return drawn(seen, (x, y, _, _) -> level(wave.at(x, y)));
    }

    /// Bright fields between dark lines of their own width, in both directions.
    public static Gray8 grid(Seen seen, double cyclesPerMm) {
        var across = new Wave(seen, cyclesPerMm, seen.skew());
        var down = new Wave(seen, cyclesPerMm, seen.skew() + 90);
        return drawn(
                seen,
                (x, y, _, _) -> level(2 * ((1 + across.at(x, y)) * (1 + down.at(x, y)) / 4) - 1));
    }

    /// Patches of bars side by side in rows, a dark slanted square (5 degrees further) and a bright
    /// margin. Patches stand 1 mm apart, four in a row, above the square.
    ///
    /// @param frequencies of the patches, cycles per millimetre
    /// @param patch side of each, mm
    public static Gray8 barChart(Seen seen, List<Double> frequencies, double patch) {
        var waves = frequencies.stream().map(f -> new Wave(seen, f, seen.skew())).toList();
        int rows = (frequencies.size() + 3) / 4;
        double pitch = patch + 1;
        double top = -(rows + 1) * pitch / 2;
        var square = new Square(seen, 0, top + (rows + 0.5) * pitch, patch, seen.skew() + 5);
        double cos = Math.cos(Math.toRadians(seen.skew()));
        double sin = Math.sin(Math.toRadians(seen.skew()));
        return drawn(
                seen,
                (x, y, column, row) -> {
                    double across = x * cos + y * sin;
                    double down = y * cos - x * sin;
                    int i = (int) Math.floor((across + 2 * pitch) / pitch);
                    int j = (int) Math.floor((down - top) / pitch);
                    int index = 4 * j + i;
                    boolean inPatch =
                            i >= 0
                                    && i < 4
                                    && j >= 0
                                    && index < waves.size()
                                    && index >= 0
                                    && across + 2 * pitch - i * pitch < patch
                                    && down - top - j * pitch < patch;
                    return inPatch ? level(waves.get(index).at(x, y)) : square.at(column, row);
                });
    }

    /// A dark square, `side` mm, about the middle: its edges measure sharpness.
    public static Gray8 square(Seen seen, double side) {
        var square = new Square(seen, 0, 0, side, seen.skew());
        return drawn(seen, (_, _, column, row) -> square.at(column, row));
    }

    /// A uniform field, such as a clean platen or a dark cover.
    ///
    /// @param dead pixels that always show the opposite, placed by the seed of nothing: every
    ///   picture of a device has them in the same places
    public static Gray8 uniform(Seen seen, double level, int dead) {
        var plain = drawn(seen, (_, _, _, _) -> level).toBytes();
        var places = new Random(99);
        for (int i = 0; i < dead; i++) {
            int x = 20 + places.nextInt(seen.width() - 40);
            int y = 20 + places.nextInt(seen.height() - 40);
            plain[y * seen.width() + x] = (byte) (level > 127 ? 0 : 255);
        }
        return Gray8.wrap(seen.width(), seen.height(), plain);
    }

    /// The same with the faint print of a hand before: ridges of 0.5 mm.
    ///
    /// @param contrast of the ghost from ridge to valley, gray levels
    public static Gray8 ghost(Seen seen, double level, double contrast) {
        return drawn(
                seen,
                (x, y, _, _) ->
                        level
                                - contrast
                                        / 2
                                        * (1 + Math.sin(2 * Math.PI * (2 * Math.hypot(x, y + 9)))));
    }

    private static double level(double wave) {
        return (BRIGHT + DARK) / 2 + wave * (BRIGHT - DARK) / 2;
    }

    private static Gray8 drawn(Seen seen, Ink ink) {
        var noise = new Random(seen.seed());
        var samples = new byte[seen.width() * seen.height()];
        for (int row = 0; row < seen.height(); row++) {
            for (int column = 0; column < seen.width(); column++) {
                double centre = column + 0.5 - seen.shift(column, row);
                double level = ink.at(seen.mmX(centre), seen.mmY(row + 0.5), column, row);
                level -= seen.shading() * column / seen.width();
                if (seen.noise() > 0) {
                    level += seen.noise() * noise.nextGaussian();
                }
                samples[row * seen.width() + column] =
                        (byte) Math.round(Math.clamp(level, 0.0, 255.0));
            }
        }
        return Gray8.wrap(seen.width(), seen.height(), samples);
    }

    /// Bars of one frequency in one direction, -1 to 1, as blur and pixels leave them.
    private static final class Wave {
        private final double cyclesPerMm;
        private final double cos;
        private final double sin;
        private final double[] profile = new double[PROFILE + 1];

        Wave(Seen seen, double cyclesPerMm, double degrees) {
            this.cyclesPerMm = cyclesPerMm;
            cos = Math.cos(Math.toRadians(degrees));
            sin = Math.sin(Math.toRadians(degrees));
            double fx = cyclesPerMm * cos * MM_PER_INCH / seen.ppiX();
            double fy = cyclesPerMm * sin * MM_PER_INCH / seen.ppiY();
            for (int k = 1; k < 200; k += 2) {
                double kept = transfer(seen.blur(), k * fx, k * fy);
                double weight = 4 / (Math.PI * k) * (k % 4 == 1 ? 1 : -1) * kept;
                for (int i = 0; i <= PROFILE; i++) {
                    profile[i] += weight * Math.cos(2 * Math.PI * k * i / PROFILE);
                }
            }
        }

        double at(double x, double y) {
            double cycles = cyclesPerMm * (x * cos + y * sin);
            double place = (cycles - Math.floor(cycles)) * PROFILE;
            int i = Math.min((int) place, PROFILE - 1);
            return profile[i] + (place - i) * (profile[i + 1] - profile[i]);
        }
    }

    /// How much of a sine's contrast a Gaussian blur and the square pixel leave.
    ///
    /// @param blur standard deviation, pixels
    /// @param fx and `fy`: cycles per pixel
    public static double transfer(double blur, double fx, double fy) {
        double gauss = Math.exp(-2 * Math.PI * Math.PI * blur * blur * (fx * fx + fy * fy));
        return gauss * sinc(fx) * sinc(fy);
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /// A dark square with blurred edges, averaged over each pixel at 4 x 4 places.
    private record Square(Seen seen, double x, double y, double side, double degrees) {
        double at(int column, int row) {
            double sum = 0;
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            double perMm = (seen.ppiX() + seen.ppiY()) / 2 / MM_PER_INCH;
            double half = side / 2 * perMm;
            for (int i = 0; i < 16; i++) {
                double px = column + (i % 4 + 0.5) / 4;
                double py = row + (i / 4 + 0.5) / 4;
                double dx = (seen.mmX(px) - x) * perMm;
                double dy = (seen.mmY(py) - y) * perMm;
                double across = Math.abs(dx * cos + dy * sin) - half;
                double down = Math.abs(dy * cos - dx * sin) - half;
                sum += normal(-across / seen.blur()) * normal(-down / seen.blur());
            }
            return BRIGHT - (BRIGHT - DARK) * sum / 16;
        }
    }

    /// The cumulative normal distribution, to 1e-7 (Abramowitz and Stegun 26.2.17).
    private static double normal(double z) {
        if (Math.abs(z) > 7) {
            return z > 0 ? 1 : 0;
        }
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail =
                Math.exp(-z * z / 2)
                        / Math.sqrt(2 * Math.PI)
                        * t
                        * (0.319381530
                                + t
                                        * (-0.356563782
                                                + t
                                                        * (1.781477937
                                                                + t
                                                                        * (-1.821255978
                                                                                + t
                                                                                        * 1.330274429))));
        return z > 0 ? 1 - tail : tail;
    }
}
