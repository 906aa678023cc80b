package vn.tram.quality.fingerprint;

import java.util.List;
import vn.tram.image.Box;
import vn.tram.image.Gray8;

/// A whole picture and where the fingers lie in it.
///
/// @param ppi pixels per inch
/// @param fingers at least one; the first is the one that is looked at
record OnGlass(Gray8 picture, double ppi, List<Box> fingers) {
    OnGlass {
        fingers = List.copyOf(fingers);
    }

    /// Side of the squares that it is looked at in, millimetres: 8 pixels at 500 ppi.
    static final double SQUARE_MM = 0.4064;

    /// Least deviation of gray levels of a marked square; an empty scanner's noise has less than 3.
    static final double MARKED = 4.5;

    /// Squared steps between neighbouring pixels over variance, as in [CellMap]: white noise has 4.
    private static final double MOST_BUSY = 1.8;

    double pixels(double millimetres) {
        return millimetres * ppi / 25.4;
    }

    /// Side of a square, pixels.
    int square() {
        return Math.max(2, (int) Math.round(pixels(SQUARE_MM)));
    }

    /// Whether the square with that corner shows more than blank glass and noise.
    boolean isMarked(int left, int top) {
        int side = square();
        long sum = 0;
        long squares = 0;
        long steps = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int level = picture.at(x, y);
                int right = picture.at(Math.min(x + 1, picture.width() - 1), y) - level;
                int below = picture.at(x, Math.min(y + 1, picture.height() - 1)) - level;
                sum += level;
                squares += (long) level * level;
                steps += (long) right * right + (long) below * below;
            }
        }
        double pixels = (double) side * side;
        double variance = squares / pixels - sum / pixels * (sum / pixels);
        double busyUnit = 500 / ppi * (500 / ppi); // a finer picture has smaller steps
        return variance >= MARKED * MARKED && steps / pixels <= MOST_BUSY * busyUnit * variance;
    }
}
