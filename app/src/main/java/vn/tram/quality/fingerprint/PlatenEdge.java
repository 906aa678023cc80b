package vn.tram.quality.fingerprint;

import vn.tram.image.Box;
import vn.tram.image.Gray8;

/// How much of a fingertip lies on the edge of the picture, so that what is beyond is cut off.
///
/// - **Unit, range**: millimetres, from 0. Less is better. A tip of 14 mm width that is cut by 1 mm
///   shows some 7 mm there, by 2 mm some 10 mm.
/// - **Definition**: length of the picture's border within the upper two thirds of the finger's box
///   where a square of 1.2 mm at the border varies at least half as much as the box does. The lower
///   third is left out: there the finger goes on to the next joint.
/// - **Source**: our own; ISO/IEC 19794-4:2005 wants the whole distal phalanx in the picture.
/// - **Blind to**: a scanner that fills up its picture, so that the platen ends inside of it.
final class PlatenEdge {
    /// Name of the reading.
    static final String NAME = "platen-edge";

    /// How far the border is walked at a time, millimetres.
    private static final double STEP = 0.4;

    /// Side of the square looked at: two ridges and more, millimetres.
    private static final double WINDOW = 1.2;

    /// A square that shows ridges varies at least that share of what the finger does.
    private static final double LEAST = 0.5;

    private final Gray8 picture;
    private final Box box;
    private final Box.Axes axes;
    private final double step;
    private final int window;
    private final double least;

    private PlatenEdge(Gray8 picture, double ppi, Box box) {
        this.picture = picture;
        this.box = box;
        axes = box.axes();
        step = STEP * ppi / 25.4;
        window = (int) Math.round(WINDOW * ppi / 25.4);
        least = LEAST * deviation();
    }

    /// @param ppi of the picture
    /// @param box of the finger in it
    static double mm(Gray8 picture, double ppi, Box box) {
        return new PlatenEdge(picture, ppi, box).mm();
    }

    private double mm() {
        if (picture.width() < window || picture.height() < window) {
            return 0; // smaller than what is looked at
        }
        int right = picture.width() - window;
        int lower = picture.height() - window;
        int steps = 0;
        for (double x = 0; x < picture.width(); x += step) {
            int left = Math.clamp((int) (x - window / 2.0), 0, right);
            steps += holds(x, 0) && shows(left, 0) ? 1 : 0;
            steps += holds(x, picture.height() - 1) && shows(left, lower) ? 1 : 0;
        }
        for (double y = 0; y < picture.height(); y += step) {
            int top = Math.clamp((int) (y - window / 2.0), 0, lower);
            steps += holds(0, y) && shows(0, top) ? 1 : 0;
            steps += holds(picture.width() - 1, y) && shows(right, top) ? 1 : 0;
        }
        return steps * STEP;
    }

    /// Of the gray levels of what the box holds of the picture.
    private double deviation() {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (double down = -box.height() / 2; down < box.height() / 2; down++) {
            for (double across = -box.width() / 2; across < box.width() / 2; across++) {
                int x = (int) Math.floor(axes.x(across, down));
                int y = (int) Math.floor(axes.y(across, down));
                if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
                    int level = picture.at(x, y);
                    sum += level;
                    squares += (double) level * level;
                    count++;
                }
            }
        }
        return deviation(sum, squares, count);
    }

    /// Whether a point of the border lies in the upper two thirds of the box.
    private boolean holds(double x, double y) {
        double down = axes.down(x, y);
        return Math.abs(axes.across(x, y)) <= box.width() / 2
                && down >= -box.height() / 2 - window
                && down <= box.height() / 6;
    }

    private boolean shows(int left, int top) {
        double sum = 0;
        double squares = 0;
        for (int y = top; y < top + window; y++) {
            for (int x = left; x < left + window; x++) {
                int level = picture.at(x, y);
                sum += level;
                squares += (double) level * level;
            }
        }
        return deviation(sum, squares, window * window) >= least;
    }

    private static double deviation(double sum, double squares, int count) {
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean));
    }
}
